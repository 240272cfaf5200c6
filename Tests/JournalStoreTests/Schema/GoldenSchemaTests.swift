import Foundation
import Testing

@testable import JournalStore

/// The whole schema, as SQLite keeps it, beside the tests.
///
/// After an intended change: `NERVE_UPDATE_GOLDEN=1 swift test --filter
/// GoldenSchemaTests`, and read what changed before committing it.
@Suite struct GoldenSchemaTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/schema.sql")

  @Test func `The schema is the one beside the tests`() throws {
    let connection = try Journal.inMemory().connection
    let objects = try connection.rows(
      """
      SELECT sql FROM sqlite_schema
      WHERE sql IS NOT NULL
      ORDER BY
        CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 WHEN 'view' THEN 3 ELSE 4 END, name
      """
    ) { (row) throws(SQLiteError) in try row.text(0) }
    let schema =
      "-- application_id \(try connection.integer("PRAGMA application_id"))\n"
      + "-- user_version \(try connection.integer("PRAGMA user_version"))\n"
      + objects.map { "\n\(normalised($0));\n" }.joined()
    if ProcessInfo.processInfo.environment["NERVE_UPDATE_GOLDEN"] != nil {
      try Data(schema.utf8).write(to: Self.file)
    }
    let golden = try String(contentsOf: Self.file, encoding: .utf8)
    // The first line says more than the whole of both.
    let different = zip(schema.split(separator: "\n"), golden.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(different?.0 == different?.1)
    let isSame = schema == golden
    #expect(isSame)
  }

  /// `sql` without blanks at the ends of lines and without empty lines.
  private func normalised(_ sql: String) -> String {
    sql.split(separator: "\n").map { line in
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return String(line)
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
