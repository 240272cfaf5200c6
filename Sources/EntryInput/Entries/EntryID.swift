/// A parser for the id of an entry, as shown in echoes and lists.
package enum EntryID {
  /// Returns the id in `text`, with or without the brackets of an echo.
  ///
  /// - Throws: ``InputError/notAnID``.
  package static func parse(_ text: String) throws(InputError) -> Int {
    var word = InputText.folded(text)[...]
    if word.hasPrefix("["), word.hasSuffix("]") { word = word.dropFirst().dropLast() }
    guard let id = InputText.digits(word, count: 1...18), id > 0 else {
      throw InputError.notAnID.about(text)
    }
    return id
  }
}
