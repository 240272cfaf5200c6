/// What an exercise is for; the raw value is what the journal stores.
enum ExerciseKind: String, CaseIterable, Sendable {
  /// Lengthens a muscle.
  case stretch
  /// Moves a nerve along its path: sliders and tensioners.
  case nerveGlide = "nerve_glide"
  /// Makes a muscle stronger.
  case strength
  /// Moves a joint through its range.
  case mobility

  /// Creates the kind that `text` names, by its words or the start of them.
  ///
  /// - Throws: ``InputError/unknownExerciseKind``.
  init(_ text: String) throws(InputError) {
    let word = String(InputText.folded(text).map { " -".contains($0) ? "_" : $0 })
    guard case .match(let kind) = NearMiss(word, among: ExerciseKind.allCases.map(\.rawValue)),
      let known = ExerciseKind(rawValue: kind)
    else { throw InputError.unknownExerciseKind.about(text) }
    self = known
  }

  /// What a person calls it, such as `nerve glide`.
  var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}
