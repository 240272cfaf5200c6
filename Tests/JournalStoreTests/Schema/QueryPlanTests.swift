import CivilDay
import Testing

@testable import JournalStore

/// That the queries use the indexes that were made for them.
@Suite struct QueryPlanTests {
  let journal: Journal
  let connection: Connection

  init() throws {
    journal = try Journal.inMemory()
    connection = journal.connection
  }

  /// Steps that read a table from end to end, or sort what no index sorts.
  private func wasteful(_ sql: String) throws -> [String] {
    try connection.plan(sql).filter {
      $0.hasPrefix("SCAN") || ($0.contains("TEMP B-TREE") && !$0.contains("count(DISTINCT)"))
    }
  }

  @Test(arguments: EntryTable.dated)
  func `The newest entries are read off the index on day and time`(_ table: EntryTable) throws {
    #expect(try wasteful(table.newestFirst) == [])
    let day = table == .flareUp ? "onset_day" : "day"
    let plan = try connection.plan(table.newestFirst)
    let index = try #require(plan.first)
    #expect(
      index.hasPrefix("SEARCH \(table.rawValue) USING ")
        && index.contains("INDEX") && index.hasSuffix("(\(day)>? AND \(day)<?)"), "\(plan)")
  }

  @Test func `Every reference is looked up by an index when what it refers to goes`() throws {
    let references = try connection.rows(
      """
      SELECT list.name, key."from"
      FROM pragma_table_list AS list
      JOIN pragma_foreign_key_list(list.name) AS key
      WHERE list.schema = 'main'
      """
    ) { (row) throws(SQLiteError) in (try row.text(0), try row.text(1)) }
    #expect(references.count == 17)
    for (table, column) in references {
      // The form in which SQLite itself looks.
      let sql = "SELECT 1 FROM \"\(table)\" WHERE \"\(column)\" = ?1"
      #expect(try wasteful(sql) == [], "\(table).\(column)")
    }
  }

  /// Something that the journal does every day.
  private struct Use: Sendable {
    let name: String
    /// Steps that may read all of what they read.
    var whole: [String] = []
    let body: @Sendable (Journal) throws -> Void
  }

  private static let run: [String: SQLiteValue] = [
    "day": "2026-01-01", "distance_m": 5_000, "footwear": "pegasus",
  ]

  private static let uses: [Use] = [
    Use(name: "the runs of some days") { journal in
      guard let day = Day("2026-01-01") else { return }
      _ = try journal.runs(in: day...day)
    },
    Use(name: "an entry") { journal in
      try journal.log(.run, run)
      try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 3])
      try journal.log(.stretch, ["day": "2026-01-01", "exercise": "calf", "run_id": 1])
    },
    // This index holds the one flare-up that lasts, or nothing.
    Use(name: "a flare-up", whole: ["SCAN flare_up USING INDEX one_flare_up_lasts"]) { journal in
      guard let day = Day("2026-01-01") else { return }
      _ = try journal.startFlareUp(Entry(.flareUp, ["onset_day": "2026-01-01"]), today: day)
      _ = try journal.endFlareUp(on: day, peakPain: 5)
    },
    // The latest action is found from the end backwards.
    Use(name: "an undo", whole: ["SCAN done", "USE TEMP B-TREE FOR count(DISTINCT)"]) { journal in
      try journal.log(.run, run)
      _ = try journal.undoLatest()
    },
    Use(name: "an import and its undo", whole: ["USE TEMP B-TREE FOR count(DISTINCT)"]) { journal in
      let report = try journal.importRows("day,distance_m", ["2026-01-01,5000", "2026-01-01,9"])
      _ = try journal.undoImport(report.importID ?? 0)
    },
    Use(name: "a setting") { _ = try $0.setting("units") },
    // Shoes and imported files are few; the others are steps over the days asked
    // for, of which there are as few.
    Use(
      name: "today",
      whole: [
        "SCAN footwear USING INDEX sqlite_autoindex_footwear_1", "SCAN import",
        "SCAN calendar", "SCAN keyed", "SCAN stated", "SCAN day_boundary",
        "SCAN flare_up USING INDEX one_flare_up_lasts",
        "USE TEMP B-TREE FOR GROUP BY", "USE TEMP B-TREE FOR ORDER BY",
      ]
    ) { journal in
      guard let day = Day("2026-01-01") else { return }
      _ = try journal.days(in: day...day + 34)
      _ = try journal.runs(in: day...day + 30)
      _ = try journal.lastCheckInDay(upTo: day)
      _ = try journal.shoesInUse()
      _ = try journal.guidanceInForce(on: day)
      _ = try journal.openFlareUp()
    },
  ]

  @Test(arguments: uses.map(\.name))
  func `What is done every day reads no table from end to end`(_ name: String) throws {
    try journal.log(.footwear, ["name": "pegasus"])
    let use = try #require(Self.uses.first { $0.name == name })
    let statements = try connection.traced { try use.body(journal) }
    // The file is a table for the time of the import only, and is read whole.
    let queries = Set(statements.filter { !$0.contains("csv") && !$0.contains("temp.") }).filter {
      sql in
      ["SELECT", "UPDATE", "DELETE", "INSERT"].contains { sql.hasPrefix($0) }
    }
    #expect(!queries.isEmpty)
    for sql in queries {
      let steps = try wasteful(sql).filter { step in
        !use.whole.contains(step) && step != "SCAN CONSTANT ROW"
      }
      #expect(steps == [], "\(sql)")
    }
  }

  @Test func `What looks for a row of an import that is there already uses an index`() throws {
    try connection.execute(script: "CREATE TEMP TABLE claimed (id INTEGER PRIMARY KEY)")
    for table in EntryTable.importable {
      let required = table.fields.filter(\.isRequired).map(\.name)
      let inserter = try EntryInserter(
        connection, table: table, columns: required, today: nil, importID: 1)
      let statements = try connection.traced {
        _ = try inserter.twin(of: required.map { _ in "x" })
      }
      for sql in statements { #expect(try wasteful(sql) == [], "\(sql)") }
    }
  }
}
