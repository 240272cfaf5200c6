package import JSONText

/// A result that can be written in every format, always from the same values.
package protocol Renderable {
  /// The result for a person, laid out to a width; only a word that is longer is
  /// broken.
  func text(_ layout: TextLayout) -> String
  /// The result for a program; names are stable.
  var json: JSON { get }
  /// The result as one table: names of columns, then rows, `nil` for unknown.
  var csv: (header: [String], rows: [[String?]]) { get }
  /// The result for a document.
  var markdown: String { get }
}

extension OutputFormat {
  /// The format that `word` names; `table` is what other programs call text.
  package init?(word: String) {
    let word = word.lowercased()
    self.init(rawValue: word == "table" ? "text" : word)
  }
}

/// A result that is a page too.
package protocol PageRenderable: Renderable {
  /// The result as a page that stands by itself.
  var html: String { get }
}
