public import CivilDay

/// A shoe, without what it has run.
public struct Shoe: Equatable, Sendable {
  /// The shoe's id.
  public let id: Int
  /// Its name.
  public let name: String
  /// The day from which it was in use, if known.
  public let firstDay: Day?
  /// The day it was retired, or `nil` while it is in use.
  public let retiredDay: Day?
  /// Whether a run is in it unless another shoe is named.
  public let isDefault: Bool
}
