import WrittenValues

/// Records for `grep`, `cut` and `awk`: one a line, with a tab between fields.
package enum PlainText {
  /// Returns the line of a record, with its line feed.
  ///
  /// A missing field is empty. A tab or a line feed within a field is shown by
  /// its picture, as in tables, so that each tab and each line feed is a mark.
  package static func line(_ fields: [String?]) -> String {
    fields.map { DisplayText.visible($0 ?? "") }.joined(separator: "\t") + "\n"
  }
}
