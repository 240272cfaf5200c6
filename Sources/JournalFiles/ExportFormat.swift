/// How an export of the whole journal is written.
package enum ExportFormat: String, CaseIterable {
  /// One document, with an array of rows for each table.
  case json
  /// One line for each row, which names its table.
  case ndjson
  /// A folder with a file for each table.
  case csv

  /// What an export says of itself at its start: what it is, and the version of
  /// the schema.
  package static let mark = "nerve"
  package static let kind = "export"

  /// The file in a folder of CSV files that says so.
  package static let markFile = "export.csv"
}
