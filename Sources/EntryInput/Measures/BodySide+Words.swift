package import JournalModel

extension BodySide {
  /// Creates the side that `text` names, by its word or the start of it; both
  /// sides are also `bilateral`.
  ///
  /// - Parameter text: What was typed.
  /// - Throws: ``InputError/unknownSide``.
  package init(_ text: String) throws(InputError) {
    let word = InputText.folded(text)
    if word == Self.otherNameOfBoth {
      self = .both
      return
    }
    guard !word.isEmpty, let side = BodySide.allCases.first(where: { $0.rawValue.hasPrefix(word) })
    else { throw InputError.unknownSide.about(text) }
    self = side
  }

  /// The doctors' word.
  package static let otherNameOfBoth = "bilateral"
}
