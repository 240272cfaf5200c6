import CivilDay
import Foundation
import Testing
import JournalModel

@testable import JournalStore

@Suite struct ImportTests {
  let journal: Journal
  let connection: Connection

  init() throws {
    journal = try Journal.inMemory()
    connection = journal.connection
  }

  @Test func `An import tells what it did, and keeps it`() throws {
    let report = try journal.importRows(
      "day,distance_m", ["2026-01-01,5000", "2026-01-02,0", "2026-01-03,6000"])
    #expect(report.added == 2)
    #expect(report.alreadyThere == 0)
    #expect(report.refused == 1)
    #expect(report.importID == 1)
    #expect(report.coverage == nil)
    #expect(
      try connection.table(
        """
        SELECT id, file_name, format, target, mapping, added, already_there, refused, covers_from,
          imported_at IS strftime('%Y-%m-%dT%H:%M:%SZ', imported_at)
        FROM import
        """)
        == [
          [
            1, "diary.csv", "csv", "run", "SELECT * FROM csv", 2, 0, 1, .null, 1,
          ]
        ])
    #expect(try connection.column("SELECT import_id FROM run") == [1, 1])
    #expect(try connection.table("SELECT command, import_id FROM action") == [["import", 1]])
  }

  @Test func `Rows that are there already are left out`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 5_000, "note": "by hand"])
    let rows = ["2026-01-01,5000", "2026-01-02,6000", "2026-01-02,6000", "2026-01-03,7000"]
    let first = try journal.importRows("day,distance_m", rows)
    // A file may hold two equal runs: both are meant.
    #expect(first.added == 3)
    #expect(first.alreadyThere == 1)
    let second = try journal.importRows("day,distance_m", rows)
    #expect(second.added == 0)
    #expect(second.alreadyThere == 4)
    #expect(second.importID == nil)
    #expect(try connection.integer("SELECT count(*) FROM import") == 1)
    // A longer file brings what is new.
    let third = try journal.importRows("day,distance_m", rows + ["2026-01-04,8000"])
    #expect(third.added == 1)
    #expect(third.alreadyThere == 4)
    #expect(try connection.integer("SELECT count(*) FROM run") == 5)
  }

  @Test func `A row is there already if it agrees in what the file tells, unknown fields too`()
    throws
  {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 5_000, "rpe": 5])
    let report = try journal.importRows(
      "day,distance_m,rpe", ["2026-01-01,5000,", "2026-01-01,5000,5", "2026-01-01,5000.0,5.0"])
    // The one row that is there stands for one row of the file.
    #expect(report.added == 2)
    #expect(report.alreadyThere == 1)
  }

  @Test(arguments: EntryTable.importable)
  func `Rows of every kind can be imported, and a second time nothing is added`(
    _ table: EntryTable
  ) throws {
    try journal.log(.routine, ["name": "morning"])
    let (header, row) =
      switch table {
      case .run: ("day,duration_s", "2026-01-01,60")
      case .checkIn: ("day,leg_pain,side", "2026-01-01,3,left")
      case .stretch: ("day,exercise,sets", "2026-01-01,Calf,3")
      case .flareUp: ("onset_day,end_day", "2026-01-01,2026-01-02")
      case .crossTraining: ("day,activity", "2026-01-01,swim")
      case .dayMark: ("day,kind", "2026-01-01,rest")
      case .guidance: ("day,advice,until_day", "2026-01-01,rest,2027-05-01")
      case .footwear: ("name,start_distance_m", "pegasus,")
      case .exercise: ("name,kind", "warrior,stretch")
      case .routine: ("name", "evening")
      case .routineStep: ("routine,position,exercise,hold_s", "morning,1,Calf,30")
      case .setting: ("name,value", "a,b")
      }
    #expect(try journal.importRows(header, [row], as: table).added == 1)
    let again = try journal.importRows(header, [row], as: table)
    #expect(again.alreadyThere == 1)
    #expect(again.added == 0)
  }

  @Test func `Refused rows have reasons and lines, and at most some are listed`() throws {
    try journal.log(.dayMark, ["day": "2026-01-09", "kind": "rest"])
    let report = try journal.importRows(
      "day,kind",
      [
        "2026-13-01,rest", "2026-01-02,party", ",rest", "2026-01-03,", "2027-01-01,rest",
        "2026-01-09,not_tracked", "2026-01-04,REST",
      ], as: .dayMark)
    #expect(report.added == 1)
    #expect(
      report.refusals.map { "\($0.line ?? 0): \($0.reason)" } == [
        "2: day is '2026-13-01', not a YYYY-MM-DD date; convert it with to_day().",
        "3: kind must be one of: rest, not_tracked.",
        "4: day is missing.", "5: kind is missing.", "6: day is in the future.",
        "7: day is already marked.",
      ])
    let many = try journal.importRows(
      "day,kind", (0..<100).map { _ in "x,rest" } + ["2026-01-05,rest"], as: .dayMark)
    #expect(many.refused == 100)
    #expect(many.refusals.count == ImportReport.listedRefusals)
  }

  @Test func `No reason holds a value but that of a day, a time or a number`() throws {
    let secret = "8812345"
    for table in EntryTable.importable {
      for field in table.fields
      where ![.text(upTo: 10_000), .day, .clockTime].contains(field.kind) {
        let required = table.fields.filter { $0.isRequired && $0.name != field.name }
        let values = required.map { $0.kind == .day ? "2026-01-01" : "x" } + [secret]
        let report = try journal.importRows(
          (required.map(\.name) + [field.name]).joined(separator: ","),
          [values.joined(separator: ",")], as: table)
        for refusal in report.refusals { #expect(!refusal.reason.contains(secret)) }
      }
    }
  }

  @Test func `Records that cannot be used are refused with their own reason`() throws {
    var file = MemoryTable(
      header: ["day", "distance_m"],
      records: [
        .fields(["2026-01-01", "5"], line: 2), .unusable(reason: "It has 3 fields.", line: 3),
        .fields(["2026-01-02", "x"], line: 9),
      ])
    let report = try journal.importRows(
      of: &file,
      plan: ImportPlan(
        table: .run, select: "SELECT * FROM csv", fileName: "a",
        today: try #require(Day("2026-12-31"))))
    #expect(report.added == 1)
    #expect(
      report.refusals == [
        ImportReport.Refusal(line: 3, reason: "It has 3 fields."),
        ImportReport.Refusal(
          line: 9, reason: "distance_m: 'x' is not a number."),
      ])
  }

  @Test func `A shoe is found by its name, also by one that looks like a number`() throws {
    for name in ["1080", "Cloud 5", "4.5"] { try journal.log(.footwear, ["name": .text(name)]) }
    let report = try journal.importRows(
      "day,distance_m,shoe",
      [
        "2026-01-01,1,1080", "2026-01-01,2, cloud 5 ", "2026-01-01,3,4.5", "2026-01-01,4,",
        "2026-01-01,5,2", "2026-01-01,6,new",
      ],
      "SELECT day, distance_m, shoe AS footwear FROM csv")
    #expect(
      try connection.column("SELECT footwear_id FROM run ORDER BY id") == [1, 2, 3, .null])
    #expect(
      report.refusals.map(\.reason)
        == Array(
          repeating: "footwear_id is unknown; add it to footwear first.", count: 2))
    // By its id where the column says so.
    let byID = try journal.importRows(
      "day,distance_m,shoe", ["2026-01-02,1,2", "2026-01-02,2,9"],
      "SELECT day, distance_m, shoe AS footwear_id FROM csv")
    #expect(byID.added == 1)
    #expect(try connection.value("SELECT footwear_id FROM run ORDER BY id DESC") == 2)
  }

  @Test func `A mapping may read the journal, as it was before`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 1_000])
    // Rows of its own would be read for ever otherwise.
    let report = try journal.importRows(
      "x", ["1"], "SELECT day, distance_m + x AS distance_m FROM run JOIN csv")
    #expect(report.added == 1)
    #expect(try connection.column("SELECT distance_m FROM run") == [1_000.0, 1_001.0])
    let other = try journal.importRows(
      "day,m", ["2026-01-01,5", "2026-01-02,6", "2026-01-02,7"],
      "SELECT day, m AS distance_m FROM csv WHERE day NOT IN (SELECT day FROM run)")
    #expect(other.added == 2)
    #expect(try connection.integer("SELECT count(*) FROM import") == 2)
    #expect(try connection.column("SELECT name FROM sqlite_temp_schema").isEmpty)
  }

  @Test func `A row of the journal is not taken for a line of the file`() throws {
    try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 1])
    let report = try journal.importRows(
      "x", ["1", "2", "3"], "SELECT day, -5 AS distance_m FROM check_in")
    #expect(report.refusals.map(\.line) == [nil])
  }

  @Test func `Reading that fails half-way leaves nothing behind`() throws {
    struct Gone: Error {}
    let before = try journal.dump()
    var file = MemoryTable("day,distance_m", ["2026-01-01,5"], failure: Gone())
    let plan = ImportPlan(
      table: .run, select: "SELECT * FROM csv", fileName: "a",
      today: try #require(Day("2026-12-31")))
    #expect(throws: Gone.self) { try journal.importRows(of: &file, plan: plan) }
    #expect(try journal.dump() == before)
    #expect(try connection.column("SELECT name FROM sqlite_temp_schema").isEmpty)
    #expect(try journal.importRows("day,distance_m", ["2026-01-01,5"]).added == 1)
  }

  @Test func `One import after another finds its own columns`() throws {
    for columns in ["day,distance_m", "day,duration_s", "day,distance_m,duration_s"] {
      let row =
        "2026-01-01" + String(repeating: ",60", count: columns.split(separator: ",").count - 1)
      #expect(try journal.importRows(columns, [row]).added == 1)
    }
    #expect(try connection.integer("SELECT count(*) FROM run") == 3)
  }

  @Test func `A header that no table can have is refused in words`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try journal.importRows((0..<3_000).map { "c\($0)" }.joined(separator: ","), [])
    }
    #expect(error.message == "too many columns on csv")
    #expect(try journal.importRows("day,distance_m", []).added == 0)
  }
}
