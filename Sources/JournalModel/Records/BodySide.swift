/// The side of the body that hurts or that is exercised.
public enum BodySide: String, CaseIterable, Sendable {
  /// The left side.
  case left
  /// The right side.
  case right
  /// Both sides.
  case both
}
