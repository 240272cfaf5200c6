import CivilDay
import Testing
import JournalModel

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
    let some = try #require(Day("2026-01-01"))
    let filter = EntryFilter([table], days: some...(some + 30))
    let day = try #require(table.dayField)
    for (filter, bounds) in [(filter, "(\(day)>? AND \(day)<?)"), (EntryFilter(), "(\(day)>?)")] {
      let queries = [table.newest(20, matching: filter), table.each(matching: filter, upTo: 121)]
      for sql in queries.map(\.sql) {
        #expect(try wasteful(sql) == [])
        let plan = try connection.plan(sql)
        let index = try #require(plan.first)
        #expect(
          index.hasPrefix("SEARCH \(table.rawValue) USING ")
            && index.contains("INDEX") && index.hasSuffix(bounds), "\(plan)")
      }
    }
  }

  @Test func `The runs in a shoe and what was found are looked up by an index`() throws {
    // They are few, so that sorting them costs less than an index on all runs.
    let sorting = "USE TEMP B-TREE FOR ORDER BY"
    let shoe = try connection.plan(
      EntryTable.run.newest(20, matching: EntryFilter([.run], footwear: 1)).sql)
    #expect(
      shoe.first == "SEARCH run USING INDEX run_by_footwear (footwear_id=? AND day>?)", "\(shoe)")
    #expect(shoe.allSatisfy { !$0.hasPrefix("SCAN") })
    let filter = EntryFilter(text: TextSearch([TextSearch.Phrase("hill")]))
    _ = try journal.searching(filter) {
      for table in EntryTable.dated where table != .dayMark {
        // The index of words is asked for those that match, whatever that is called.
        let steps = try wasteful(table.newest(20, matching: filter).sql)
        #expect(
          steps == ["SCAN temp.word_index VIRTUAL TABLE INDEX 0:M1", sorting])
      }
    }
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
    #expect(references.count == 30)
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

  /// Whether a step reads a table that grows from end to end, as no day needs.
  ///
  /// What the view `day` puts together of the few days after the cached ones has
  /// names of its own; flare-ups and imported files are few.
  private static func readsAll(_ step: String) -> Bool {
    ["run", "check_in", "stretch", "cross_training", "day_mark", "day_cache"].contains {
      step == "SCAN \($0)" || step.hasPrefix("SCAN \($0) ")
    }
  }

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
        DayAnswers(
          mark: .rest, checkIn: Entry(.checkIn, ["day": "2026-01-02", "leg_pain": 3]),
          flareUp: .begins),
        on: day, today: day)
      _ = try journal.latestCheckInDay(upTo: day)
      _ = try journal.latestCheckIn(telling: [CheckIn.field(\.legPain)], before: day)
      _ = try journal.flareUp(lastingOn: day)
    },
    Use(
      name: "a flare-up that lasts again",
      whole: [
        "SCAN flare_up USING INDEX one_flare_up_lasts",
        "SCAN flare_up USING COVERING INDEX flare_up_by_onset",
      ]
    ) { journal in
      try journal.log(.flareUp, ["onset_day": "2026-01-01", "end_day": "2026-01-02"])
      _ = try journal.reopenFlareUp(nil)
    },
    Use(name: "marks of days") { journal in
      guard let day = Day("2026-01-01") else { return }
      _ = try journal.mark(day...(day + 2), as: .notTracked, today: nil)
      _ = try journal.mark(day...(day + 3), as: .rest, today: nil)
      _ = try journal.mark(of: day)
    },
    Use(name: "the guidance of a day, and its end") { journal in
      guard let day = Day("2026-01-01") else { return }
      let logged = try journal.log(.guidance, ["day": "2026-01-01", "advice": "no hills"])
      _ = try journal.guidanceInForce(on: day)
      _ = try journal.endGuidance(logged.id, on: day)
    },
    // All names are needed to know the start of one; the view is one shoe long.
    Use(
      name: "a shoe",
      whole: ["SCAN footwear USING INDEX sqlite_autoindex_footwear_1", "SCAN footwear_use"]
    ) {
      journal in
      guard let day = Day("2026-01-01") else { return }
      _ = try journal.shoes()
      _ = try journal.setDefaultShoe(1)
      _ = try journal.defaultShoe()
      _ = try journal.footwearUse(of: 1)
      _ = try journal.retireShoe(1, on: day)
      _ = try journal.returnShoe(1)
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
    Use(name: "an edit and a deletion") { journal in
      try journal.log(.run, run)
      _ = try journal.edit(
        1, of: .run, changes: ["rpe": 5, "footwear": "pegasus"], command: "edit", today: nil)
      _ = try journal.delete([1], of: .run, command: "delete")
    },
    Use(name: "all about a run") { journal in
      try journal.log(.run, run)
      guard let id = try journal.latest(of: .run), let day = Day("2026-01-01") else { return }
      _ = try journal.entry(id, of: .run)
      _ = try journal.response(toRunOn: day)
    },
    Use(name: "all about a shoe", whole: ["SCAN footwear_use"]) { _ = try $0.footwearUse(of: 1) },
    Use(name: "a setting") { _ = try $0.setting("units") },
    Use(
      name: "today",
      whole: [
        "SCAN footwear USING INDEX sqlite_autoindex_footwear_1", "USE TEMP B-TREE FOR ORDER BY",
        "SCAN flare_up USING INDEX one_flare_up_lasts",
      ]
    ) { journal in
      guard let day = Day("2026-01-01") else { return }
      _ = try journal.days(in: day...day + 34)
      _ = try journal.runs(in: day...day + 30)
      _ = try journal.latestCheckInDay(upTo: day)
      _ = try journal.footwearInUse()
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
      let isOfDays = sql.contains("FROM day WHERE")
      let steps = try wasteful(sql).filter { step in
        isOfDays
          ? Self.readsAll(step) : !use.whole.contains(step) && !Self.ofNothing.contains(step)
      }
      #expect(steps == [], "\(sql)")
    }
  }

  /// Reading a row of constants, the one that gives an action its stamp, the table that
  /// declares types and is empty, and the list of tables.
  private static let ofNothing: Set<String> = [
    "SCAN CONSTANT ROW", "SCAN (subquery-3)", "SCAN column_type", "SCAN sqlite_schema",
  ]

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
