public import CivilDay

/// A shoe, without its distance.
public struct ShoeSummary: Equatable, Sendable {
  /// The shoe's id.
  public let id: Int
  /// Its name.
  public let name: String
  /// Its first day of use, if known.
  public let firstDay: Day?
  /// Its retirement day, or `nil` while in use.
  public let retiredDay: Day?
  /// Whether it is the default shoe.
  public let isDefault: Bool

  /// Creates one from its parts.
  public init(
    id: Int, name: String, firstDay: Day? = nil, retiredDay: Day? = nil, isDefault: Bool
  ) {
    self.id = id
    self.name = name
    self.firstDay = firstDay
    self.retiredDay = retiredDay
    self.isDefault = isDefault
  }
}

/// A shoe and its distance so far.
public struct FootwearUse: Equatable, Sendable {
  /// The shoe's id.
  public let id: Int
  /// Its name.
  public let name: String
  /// Maker and model, if known.
  public let model: String?
  /// Its kind, such as `cushioned`, if known.
  public let kind: String?
  /// Its retirement day, `YYYY-MM-DD`, or `nil` while in use.
  public let retiredDay: String?
  /// The number of runs in it.
  public let runs: Int
  /// Kilometres, including its starting distance; runs of unknown distance add 0.
  public let distanceKm: Double
  /// The distance in kilometres at which to check it, if set.
  public let limitKm: Double?
  /// The day of its latest run, `YYYY-MM-DD`, if any.
  public let lastDay: String?
  /// Whether it is the default shoe.
  public let isDefault: Bool

  /// Creates one from its parts.
  public init(
    id: Int, name: String, model: String? = nil, kind: String? = nil, retiredDay: String? = nil,
    runs: Int, distanceKm: Double, limitKm: Double? = nil, lastDay: String? = nil, isDefault: Bool
  ) {
    self.id = id
    self.name = name
    self.model = model
    self.kind = kind
    self.retiredDay = retiredDay
    self.runs = runs
    self.distanceKm = distanceKm
    self.limitKm = limitKm
    self.lastDay = lastDay
    self.isDefault = isDefault
  }

  /// Its distance as a fraction of its limit; `nil` without a limit.
  public var limitShare: Double? { limitKm.map { distanceKm / $0 } }

  /// How a shoe stands to its limit when it is time to look at it.
  public enum Wear: Sendable {
    /// It has run nine tenths of it.
    case near
    /// It has run all of it.
    case past
  }

  /// How it stands to its limit; `nil` without one, or while it is not near.
  public var wear: Wear? {
    switch limitShare {
    case .some(1...): .past
    case .some(0.9...): .near
    default: nil
    }
  }
}
