package import JournalModel

extension ExerciseKind {
  /// Creates the kind from its words, or the start of them.
  ///
  /// - Throws: ``InputError/unknownExerciseKind``.
  package init(_ text: String) throws(InputError) {
    let word = String(InputText.folded(text).map { " -".contains($0) ? "_" : $0 })
    guard case .match(let kind) = NameMatch(word, among: ExerciseKind.allCases.map(\.rawValue)),
      let known = ExerciseKind(rawValue: kind)
    else { throw InputError.unknownExerciseKind.about(text) }
    self = known
  }
}
