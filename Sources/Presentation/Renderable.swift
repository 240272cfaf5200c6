package import JSONText

/// A result in every format, always from the same values.
package protocol Renderable {
  /// The result as text, laid out to a width; only longer words are broken.
  func text(_ layout: TextLayout) -> String
  /// The result as JSON, with stable names.
  var json: JSON { get }
  /// The result as one table: column names, then rows, with `nil` for unknown.
  var csv: (header: [String], rows: [[String?]]) { get }
  /// The result as Markdown.
  var markdown: String { get }
}

extension OutputFormat {
  /// The format called `word`; `table` is an alias of text.
  package init?(word: String) {
    let word = word.lowercased()
    self.init(rawValue: word == "table" ? "text" : word)
  }
}

/// A result that is also a page.
package protocol PageRenderable: Renderable {
  /// The result as a self-contained page.
  var html: String { get }
}
