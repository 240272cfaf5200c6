/// How an export of the whole journal is written.
enum ExportFormat: String, CaseIterable {
  /// One document, with an array of rows for each table.
  case json
  /// One line for each row, which names its table.
  case ndjson
  /// A folder with a file for each table.
  case csv

  /// What an export says of itself at its start: what it is, and the version of
  /// the schema.
  static let mark = "nerve"
  static let kind = "export"

  /// The file in a folder of CSV files that says so.
  static let markFile = "export.csv"
}
