import Testing
import JournalModel

@testable import JournalStore

/// What the triggers record of every change.
@Suite struct ChangeTests {
  let journal: Journal
  let connection: Connection

  init() throws {
    journal = try Journal.inMemory()
    connection = journal.connection
    try journal.log(.footwear, ["name": "pegasus"])
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 5_000])
    try journal.log(.routine, ["name": "evening"])
  }

  /// A row that fills every field, and one that differs in every field.
  private static let rows: [EntryTable: ([String: SQLiteValue], [String: SQLiteValue])] = [
    .run: (
      [
        "day": "2026-02-01", "start_time": "07:00:00", "utc_offset_min": 60, "distance_m": 8_200.5,
        "duration_s": 2_710.25, "rpe": 6.5, "footwear_id": 1, "surface": "road", "ascent_m": 0.1,
        "heart_rate_avg": 150, "heart_rate_max": 180, "cadence_spm": 171.0,
        "form_change": "cadence", "pain_before": 0, "pain_during": 1, "pain_after": 2,
        "mood_after": 7, "note": "it's \"fine\" ✓", "descent_m": 0.2, "steps": 7_000,
        "doubt": "It is cut off.",
      ],
      [
        "day": "2026-02-02", "start_time": .null, "utc_offset_min": -90,
        "distance_m": .real(0.1 + 0.2), "duration_s": .real(1.0 / 3), "rpe": .null,
        "footwear_id": .null,
        "surface": "trail", "ascent_m": .real(.leastNonzeroMagnitude), "heart_rate_avg": .null,
        "heart_rate_max": 181,
        "cadence_spm": 172.0, "form_change": .null, "pain_before": .null, "pain_during": 2,
        "pain_after": 3, "mood_after": .null, "note": "",
        "descent_m": 0.3, "steps": .null, "doubt": .null,
      ]
    ),
    .checkIn: (
      [
        "day": "2026-02-01", "time": "07:00:00", "utc_offset_min": 0, "moment": "morning",
        "leg_pain": 3, "back_pain": 0, "reach": 4, "side": "left", "numbness": 0, "tingling": 1,
        "weakness": 0, "weakness_unchanged": 0, "sitting_hours": 7.25, "sleep_hours": 8.0,
        "stress": 2, "mood": 8,
        "saddle_numbness": 0, "bladder_or_bowel": .null, "medication": "x", "note": "y",
      ],
      [
        "day": "2026-02-02", "time": .null, "utc_offset_min": .null, "moment": "later",
        "leg_pain": .null, "back_pain": 1, "reach": .null, "side": "both", "numbness": 1,
        "tingling": 0, "weakness": .null, "weakness_unchanged": 1, "sitting_hours": .null,
        "sleep_hours": 0.1, "stress": 3,
        "saddle_numbness": 1, "bladder_or_bowel": 1, "mood": .null, "medication": .null,
        "note": "z",
      ]
    ),
    .stretch: (
      [
        "day": "2026-02-01", "time": "07:00:00", "utc_offset_min": 60, "exercise_id": 1, "sets": 3,
        "reps": 5, "hold_s": 30.5, "duration_s": 90.0, "side": "left", "run_id": 1, "note": "x",
      ],
      [
        "day": "2026-02-02", "time": .null, "utc_offset_min": .null, "exercise_id": 2,
        "sets": .null, "reps": 6, "hold_s": .null, "duration_s": 0.7, "side": .null,
        "run_id": .null, "note": .null,
      ]
    ),
    .flareUp: (
      [
        "onset_day": "2026-02-01", "end_day": .null, "peak_pain": .null, "trigger_run_id": 1,
        "trigger_text": "hills", "note": .null,
      ],
      [
        "onset_day": "2026-02-02", "end_day": "2026-02-03", "peak_pain": 7,
        "trigger_run_id": .null, "trigger_text": .null, "note": "x",
      ]
    ),
    .crossTraining: (
      [
        "day": "2026-02-01", "start_time": "07:00:00", "utc_offset_min": 60, "activity": "swim",
        "duration_s": 1_800.0, "distance_m": 900.0, "rpe": 3.0, "note": "x",
        "doubt": "It is cut off.",
      ],
      [
        "day": "2026-02-02", "start_time": .null, "utc_offset_min": .null, "activity": "walk",
        "duration_s": .null, "distance_m": 0.3, "rpe": .null, "note": .null, "doubt": .null,
      ]
    ),
    .dayMark: (
      ["day": "2026-02-01", "kind": "rest"], ["day": "2026-02-02", "kind": "not_tracked"]
    ),
    .guidance: (
      [
        "day": "2026-02-01", "given_by": "physio", "advice": "rest", "longest_run_m": 5_000.0,
        "days_off": 2, "until_day": "2026-03-01", "time": "09:30:00", "utc_offset_min": 60,
      ],
      [
        "day": "2026-02-02", "given_by": .null, "advice": "run", "longest_run_m": .null,
        "days_off": .null, "until_day": .null, "time": .null, "utc_offset_min": .null,
      ]
    ),
    .footwear: (
      [
        "name": "cloud", "model": "On", "kind": "minimal", "drop_mm": 4.5,
        "first_day": "2026-01-01", "start_distance_m": 10.5, "limit_distance_m": 7e5,
        "retired_day": "2026-02-01", "note": "x", "is_default": .null,
      ],
      [
        "name": "Cloud 2", "model": .null, "kind": .null, "drop_mm": .null, "first_day": .null,
        "start_distance_m": .null, "limit_distance_m": .null, "retired_day": .null, "note": .null,
        "is_default": 1,
      ]
    ),
    .exercise: (
      ["name": "warrior", "kind": "stretch", "note": "x"],
      ["name": "Warrior", "kind": "mobility", "note": .null]
    ),
    .routine: (["name": "morning", "note": "x"], ["name": "Morning", "note": .null]),
    .routineStep: (
      [
        "routine_id": 1, "position": 1, "exercise_id": 1, "sets": 3, "reps": .null,
        "hold_s": 30.0, "duration_s": .null, "side": "left",
      ],
      [
        "routine_id": 1, "position": 2, "exercise_id": 2, "sets": .null, "reps": 6,
        "hold_s": .null, "duration_s": 0.7, "side": .null,
      ]
    ),
    .setting: (["name": "units", "value": "km"], ["name": "unit", "value": "mi"]),
  ]

  /// The changes since change `last`, with the values before.
  private func changes(after last: Int) throws -> [(
    kind: String, row: Int, before: [String: SQLiteValue]
  )] {
    try connection.rows(
      "SELECT id, kind, row_id FROM change WHERE id > ?1 ORDER BY id", .integer(last)
    ) { (row) throws(SQLiteError) in
      let values = try connection.rows(
        "SELECT field, before FROM change_value WHERE change_id = ?1", .integer(try row.integer(0))
      ) { (row) throws(SQLiteError) in (try row.text(0), row.value(1)) }
      return (
        try row.text(1), try row.integer(2), Dictionary(uniqueKeysWithValues: values)
      )
    }
  }

  private func lastChange() throws -> Int {
    try connection.integer("SELECT coalesce(max(id), 0) FROM change")
  }

  @Test(arguments: EntryTable.allCases)
  func `An insert, an update and a delete are recorded with what was before, to the last bit`(
    _ table: EntryTable
  ) throws {
    let (first, second) = try #require(Self.rows[table])
    #expect(Set(first.keys) == Set(table.fields.map(\.name)))
    let start = try (dump: journal.dump(), change: lastChange())
    let names = first.keys.sorted()
    let places = names.indices.map { "?\($0 + 1)" }

    try connection.run(
      "INSERT INTO \(table.rawValue) (\(names.joined(separator: ", "))) VALUES (\(places.joined(separator: ", ")))",
      names.map { first[$0] ?? .null })
    let id = connection.lastInsertedRowID
    let settings = zip(names, places).map { "\($0) = \($1)" }.joined(separator: ", ")
    try connection.run(
      "UPDATE \(table.rawValue) SET \(settings) WHERE id = \(id)", names.map { second[$0] ?? .null }
    )
    // A change that changes nothing is recorded as such.
    try connection.run("UPDATE \(table.rawValue) SET id = id WHERE id = \(id)")
    try connection.run("DELETE FROM \(table.rawValue) WHERE id = \(id)")

    let changes = try changes(after: start.change)
    #expect(changes.map(\.kind) == ["insert", "update", "update", "delete"])
    #expect(changes.allSatisfy { $0.row == id })
    #expect(changes[0].before.isEmpty)
    #expect(changes[1].before == first.filter { second[$0.key] != $0.value })
    #expect(changes[2].before.isEmpty)
    let known = second.filter { !$0.value.isNull }
    #expect(changes[3].before == known.merging(["id": .integer(id)]) { $1 })
    for (field, value) in changes[1].before {
      guard case .real(let found) = value, case .real(let stored) = first[field] else { continue }
      #expect(found.bitPattern == stored.bitPattern)
    }
    #expect(try journal.dump() == start.dump)
  }

  @Test(
    arguments: [
      ("1.0", "1"), ("007", "7"), ("Calm", "calm"), ("", " "), ("x", "x\0y"), ("é", "e\u{301}"),
    ] as [(SQLiteValue, SQLiteValue)])
  func `Text that is nearly the same is another text`(
    _ first: SQLiteValue, _ second: SQLiteValue
  ) throws {
    try connection.run("UPDATE run SET note = ?1", first)
    let last = try lastChange()
    try connection.run("UPDATE run SET note = ?1", second)
    let found = try connection.table(
      "SELECT before FROM change_value WHERE change_id > ?1", .integer(last))
    guard case .text(let found)? = found.first?.first, case .text(let first) = first else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(Array(found.utf8) == Array(first.utf8))
  }

  @Test func `Every table but the record itself is recorded`() throws {
    let triggers = try connection.rows(
      "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'record_*'"
    ) { (row) throws(SQLiteError) in try row.text(0) }
    let tables = Dictionary(grouping: triggers) { $0 }.mapValues(\.count)
    let expected =
      EntryTable.allCases.map(\.rawValue) + [
        "import", "activity_source", "saved_query", "typed_activity", "trial_plan", "trial_pause",
        "trial_answer",
      ]
    #expect(tables == Dictionary(uniqueKeysWithValues: expected.map { ($0, 3) }))
  }

  @Test func `A change belongs to the action that made it, or to none if another program did`()
    throws
  {
    let last = try lastChange()
    let logged = try journal.log(.run, ["day": "2026-02-01", "distance_m": 1])
    try connection.run("UPDATE run SET note = 'x' WHERE id = ?1", .integer(logged.id))
    #expect(
      try connection.column(
        "SELECT action_id FROM change WHERE id > ?1 ORDER BY id", .integer(last))
        == [.integer(logged.action), .null])
    #expect(try connection.integer("SELECT count(*) FROM action WHERE is_open = 1") == 0)
  }

  @Test func `What a key changes in other rows is recorded under the same action`() throws {
    try connection.run("UPDATE run SET footwear_id = 1")
    let last = try lastChange()
    _ = try journal.act("delete") {
      _ = try connection.run("DELETE FROM footwear")
      return 1
    }
    #expect(
      Set(
        try connection.table(
          "SELECT table_name, kind FROM change WHERE id > ?1 AND action_id IS NOT NULL",
          .integer(last)
        ).map(\.description))
        == Set(
          [["footwear", "delete"], ["run", "update"]].map { (row: [SQLiteValue]) in row.description
          }))
  }

  @Test func `An entry that is refused leaves neither action nor change`() throws {
    let before = try connection.table(
      "SELECT (SELECT count(*) FROM action), (SELECT count(*) FROM change)")
    #expect(throws: JournalError.self) { try journal.log(.run, ["day": "2026-02-01"]) }
    #expect(throws: JournalError.self) {
      try journal.add(
        [
          Entry(.checkIn, ["day": "2026-02-01", "leg_pain": 3]),
          Entry(.checkIn, ["day": "2026-02-01", "leg_pain": 11]),
        ], command: "pain", today: nil)
    }
    #expect(
      try connection.table("SELECT (SELECT count(*) FROM action), (SELECT count(*) FROM change)")
        == before)
  }
}
