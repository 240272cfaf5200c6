import CivilDay
import JournalModel
import Testing
@testable import JournalStore

/// The columns of views have types, for programs that compare with text.
@Suite struct TypedViewTests {
  private let connection: Connection

  init() throws {
    let journal = try Journal.inMemory()
    connection = journal.connection
    try journal.log(
      .footwear,
      [
        "name": "Harrier", "model": "Harrier 3", "kind": "trail", "first_day": "2026-01-01",
        "retired_day": "2026-04-01", "limit_distance_m": 800_000,
      ])
    for number in 1...20 {
      let day = "2026-03-\(number < 10 ? "0" : "")\(number)"
      try journal.log(
        .checkIn,
        [
          "day": .text(day), "time": "07:00", "leg_pain": .integer(number % 5), "back_pain": 1,
          "reach": 2, "side": "left", "numbness": 0, "tingling": 1, "weakness": 0,
          "saddle_numbness": 0, "bladder_or_bowel": 0, "stress": 3, "mood": 6,
          "sitting_hours": 7.5, "sleep_hours": 8, "medication": "none", "note": "n",
        ])
      try journal.log(
        .checkIn, ["day": .text(day), "time": "20:00", "leg_pain": 4, "side": "right"])
      guard number % 2 == 0 else { continue }
      try journal.log(
        .run,
        [
          "day": .text(day), "start_time": "18:00", "distance_m": 8_000, "duration_s": 2_700,
          "rpe": 5, "footwear_id": 1, "surface": "trail", "ascent_m": 120, "descent_m": 110,
          "steps": 7_000, "heart_rate_avg": 140, "cadence_spm": 170, "form_change": "stride",
          "pain_before": 1, "pain_during": 2, "pain_after": 3, "mood_after": 7,
        ])
      try journal.log(.stretch, ["day": .text(day), "exercise_id": 1, "duration_s": 90])
      try journal.log(
        .crossTraining, ["day": .text(day), "activity": "swim", "duration_s": 1_800])
    }
    try journal.log(
      .flareUp, ["onset_day": "2026-03-05", "end_day": "2026-03-06", "peak_pain": 6])
    try journal.log(
      .flareUp,
      [
        "onset_day": "2026-03-15", "end_day": "2026-03-17", "peak_pain": 7, "trigger_run_id": 5,
        "trigger_text": "hills",
      ])
    journal.cacheDays()
  }

  private func views() throws -> [String] {
    try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name") {
      (row) throws(SQLiteError) in try row.text(0)
    }.filter { !Journal.internalRelations.contains($0) }
  }

  private func columns(of view: String) throws -> [(name: String, type: String)] {
    try connection.rows("SELECT name, type FROM pragma_table_info(?1)", .text(view)) {
      (row) throws(SQLiteError) in (try row.text(0), try row.text(1))
    }
  }

  @Test func `Every column of every view has a declared type`() throws {
    for view in try views() {
      for column in try columns(of: view) {
        #expect(["INTEGER", "REAL", "TEXT"].contains(column.type), "\(view).\(column.name)")
      }
    }
  }

  /// Whether all days are cached but the newest, or none is.
  @Test(arguments: [true, false])
  func `A value equals its text, and has the declared type`(_ isCached: Bool) throws {
    if !isCached { try connection.run("DELETE FROM day_cache") }
    var compared = 0
    for view in try views() where !view.hasPrefix("trial") {
      for column in try columns(of: view) {
        let name = "\(view).\(column.name)"
        let values = try connection.rows(
          "SELECT DISTINCT \(column.name), typeof(\(column.name)) FROM \(view) "
            + "WHERE \(column.name) IS NOT NULL"
        ) { (row) throws(SQLiteError) in (row.value(0), try row.text(1)) }
        #expect(!values.isEmpty, "\(name)")
        for (value, type) in values {
          #expect(type.uppercased() == column.type, "\(name)")
          let text: SQLiteValue =
            switch value {
            case .integer(let number): .text("\(number)")
            case .real(let number): .text("\(number)")
            default: value
            }
          for (sql, given) in [
            ("SELECT count(*) > 0 FROM \(view) WHERE \(column.name) = ?1", text),
            ("SELECT count(*) > 0 FROM (SELECT * FROM \(view)) WHERE \(column.name) = ?1", text),
          ] {
            #expect(
              try connection.first(sql, given) { (row) throws(SQLiteError) in
                try row.integer(0)
              } == 1, "\(name)")
          }
          compared += 1
        }
      }
    }
    #expect(compared > 300)
  }

  @Test func `The anchor of types stays empty`() throws {
    #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO column_type (whole) VALUES (1)")
    }
    #expect(try connection.integer("SELECT count(*) FROM column_type") == 0)
  }
}
