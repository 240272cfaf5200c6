package import JournalModel

/// A parser for a search in notes: words, phrases in quotes, and `*` for the rest of
/// a word.
///
/// An entry matches if it has all of them.
/// Nothing else has a meaning: `or` and `not` are words, and brackets are marks.
package enum SearchExpression {
  /// Returns the search that `text` names.
  ///
  /// - Parameter text: The typed text.
  /// - Returns: At least one phrase.
  /// - Throws: ``InputError``.
  package static func parse(_ text: String) throws(InputError) -> TextSearch {
    try InputError.quoting(text) { () throws(InputError) in try search(text) }
  }

  private static func search(_ text: String) throws(InputError) -> TextSearch {
    var phrases: [TextSearch.Phrase] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
        continue
      }
      let phrase: Substring
      if first == "\"" {
        guard let end = rest.dropFirst().firstIndex(of: "\"") else { throw .openQuote }
        phrase = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
      } else {
        phrase = rest.prefix { !$0.isWhitespace && $0 != "\"" && $0 != "*" }
        rest = rest[phrase.endIndex...]
      }
      let isPrefix = rest.first == "*"
      if isPrefix {
        rest.removeFirst()
        guard !phrase.isEmpty, rest.first?.isWhitespace != false else { throw .misplacedStar }
      }
      let found = TextSearch.Phrase(String(phrase), isPrefix: isPrefix)
      if found.holdsWords { phrases.append(found) }
    }
    guard !phrases.isEmpty else { throw .emptySearch }
    guard phrases.count <= TextSearch.mostPhrases else { throw .longSearch }
    return TextSearch(phrases)
  }
}
