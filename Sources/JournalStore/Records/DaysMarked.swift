/// The result of marking days.
public struct DaysMarked: Equatable, Sendable {
  /// The id of the last row written and the action, for undo; `nil` if every day
  /// already had the mark.
  public let logged: Logged?
  /// The number of days that already had the mark.
  public let alreadySo: Int
  /// The number of days that had the other mark.
  public let replaced: Int
}
