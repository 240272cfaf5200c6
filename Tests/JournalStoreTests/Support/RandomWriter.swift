import CivilDay
import JournalModel
@testable import JournalStore

/// Writes to the days of a few weeks, at random: with the methods of a journal, and
/// with SQL as another program would.
struct RandomWriter {
  let journal: Journal
  private var random: SplitMix64

  init(_ journal: Journal, seed: UInt64) {
    self.journal = journal
    random = SplitMix64(state: seed)
  }

  /// Makes one change; one that may not be changes nothing.
  mutating func write() throws {
    do {
      if below(3) == 0 { try ask() } else { try run() }
    } catch is JournalError {
      // Such as a second mark of a day, or nothing to undo.
    } catch let error as SQLiteError where error.code.primary == .constraint {
    }
  }

  // MARK: - With the methods of a journal

  private mutating func ask() throws {
    let first = firstDay + below(40)
    switch below(12) {
    case 0...2: try journal.log(.run, run(for: .run))
    case 3...4: try journal.log(.checkIn, run(for: .checkIn))
    case 5: _ = try journal.undo()
    case 6: _ = try journal.redo()
    case 7:
      _ = try journal.mark(
        first...first + below(3), as: below(2) == 0 ? .rest : .notTracked, today: nil)
    case 8:
      let flareUp = Entry(.flareUp, ["onset_day": .text("\(first)")])
      _ =
        try journal.openFlareUp() == nil
        ? journal.startFlareUp(flareUp, today: nil)
        : journal.endFlareUp(on: first, peakPain: nil)
    case 9:
      _ = try journal.set("day_boundary", to: [nil, "02:30", "00:00", "soon"][below(4)])
    case 10:
      guard let id = try journal.latest(of: .checkIn) else { return }
      _ = try journal.edit(
        id, of: .checkIn, changes: ["leg_pain": .integer(below(11)), "note": "n"], command: "edit",
        today: nil)
    default:
      let rows = (0...below(3)).map { _ in "\(firstDay + below(40)),\(1 + below(9_000))" }
      _ = try journal.importRows("day,distance_m", rows, isComplete: below(4) == 0)
    }
  }

  private mutating func run(for table: EntryTable) -> [String: SQLiteValue] {
    var values = Dictionary(uniqueKeysWithValues: self.values(of: table.rawValue))
    values["id"] = nil
    if table == .checkIn { values["note"] = "n" }
    if table == .run {
      values["footwear_id"] = nil
      values["distance_m"] = 5_123.4
    }
    return values
  }

  // MARK: - With SQL

  private static let tables = [
    "run", "run", "run", "check_in", "check_in", "check_in", "stretch", "cross_training",
    "day_mark", "flare_up", "import", "footwear", "setting",
  ]

  private mutating func run() throws {
    let connection = journal.connection
    let table = Self.tables[below(Self.tables.count)]
    let values = values(of: table)
    let conflict = ["", "OR REPLACE ", "OR IGNORE "][below(3)]
    let row = "id = (SELECT id FROM \(table) ORDER BY id LIMIT 1 OFFSET \(below(12)))"
    switch below(8) {
    case 0...2:
      let places = values.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      let names = values.map(\.name).joined(separator: ", ")
      try connection.run(
        "INSERT \(conflict)INTO \(table) (\(names)) VALUES (\(places))", values.map(\.value))
    case 3...4:
      let (name, value) = values[below(values.count)]
      // The id has other names too, which no list of columns would hold.
      let column = name == "id" && below(2) == 0 ? "rowid" : name
      try connection.run("UPDATE \(conflict)\(table) SET \(column) = ?1 WHERE \(row)", value)
    case 5...6: try connection.run("DELETE FROM \(table) WHERE \(row)")
    default:
      // Now and then much goes at once, also the first days and the last.
      guard below(3) == 0, values.contains(where: { $0.name == "day" }) else { return }
      try connection.run(
        "DELETE FROM \(table) WHERE day \(below(2) == 0 ? "<" : ">") ?1", day())
    }
  }

