/// An output format of a command.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// Tables and sentences for people.
  case text
  /// One JSON document, whose field names are stable.
  case json
  /// Comma-separated values with a header, as in RFC 4180.
  case csv
  /// The same, with formulas neutralised: see ``FormulaGuard``.
  case safeCSV = "safe-csv"
  /// The values of the CSV without its header: one row per line, with tabs.
  case plain
  /// Tables in GitHub Flavored Markdown.
  case markdown
}
