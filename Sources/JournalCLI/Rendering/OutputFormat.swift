/// A form in which a command can print what it found.
enum OutputFormat: String, CaseIterable, Sendable {
  /// Tables and sentences for people.
  case text
  /// One JSON document, whose field names are stable.
  case json
  /// Comma-separated values with a header, as in RFC 4180.
  case csv
  /// Tables in GitHub Flavored Markdown.
  case markdown
}