  /// Something for each column that a day may follow from.
  private mutating func values(of table: String) -> [(name: String, value: SQLiteValue)] {
    // Without an id, a new row gets its own.
    let id: [(String, SQLiteValue)] = below(3) == 0 ? [("id", .integer(1 + below(12)))] : []
    return id + fields(of: table)
  }

  private mutating func fields(of table: String) -> [(name: String, value: SQLiteValue)] {
    switch table {
    case "run":
      [
        ("day", day()), ("start_time", time()),
        ("distance_m", perhaps(.real(Double(below(20_000) + 1)))),
        ("duration_s", .integer(below(9_000) + 1)), ("rpe", perhaps(.integer(below(11)))),
        ("ascent_m", perhaps(.real(Double(below(300))))),
        ("descent_m", perhaps(.real(Double(below(300))))),
        ("steps", perhaps(.integer(below(9_000) + 1))),
        ("footwear_id", perhaps(.integer(1 + below(6)))),
        ("pain_before", perhaps(.integer(below(11)))),
        ("pain_during", perhaps(.integer(below(11)))),
        ("pain_after", perhaps(.integer(below(11)))),
      ]
    case "check_in":
      [
        ("day", day()), ("time", time()), ("moment", [.null, "morning", "later"][below(3)]),
        ("leg_pain", perhaps(.integer(below(11)))), ("back_pain", perhaps(.integer(below(11)))),
        ("reach", perhaps(.integer(below(7)))), ("sitting_hours", .integer(below(9))),
        ("sleep_hours", perhaps(.real(Double(below(20)) / 2))),
        ("side", [.null, "left", "right", "both"][below(4)]),
        ("numbness", perhaps(.integer(below(2)))), ("tingling", perhaps(.integer(below(2)))),
        ("weakness", perhaps(.integer(below(2)))), ("stress", perhaps(.integer(below(11)))),
        ("mood", perhaps(.integer(below(11)))),
        ("medication", [.null, "ibuprofen", "Ibuprofen", "gel"][below(4)]),
      ]
    case "stretch":
      [
        ("day", day()), ("exercise_id", .integer(1 + below(20))), ("sets", 3),
        ("hold_s", perhaps(30)),
        ("duration_s", perhaps(95)),
      ]
    case "cross_training":
      [("day", day()), ("activity", "swim"), ("duration_s", perhaps(.integer(below(9_000) + 1)))]
    case "day_mark": [("day", day()), ("kind", below(2) == 0 ? "rest" : "not_tracked")]
    case "flare_up": [("onset_day", day()), ("end_day", perhaps(day()))]
    case "import":
      [
        ("file_name", "a"), ("format", "csv"), ("target", "run"),
        ("imported_at", "2026-05-04T00:00:00Z"), ("added", 1), ("already_there", 0),
        ("refused", 0), ("covers_from", day()), ("covers_to", .text("\(firstDay + 40)")),
      ]
    case "footwear":
      [
        ("name", ["pegasus", "PEGASUS", "ghost", "clifton"][below(4)]),
        ("is_default", below(2) == 0 ? .null : 1),
      ]
    default:
      [
        ("name", ["day_boundary", "units"][below(2)]),
        ("value", ["04:00", "02:30", "00:00", "soon"][below(4)]),
      ]
    }
  }

  private var firstDay: Day { Day(daysSince1970: 20_513) }

  private mutating func day() -> SQLiteValue { .text("\(firstDay + below(40))") }

  private mutating func time() -> SQLiteValue {
    switch below(5) {
    case 0...1: .null
    case 2: "01:30:00"
    default: .text("\(10 + below(14)):\(10 + below(50)):00")
    }
  }

  private mutating func perhaps(_ value: SQLiteValue) -> SQLiteValue {
    below(3) == 0 ? .null : value
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}
