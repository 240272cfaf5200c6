/// How the results of statements are written: as rows, or drawn.
package enum ResultForm: Equatable, Sendable {
  /// The rows in a format.
  case rows(QueryFormat, ResultStyle)
  /// A chart of the rows.
  case chart(ChartKind, ChartFormat)

  /// Whether it is a table for people.
  package var isTable: Bool {
    if case .rows(.text, _) = self { true } else { false }
  }

  /// Returns a writer for this form.
  ///
  /// - Parameters:
  ///   - output: The destination.
  ///   - layout: The layout of text.
  ///   - showsUnicode: Whether charts in text may have characters beyond ASCII.
  /// - Returns: A new writer.
  package func writer(
    to output: ResultBuffer, _ layout: TextLayout, showsUnicode: Bool
  ) -> any ResultWriter {
    switch self {
    case .rows(let format, let style): format.writer(to: output, layout, style)
    case .chart(let kind, let format):
      ChartResult(output, kind, format, layout, showsUnicode: showsUnicode)
    }
  }
}

/// What to vary in the rows of a result.
package struct ResultStyle: Equatable, Sendable {
  /// Whether the names of the columns come first.
  package var hasHeader: Bool
  /// What NULL is shown as; empty for the usual notation of the format.
  package var null: String

  /// Creates a style, by default the usual one.
  package init(hasHeader: Bool = true, null: String = "") {
    (self.hasHeader, self.null) = (hasHeader, null)
  }
}

/// Distinct names for the columns of a result, for formats in which a name is a key.
///
/// A join of `r.note, c.note` has two columns called `note`. The second becomes
/// `note_2`, or takes the next number that no other column has.
package func distinctNames(_ names: [String]) -> [String] {
  var taken = Set(names)
  var seen: Set<String> = []
  return names.map { name in
    guard !seen.insert(name).inserted else { return name }
    var number = 2
    while !taken.insert("\(name)_\(number)").inserted { number += 1 }
    return "\(name)_\(number)"
  }
}
