/// An answer about a flare-up in a check-in.
public enum FlareUpChange: Equatable, Sendable {
  /// The day is its first.
  case begins
  /// The day is the last of the one in progress.
  case ends
}
