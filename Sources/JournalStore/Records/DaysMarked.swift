/// What became of days that were to be marked.
public struct DaysMarked: Equatable, Sendable {
  /// The id of the last row that was written and the action to undo all of them
  /// by; `nil` if every day was marked so already.
  public let logged: Logged?
  /// How many days were marked so already and were left as they are.
  public let alreadySo: Int
  /// How many days had the other mark before.
  public let replaced: Int
}
