/// The kind of an exercise; the raw value is stored.
public enum ExerciseKind: String, CaseIterable, FieldKindValue {
  /// Lengthens a muscle.
  case stretch
  /// Moves a nerve along its path: sliders and tensioners.
  case nerveGlide = "nerve_glide"
  /// Makes a muscle stronger.
  case strength
  /// Moves a joint through its range.
  case mobility

  /// The words for it, such as `nerve glide`.
  public var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}
