public import CivilDay

/// What tells a run from others, besides how far it went.
public struct RunTraits: Equatable, Sendable {
  /// The day.
  public let day: Day
  /// The name of the shoe, if known.
  public let footwear: String?
  /// The surface, if known.
  public let surface: String?
  /// Metres, if known.
  public let distanceM: Double?
  /// Metres climbed, if known.
  public let ascentM: Double?
  /// Whether it began before noon; `nil` without a start.
  ///
  /// A run after midnight that belongs to the day before is a late one.
  public let isMorning: Bool?

  /// Creates one from its parts.
  public init(
    day: Day, footwear: String? = nil, surface: String? = nil, distanceM: Double? = nil,
    ascentM: Double? = nil, isMorning: Bool? = nil
  ) {
    self.day = day
    self.footwear = footwear
    self.surface = surface
    self.distanceM = distanceM
    self.ascentM = ascentM
    self.isMorning = isMorning
  }
}
