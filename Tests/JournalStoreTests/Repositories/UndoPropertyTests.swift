import Testing

@testable import JournalStore

/// Thousands of random changes, all taken back.
@Suite struct UndoPropertyTests {
  /// Makes random changes of a journal, each as an action.
  private struct Editor {
    let journal: Journal
    var random: SplitMix64

    private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    private mutating func value(_ field: Field) -> SQLiteValue {
      if !field.isRequired, below(3) == 0 { return .null }
      switch field.kind {
      case .day: return .text("2026-\(10 + below(3))-\(10 + below(19))")
      case .clockTime: return .text("\(10 + below(14)):30:00")
      case .whole(let range): return .integer(Int.random(in: range, using: &random))
      case .number(let range, _): return .real(Double.random(in: range, using: &random))
      case .text(let limit): return .text("é\(below(10_000))'\"".prefix(limit).description)
      case .choice(let words): return .text(words[below(words.count)])
      case .reference: return .integer(1 + below(30))
      }
    }

    /// One to four changes under one action; some are refused as a whole.
    mutating func act() -> Bool {
      let changes = (0...below(4)).map { _ in change() }
      do {
        _ = try journal.act("edit") {
          for (sql, values) in changes { _ = try journal.connection.run(sql, values) }
          return 0
        }
        return true
      } catch {
        return false
      }
    }

    private mutating func change() -> (sql: String, values: [SQLiteValue]) {
      let table = EntryTable.allCases[below(EntryTable.allCases.count)]
      let name = table.rawValue
      // Some row that is there, found when the change is made.
      let row = "(SELECT id FROM \(name) ORDER BY id LIMIT 1 OFFSET \(below(12)))"
      switch below(5) {
      case 0...2:
        let fields = table.fields
        let places = fields.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        return (
          "INSERT INTO \(name) (\(fields.map(\.name).joined(separator: ", "))) VALUES (\(places))",
          fields.map { value($0) }
        )
      case 3:
        let field = table.fields[below(table.fields.count)]
        return ("UPDATE \(name) SET \(field.name) = ?1 WHERE id = \(row)", [value(field)])
      default:
        return ("DELETE FROM \(name) WHERE id = \(row)", [])
      }
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `All changes taken back leave the journal as it was at the start`(_ seed: UInt64) throws {
    let journal = try Journal.inMemory()
    var editor = Editor(journal: journal, random: SplitMix64(state: seed))
    for _ in 0..<200 { _ = editor.act() }
    let start = try journal.dump()
    var done = 0
    var middle: (done: Int, dump: [String: [[SQLiteValue]]])?
    for number in 0..<2_000 {
      if editor.act() { done += 1 }
      if number == 1_000 { middle = (done, try journal.dump()) }
      // Now and then something is taken back in between.
      if number % 50 == 49, number != 1_000, (middle?.done ?? 0) < done - 1 {
        _ = try journal.undoLatest()
        done -= 1
      }
    }
    #expect(done > 700)
    #expect(try journal.dump() != start)
    let half = try #require(middle)
    while done > half.done {
      _ = try journal.undoLatest()
      done -= 1
    }
    #expect(try journal.dump() == half.dump)
    while done > 0 {
      _ = try journal.undoLatest()
      done -= 1
    }
    #expect(try journal.dump() == start)
    try journal.connection.checkIntegrity()
  }
}
