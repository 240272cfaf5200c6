/// What a shoe in use has run of what it should.
public struct ShoeWear: Equatable, Sendable {
  /// The shoe's name.
  public let name: String
  /// Metres with those it had at the start; runs of unknown distance add 0.
  public let distanceM: Double
  /// The metres after which to look at it, if set.
  public let limitM: Double?
  /// Whether a run is in it unless another is named.
  public let isDefault: Bool

  /// Creates one from its parts.
  public init(name: String, distanceM: Double, limitM: Double? = nil, isDefault: Bool) {
    self.name = name
    self.distanceM = distanceM
    self.limitM = limitM
    self.isDefault = isDefault
  }

  /// The part of its limit that it has run, or `nil` without a limit.
  public var wear: Double? { limitM.map { distanceM / $0 } }
}
