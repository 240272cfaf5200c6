import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct EntriesTests {
  let journal: Journal

  init() throws { journal = try Journal.inMemory() }

  @Test(
    arguments: [
      (.run, ["day": "2026-01-02", "distance_m": 5], true),
      (.run, ["day": "2026-01-03", "distance_m": 5], false),
      (.flareUp, ["onset_day": "2026-01-01", "end_day": "2026-01-03"], false),
      (.footwear, ["name": "x", "retired_day": "2026-01-03"], false),
      (.guidance, ["day": "2026-01-02", "advice": "x", "until_day": "2030-01-01"], true),
    ] as [(EntryTable, [String: SQLiteValue], Bool)])
  func `A day after today is refused, except where advice ends`(
    _ table: EntryTable, _ values: [String: SQLiteValue], _ isTaken: Bool
  ) throws {
    let today = try #require(Day("2026-01-02"))
    if isTaken {
      #expect(try journal.add(Entry(table, values), command: "x", today: today).id == 1)
    } else {
      let error = try #require(throws: JournalError.self) {
        try journal.add(Entry(table, values), command: "x", today: today)
      }
      #expect("\(error)".contains("is in the future"))
    }
    // Where it is wanted, any day goes.
    if !isTaken { #expect(try journal.log(table, values).id == 1) }
  }

  @Test(
    arguments: [
      (.run, ["day": "2026-01-01"], "A run needs a distance or a duration."),
      (.run, ["distance_m": 5], "day is missing."),
      (.run, ["day": "2026-01-01", "distance": 5], "Unknown field 'distance' in run"),
      (.checkIn, ["day": "2026-01-01"], "A check-in needs at least one value besides the day."),
      (
        .flareUp, ["onset_day": "2026-01-02", "end_day": "2026-01-01"],
        "A flare-up cannot have an end_day before its onset_day."
      ),
      (
        .guidance, ["day": "2026-01-02", "advice": "x", "until_day": "2026-01-01"],
        "A piece of guidance cannot have an until_day before its day."
      ),
      (
        .run, ["day": "2026-01-01", "distance_m": 5, "footwear": "none"],
        "footwear_id is unknown; add it to footwear first."
      ),
      (.stretch, ["day": "2026-01-01", "exercise": "calf", "run_id": 7], "run_id is unknown."),
      (.dayMark, ["day": "2026-01-05", "kind": "rest"], "day is already marked."),
      (.flareUp, ["onset_day": "2026-01-06"], "Only one flare-up can be without an end_day."),
      (.footwear, ["name": "PEGASUS"], "Another shoe already has this name"),
      (
        .exercise, ["name": "Calf", "kind": "stretch"],
        "Another exercise already has this name"
      ),
    ] as [(EntryTable, [String: SQLiteValue], String)])
  func `An entry that breaks a rule is refused with one sentence`(
    _ table: EntryTable, _ values: [String: SQLiteValue], _ sentence: String
  ) throws {
    try journal.log(.footwear, ["name": "pegasus"])
    try journal.log(.dayMark, ["day": "2026-01-05", "kind": "rest"])
    try journal.log(.flareUp, ["onset_day": "2026-01-05"])
    let before = try journal.dump()
    let error = try #require(throws: JournalError.self) { try journal.log(table, values) }
    #expect("\(error)".hasPrefix(sentence))
    #expect(try journal.dump() == before)
  }

  @Test func `Entries logged together may refer by name to those before them`() throws {
    let logged = try journal.add(
      [
        Entry(.footwear, ["name": "pegasus"]),
        Entry(.run, ["day": "2026-01-01", "distance_m": 5, "footwear": "pegasus"]),
        Entry(.run, ["day": "2026-01-02", "distance_m": 6, "footwear": "pegasus"]),
      ], command: "sample", today: nil)
    #expect(logged == Logged(id: 2, action: 1))
    #expect(try journal.connection.column("SELECT footwear_id FROM run") == [1, 1])
  }

  @Test func `A flare-up lasts until it is ended, and only one at a time`() throws {
    let (first, second) = (try #require(Day("2026-01-02")), try #require(Day("2026-01-05")))
    #expect(throws: JournalError.noFlareUpLasts) {
      try journal.endFlareUp(on: first, peakPain: nil)
    }
    let entry = Entry(.flareUp, ["onset_day": "2026-01-02", "peak_pain": 4])
    _ = try journal.startFlareUp(entry, today: second)
    #expect(try journal.openFlareUp()?.onsetDay == first)
    #expect(throws: JournalError.flareUpLasts(since: "2026-01-02")) {
      try journal.startFlareUp(entry, today: second)
    }
    #expect(throws: JournalError.self) { try journal.endFlareUp(on: first - 1, peakPain: nil) }
    #expect(
      throws: JournalError.invalid(
        FieldProblem("peak_pain", "must be a whole number from 0 to 10"))
    ) { try journal.endFlareUp(on: second, peakPain: 11) }
    #expect(try journal.openFlareUp() != nil)
    _ = try journal.endFlareUp(on: second, peakPain: nil)
    #expect(
      try journal.connection.table("SELECT onset_day, end_day, peak_pain FROM flare_up")
        == [["2026-01-02", "2026-01-05", 4]])
    #expect(try journal.openFlareUp() == nil)
    // Within one that was, none begins.
    for (day, isTaken) in [("2026-01-05", false), ("2026-01-06", true)] {
      let next = Entry(.flareUp, ["onset_day": .text(day)])
      if isTaken {
        #expect(throws: Never.self) { try journal.startFlareUp(next, today: nil) }
      } else {
        #expect(throws: JournalError.self) { try journal.startFlareUp(next, today: nil) }
      }
    }
  }

  @Test func `The peak of a flare-up is the higher of what was given at its start and end`() throws
  {
    let day = try #require(Day("2026-01-02"))
    for (start, end, peak) in [(4, 7, 7), (7, 4, 7), (nil, 4, 4), (4, nil, 4), (nil, nil, nil)]
      as [(Int?, Int?, Int?)]
    {
      _ = try journal.startFlareUp(
        Entry(.flareUp, ["onset_day": "2026-01-02", "peak_pain": .integer(start)]), today: day)
      _ = try journal.endFlareUp(on: day, peakPain: end)
      #expect(try journal.connection.column("SELECT peak_pain FROM flare_up") == [.integer(peak)])
      _ = try journal.undo()
      _ = try journal.undo()
    }
  }

  @Test func `A query hands over names and rows, and can only read`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 5])
    var result = CollectedResult()
    func query(_ sql: String) throws {
      result = CollectedResult()
      try journal.read(Query(sql), into: &result)
    }
    try query("SELECT day, distance_km AS km FROM day")
    #expect(result.names == ["day", "km"])
    #expect(result.rows == [["2026-01-01", 0.005]])
    try query("SELECT value FROM json_each('[1,2]') WHERE 0")
    #expect(result.names == ["value"] && result.rows.isEmpty)
    try query("SELECT name FROM pragma_table_info('run') LIMIT 1")
    #expect(result.rows == [["id"]])
    let error = try #require(throws: SQLiteError.self) { try query("DELETE FROM run") }
    #expect(error.code == .denied)
    // What the rows go to may fail, and the journal goes on.
    var full = CollectedResult(isFull: true)
    #expect(throws: CollectedResult.Full.self) {
      try journal.read(Query("SELECT 1"), into: &full)
    }
    try journal.log(.run, ["day": "2026-01-02", "distance_m": 5])
  }
}

/// A result as values.
private struct CollectedResult: ResultReader {
  struct Full: Error {}

  var isFull = false
  var names: [String] = []
  var rows: [[SQLiteValue]] = []

  mutating func begin(_ columns: [String]) { names = columns }

  mutating func take(_ row: borrowing QueryRow) throws {
    guard !isFull else { throw Full() }
    var values: [SQLiteValue] = []
    for column in 0..<row.count {
      switch row[column] {
      case .null: values.append(.null)
      case .integer(let number): values.append(.integer(number))
      case .real(let number): values.append(.real(number))
      case .text(let bytes): values.append(.text(String(decoding: bytes, as: UTF8.self)))
      case .blob(let bytes): values.append(.blob(Array(bytes)))
      }
    }
    rows.append(values)
  }

  func end() {}
}
