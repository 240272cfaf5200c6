/// The format of an export of the whole journal.
package enum ExportFormat: String, CaseIterable {
  /// One document, with an array of rows for each table.
  case json
  /// One line per row, with the name of its table.
  case ndjson
  /// A folder with a file for each table.
  case csv

  /// The key that marks an export at its start; the schema version follows.
  package static let mark = "nerve"
  package static let kind = "export"

  /// The file that marks a folder of CSV files as an export.
  package static let markFile = "export.csv"
}
