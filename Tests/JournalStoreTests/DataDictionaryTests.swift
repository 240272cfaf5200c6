import Foundation
import Testing

@testable import JournalStore

@Suite struct DataDictionaryTests {
  /// The columns of every table and view that is there to be asked.
  private static func schema() throws -> [String: [String]] {
    let journal = try Journal(path: ":memory:", for: .writing(makingFolder: false))
    let columns = try journal.connection.rows(
      """
      SELECT list.name, info.name
      FROM pragma_table_list AS list, pragma_table_info(list.name) AS info
      WHERE list.schema = 'main' AND list.name NOT LIKE 'sqlite!_%' ESCAPE '!'
      ORDER BY list.name, info.cid
      """
    ) { (row) throws(SQLiteError) in (try row.text(0), try row.text(1)) }
    return Dictionary(
      grouping: columns.filter { !Journal.internalRelations.contains($0.0) }, by: \.0
    ).mapValues { $0.map(\.1) }
  }

  /// The columns of every section of the page, as it lists them.
  private static func page() throws -> [String: [String]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "Documentation/data-dictionary.md"), encoding: .utf8)
    var sections: [String: [String]] = [:]
    var current = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### ") {
        current = String(line.dropFirst(4))
        sections[current] = []
      } else if line.hasPrefix("| `"), let name = line.split(separator: "`").dropFirst().first {
        sections[current]?.append(String(name))
      }
    }
    return sections
  }

  @Test func `The data dictionary describes every table, view and column, in order`() throws {
    #expect(try Self.page() == Self.schema())
  }
}
