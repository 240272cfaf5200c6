import Foundation
import JournalModel
import Testing

@testable import JournalStore

/// What a copy for an assistant shows, against the schema.
@Suite struct ShownTableTests {
  private func journal() throws -> Journal {
    try Journal(path: ":memory:", for: .writing(makingFolder: false))
  }

  @Test func `Of every table it is decided what is shown`() throws {
    let tables = try journal().connection.rows(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    ) { (row) throws(SQLiteError) in try row.text(0) }.filter { !$0.hasPrefix("sqlite_") }
    let decided =
      ShownTable.all.map(\.name) + Array(ShownTable.withheldTables) + Array(ShownTable.ownTables)
    #expect(decided.sorted() == tables.sorted())
  }

  @Test(arguments: ShownTable.all.map(\.name))
  func `Of every column it is decided whether it is shown`(name: String) throws {
    let table = try #require(ShownTable.all.first { $0.name == name })
    let columns = try journal().connection.rows(
      "SELECT name FROM pragma_table_info(?1)", .text(name)
    ) { (row) throws(SQLiteError) in try row.text(0) }
    #expect((table.shown + table.replaced.keys + table.withheld).sorted() == columns.sorted())
  }

  /// Free text is a column of text without a rule for its words.
  @Test func `Free text that is shown is known`() throws {
    let journal = try journal()
    let known: Set = [
      // Made by the program.
      "import.format", "import.target", "setting.name", "setting.value", "day_cache.state",
      "day_cache.rest_is", "day_cache.leg_pain_moment", "day_cache.side", "day_cache.day",
    ]
    for table in ShownTable.all {
      let sql = try #require(
        try journal.connection.first(
          "SELECT sql FROM sqlite_schema WHERE name = ?1", .text(table.name),
          body: { (row) throws(SQLiteError) in try row.text(0) }))
      for column in table.shown where !known.contains("\(table.name).\(column)") {
        guard let start = sql.range(of: " \(column) TEXT") else { continue }
        let rule = sql[start.upperBound...].prefix(160)
        let isFixed = ["IN (", "IN\n", " IS date", " IS time", "strftime"].contains {
          rule.contains($0)
        }
        #expect(isFixed, "\(table.name).\(column)")
      }
    }
  }

  @Test func `A copy cannot be written to`() throws {
    let copy = try journal().copy(showing: .figures)
    for journal in [copy.reports, copy.queries] {
      #expect(throws: SQLiteError.self) {
        try journal.connection.execute(script: "DELETE FROM exercise")
      }
    }
  }

  @Test func `Starter exercises keep their names, and others get numbers`() throws {
    let journal = try journal()
    _ = try journal.add(
      Entry(.exercise, ["name": "Dr Bone's stretch", "kind": "stretch"]), command: "a", today: nil)
    let names = try journal.copy(showing: .figures).queries.connection.rows(
      "SELECT name FROM exercise ORDER BY id"
    ) { (row) throws(SQLiteError) in try row.text(0) }
    #expect(names.first == "piriformis")
    #expect(names.contains("child's pose"))
    #expect(names.last == "exercise \(names.count)")
  }
}
