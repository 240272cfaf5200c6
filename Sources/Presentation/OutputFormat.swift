/// A form in which a command can print what it found.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// Tables and sentences for people.
  case text
  /// One JSON document, whose field names are stable.
  case json
  /// Comma-separated values with a header, as in RFC 4180.
  case csv
  /// The values of CSV without its header: a record a line, tabs between fields.
  case plain
  /// Tables in GitHub Flavored Markdown.
  case markdown
}
