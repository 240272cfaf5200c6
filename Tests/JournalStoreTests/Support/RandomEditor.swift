import CivilDay
import JournalModel

@testable import JournalStore

/// Does to a journal whatever a person could do to it, at random.
struct RandomEditor {
  /// Something that a person does.
  enum Operation: CaseIterable {
    case edit, log, flareUp, defaultShoe, importFile, undo, undoAction, redo, redoAction
  }

  let journal: Journal
  /// How often each operation was done.
  private(set) var done: [Operation: Int] = [:]
  /// How often an undo or a redo was refused because something stood in the way.
  private(set) var blocked = 0
  private var random: SplitMix64

  init(_ journal: Journal, seed: UInt64) {
    self.journal = journal
    random = SplitMix64(state: seed)
  }

  /// Does one operation; some are refused, and then change nothing.
  mutating func operate() throws {
    let operation: Operation =
      switch below(100) {
      case ..<40: .edit
      case ..<60: .log
      case ..<65: .flareUp
      case ..<70: .defaultShoe
      case ..<73: .importFile
      case ..<83: .undo
      case ..<88: .undoAction
      case ..<95: .redo
      default: .redoAction
      }
    if try perform(operation) { done[operation, default: 0] += 1 }
  }

  private mutating func perform(_ operation: Operation) throws -> Bool {
    switch operation {
    case .edit: return try act()
    case .log: return try log()
    case .flareUp: return try startOrEndFlareUp()
    case .defaultShoe: return try switchDefaultShoe()
    case .importFile: return try importFile()
    case .undo: return try reverse { journal in try journal.undo() }
    case .redo: return try reverse { journal in try journal.redo() }
    case .undoAction:
      let number = try someAction()
      return try reverse { journal in try journal.undo(.action(number)) }
    case .redoAction:
      let number = try someAction()
      return try reverse { journal in try journal.redo(number) }
    }
  }

  // MARK: - Writing

  /// One to four changes under one action, past all checks but the schema's.
  mutating func act() throws -> Bool {
    let changes = (0...below(4)).map { _ in change() }
    do {
      _ = try journal.act("edit") {
        for (sql, values) in changes { _ = try journal.connection.run(sql, values) }
        return 0
      }
      return true
    } catch let error as SQLiteError where error.code.primary == .constraint {
      return false
    }
  }

  private mutating func change() -> (sql: String, values: [SQLiteValue]) {
    let table = EntryTable.allCases[below(EntryTable.allCases.count)]
    let name = table.rawValue
    // Some row that is there, found when the change is made.
    let row = "(SELECT id FROM \(name) ORDER BY id LIMIT 1 OFFSET \(below(12)))"
    switch below(6) {
    case 0...1:
      let fields = table.fields
      let places = fields.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      return (
        "INSERT INTO \(name) (\(fields.map(\.name).joined(separator: ", "))) VALUES (\(places))",
        fields.map { value($0) }
      )
    case 2...3:
      let field = table.fields[below(table.fields.count)]
      return ("UPDATE \(name) SET \(field.name) = ?1 WHERE id = \(row)", [value(field)])
    default:
      // What refers to a shoe or a run refers to none then.
      return ("DELETE FROM \(name) WHERE id = \(row)", [])
    }
  }

  private mutating func value(_ field: Field) -> SQLiteValue {
    if !field.isRequired, below(3) == 0 { return .null }
    switch field.kind {
    case .day: return .text("2026-\(10 + below(3))-\(10 + below(19))")
    case .clockTime: return .text("\(10 + below(14)):30:00")
    case .whole(let range): return .integer(Int.random(in: range, using: &random))
    case .number(let range, _): return .real(Double.random(in: range, using: &random))
    case .text(let limit): return .text("é\(below(40))'\"".prefix(limit).description)
    case .choice(let words): return .text(words[below(words.count)])
    case .reference: return .integer(1 + below(30))
    }
  }

  /// An entry, or two that belong together, as a command logs them.
  private mutating func log() throws -> Bool {
    let day = SQLiteValue.text("2026-10-\(10 + below(19))")
    let entries: [Entry] =
      switch below(4) {
      case 0:
        [Entry(.run, ["day": day, "distance_m": 5_000, "footwear": .text("shoe\(below(6))")])]
      case 1: [Entry(.checkIn, ["day": day, "leg_pain": .integer(below(11))])]
      case 2: [Entry(.footwear, ["name": .text("shoe\(below(6))")])]
      default:
        [
          Entry(.exercise, ["name": .text("pose\(below(9))"), "kind": "stretch"]),
          Entry(.stretch, ["day": day, "exercise": .text("calf")]),
        ]
      }
    do {
      _ = try journal.add(entries, command: "log", today: nil)
      return true
    } catch is JournalError {
      return false
    }
  }

  private mutating func startOrEndFlareUp() throws -> Bool {
    let day = Day(daysSince1970: 20_000 + below(400))
    do {
      _ =
        try journal.openFlareUp() == nil
        ? journal.startFlareUp(
          Entry(.flareUp, ["onset_day": .text(day.description)]), today: nil)
        : journal.endFlareUp(on: day, peakPain: below(11))
      return true
    } catch is JournalError {
      return false
    }
  }

  private mutating func switchDefaultShoe() throws -> Bool {
    let shoe = below(12)
    let connection = journal.connection
    var changed = 0
    _ = try journal.act("shoe default") {
      changed += try connection.run("UPDATE footwear SET is_default = NULL WHERE is_default = 1")
      changed += try connection.run(
        """
        UPDATE footwear SET is_default = 1
        WHERE id = (SELECT id FROM footwear ORDER BY id LIMIT 1 OFFSET ?1)
        """, .integer(shoe))
      return 0
    }
    return changed > 0
  }

  private mutating func importFile() throws -> Bool {
    let rows = (0...below(8)).map { _ in "2026-11-\(10 + below(19)),\(1 + below(9_000))" }
    return try journal.importRows("day,distance_m", rows).importID != nil
  }

  // MARK: - Undo and redo

  /// Does `body`; if something stands in its way, nothing may have changed.
  private mutating func reverse(_ body: (Journal) throws -> Reversal) throws -> Bool {
    let changes = try journal.connection.integer("SELECT coalesce(max(id), 0) FROM change")
    do {
      _ = try body(journal)
      return true
    } catch let error as JournalError {
      if case .blocked = error { blocked += 1 }
      guard
        try journal.connection.integer("SELECT coalesce(max(id), 0) FROM change") == changes
      else { throw error }
      return false
    }
  }

  /// One of the latest hundred actions.
  private mutating func someAction() throws -> Int {
    let latest = try journal.connection.integer("SELECT coalesce(max(id), 0) FROM action")
    return max(1, latest - below(100))
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}
