/// The wear of a shoe in use.
public struct ShoeWear: Equatable, Sendable {
  /// The shoe's name.
  public let name: String
  /// Metres, including its starting distance; runs of unknown distance add 0.
  public let distanceM: Double
  /// The distance in metres at which to check it, if set.
  public let limitM: Double?
  /// Whether it is the default shoe.
  public let isDefault: Bool

  /// Creates one from its parts.
  public init(name: String, distanceM: Double, limitM: Double? = nil, isDefault: Bool) {
    self.name = name
    self.distanceM = distanceM
    self.limitM = limitM
    self.isDefault = isDefault
  }

  /// Its distance as a fraction of its limit, or `nil` without a limit.
  public var wear: Double? { limitM.map { distanceM / $0 } }
}
