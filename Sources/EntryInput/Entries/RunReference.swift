/// The run that another entry has to do with.
package enum RunReference: Equatable {
  /// The latest.
  case last
  /// The one with this id.
  case id(Int)

  /// Creates the reference that `text` is: `last` or an id.
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
