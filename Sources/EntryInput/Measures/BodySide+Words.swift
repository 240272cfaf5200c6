package import JournalModel

extension BodySide {
  /// Creates the side from its word, or the start of it; both sides are also
  /// `bilateral`.
  ///
  /// - Parameter text: The typed text.
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

  /// The medical word for both sides.
  package static let otherNameOfBoth = "bilateral"
}
