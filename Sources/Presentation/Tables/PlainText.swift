import WrittenValues

/// Rows for `grep`, `cut` and `awk`: one per line, with tabs between fields.
package enum PlainText {
  /// Returns the line of a row, with its line feed.
  ///
  /// A missing field is empty. A tab or a line feed within a field becomes its
  /// symbol, as in tables, so that every real one is a separator.
  package static func line(_ fields: [String?]) -> String {
    fields.map { DisplayText.visible($0 ?? "") }.joined(separator: "\t") + "\n"
  }
}
