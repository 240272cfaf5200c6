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

    /// The changes of one action, or of its entries, are grouped and counted.
    static let grouping = [
      "USE TEMP B-TREE FOR GROUP BY", "USE TEMP B-TREE FOR ORDER BY",
      "USE TEMP B-TREE FOR count(DISTINCT)",
    ]
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
    Use(name: "a check-in", whole: ["SCAN flare_up USING INDEX one_flare_up_lasts"]) { journal in
      guard let day = Day("2026-01-02") else { return }
      _ = try journal.checkIn(
        [Entry(.checkIn, ["day": "2026-01-02", "leg_pain": 3])], flareUp: .begins, on: day,
        today: day)
      _ = try journal.latestCheckInDay(upTo: day)
      _ = try journal.latestCheckIn(telling: "leg_pain", before: day)
      _ = try journal.flareUp(lastingOn: day)
    },
    Use(name: "an undo, a redo and an undo by number", whole: Use.grouping) { journal in
      try journal.log(.run, run)
      _ = try journal.undo()
      _ = try journal.redo()
      _ = try journal.undo(.action(2))
      _ = try journal.redo(2)
    },
    Use(name: "an undo and a redo that are blocked", whole: Use.grouping) { journal in
      let shoe = try journal.log(.footwear, ["name": "cloud"])
      let logged = try journal.log(
        .run, ["day": "2026-01-01", "distance_m": 1, "footwear": "cloud"])
      _ = try? journal.undo(.action(shoe.action))
      _ = try journal.undo(.action(logged.action))
      _ = try journal.undo(.action(shoe.action))
      _ = try? journal.redo(logged.action)
      try journal.log(.footwear, ["name": "cloud"])
      _ = try? journal.redo(shoe.action)
    },
    Use(name: "an import and its undo", whole: Use.grouping) { journal in
      let report = try journal.importRows("day,distance_m", ["2026-01-01,5000", "2026-01-01,9"])
      _ = try journal.undo(.imported(report.importID ?? 0))
    },
    // The newest actions are read from the end, as many as are asked for.
    Use(name: "the history", whole: Use.grouping + ["SCAN action"]) { journal in
      try journal.log(.run, run)
      for action in try journal.actions(newest: 20) {
        _ = try journal.tally(of: action.number)
        _ = try journal.changes(by: action.number, atMost: 3)
      }
      _ = try journal.changesByOthers(since: 1)
      _ = try journal.history(of: 1, in: .run)
    },
    Use(name: "a setting") { _ = try $0.setting("units") },
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
