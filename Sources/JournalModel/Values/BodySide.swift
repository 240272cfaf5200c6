/// The side of the body that hurts or is exercised.
public enum BodySide: String, CaseIterable, FieldKindValue {
  /// The left side.
  case left
  /// The right side.
  case right
  /// Both sides.
  case both
}
