/// A typed reference to a run.
package enum RunReference: Equatable {
  /// The latest run.
  case last
  /// The run with this id.
  case id(Int)

  /// Creates the reference from `last` or an id.
  ///
  /// - Throws: ``InputError/unknownRun``.
  package init(_ text: String) throws(InputError) {
    let word = InputText.folded(text)
    if word == "last" {
      self = .last
    } else if let id = InputText.digits(word), id > 0 {
      self = .id(id)
    } else {
      throw InputError.unknownRun.about(text)
    }
  }
}
