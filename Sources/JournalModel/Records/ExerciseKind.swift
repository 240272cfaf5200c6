/// What an exercise is for; the raw value is what the journal stores.
public enum ExerciseKind: String, CaseIterable, Sendable {
  /// Lengthens a muscle.
  case stretch
  /// Moves a nerve along its path: sliders and tensioners.
  case nerveGlide = "nerve_glide"
  /// Makes a muscle stronger.
  case strength
  /// Moves a joint through its range.
  case mobility

  /// What a person calls it, such as `nerve glide`.
  public var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}
