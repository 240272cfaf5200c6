import Foundation
import Testing

@testable import JournalStore

/// Merging as values, over random copies of random journals.
@Suite struct MergePropertyTests {
  /// Three copies of a journal, edited apart.
  static func copies(_ seed: UInt64) -> [ModelJournal] {
    var base = ModelJournal(device: "first", clock: 1_800_000_000_000, seed: seed)
    for _ in 0..<base.below(14) { base.edit() }
    return (0..<3).map { number in
      let day = 86_400_000
      // Clocks differ by days, and one device is unknown.
      let clock = base.clock + (base.below(9) - 4) * day
      var copy = base.copy(
        device: ["", "laptop", "desk"][number], clock: clock, seed: seed &+ UInt64(number) &* 7_919)
      for _ in 0..<copy.below(9) {
        copy.edit()
        if copy.below(9) == 0 { copy.clock -= 3 * day }
      }
      return copy
    }
  }

  /// What a journal says, whatever the numbers of its rows.
  private static func content(_ journal: ModelJournal) -> [String: [String: MergeValue]] {
    let entries = RecordReading(journal.stored, ModelJournal.tables).entries
    var content: [String: [String: MergeValue]] = [:]
    for (table, rows) in journal.stored.rows {
      for (id, values) in rows {
        let key = entries[RowKey(table: table, id: id)] ?? "?"
        content["\(table) \(key)"] = values.reduce(into: [:]) { told, field in
          let referenced = ModelJournal.tables[table].references[field.key]?.table
          guard let referenced, case .integer(let id) = field.value else {
            return told[field.key] = .plain(field.value)
          }
          told[field.key] = .entry(entries[RowKey(table: referenced, id: Int(id))] ?? "?")
        }
      }
    }
    return content
  }

  /// Whether the rows are as the tables want them, and the record leads back to what
  /// came with the schema.
  private static func problem(_ journal: ModelJournal) -> String? {
    var rows = journal.stored.rows
    for (table, rows) in rows {
      var keys: Set<String> = []
      for (id, values) in rows {
        guard ModelJournal.accepts(table, values.mapValues { .plain($0) }) else {
          return "\(table) \(id) breaks a rule"
        }
        for key in ModelJournal.keys(table, values) where !keys.insert(key).inserted {
          return "\(key) exists twice"
        }
        for (field, reference) in ModelJournal.tables[table].references
        where reference.loss != .ignored {
          guard case .integer(let id)? = values[field] else { continue }
          if journal.stored.rows[reference.table]?[Int(id)] == nil {
            return "\(table).\(field) refers to nothing"
          }
        }
      }
    }
    for change in journal.stored.changes.reversed() where change.row > 0 {
      let values = change.before.filter { $0.key != "id" }
      let row = rows[change.table]?[change.row]
      switch change.kind {
      case .insert:
        if row == nil { return "change \(change.id) added nothing" }
        rows[change.table]?[change.row] = nil
      case .delete:
        if row != nil { return "change \(change.id) deleted nothing" }
        rows[change.table]?[change.row] = values
      case .update:
        guard let row else { return "change \(change.id) changed nothing" }
        rows[change.table]?[change.row] = row.merging(values) { $1 }.filter { !$0.value.isNull }
      }
    }
    let origins = ModelJournal(device: "", clock: 0, seed: 0).stored.rows
    return rows == origins ? nil : "the record does not lead back to the beginning"
  }

  /// Requires that it `isSo`, without printing what that was found from, which is long.
  private static func require(_ isSo: Bool, _ what: String, _ seed: UInt64) throws {
    try #require(isSo, "\(what), seed \(seed)")
  }

  private static func check(_ seed: UInt64) throws {
    var copies = copies(seed)
    for copy in copies {
      let alone = try Replay(copy.record, ModelJournal.tables) { ModelJournal.accepts($0, $2) }
      let again = StoredJournal(
        RecordWriting(alone, over: copy.stored, ModelJournal.tables), of: copy.record)
      try require(again.hasRows(of: copy.stored), "alone", seed)
    }
    func merged(_ one: ModelJournal, _ other: ModelJournal) throws -> ModelJournal {
      var one = one
      let before = [one.record, other.record]
      try one.merge(other)
      var union = before[0]
      union.formUnion(before[1])
      try require(one.record == union, "the record of both is kept", seed)
      let problem = problem(one)
      try #require(problem == nil, "\(problem ?? ""), seed \(seed)")
      return one
    }
    func requireSame(_ one: ModelJournal, _ other: ModelJournal, _ rule: String) throws {
      try require(one.record == other.record, "\(rule): record", seed)
      try require(content(one) == content(other), "\(rule): entries", seed)
    }
    // A copy that has taken in another goes on in the knowledge of both.
    if seed % 3 == 0 {
      copies[0] = try merged(copies[0], copies[1])
      for _ in 0..<4 { copies[0].edit() }
      let alone = try Replay(copies[0].record, ModelJournal.tables) { ModelJournal.accepts($0, $2) }
      let again = StoredJournal(
        RecordWriting(alone, over: copies[0].stored, ModelJournal.tables), of: copies[0].record)
      try require(again.hasRows(of: copies[0].stored), "after a merge", seed)
    }
    let (a, b, c) = (copies[0], copies[1], copies[2])
    let (ab, ba) = (try merged(a, b), try merged(b, a))
    try requireSame(ab, ba, "commutative")
    try requireSame(try merged(ab, c), try merged(a, try merged(b, c)), "associative")
    for again in [try merged(ab, b), try merged(ab, a), try merged(ab, ba)] {
      try require(again.stored.hasRows(of: ab.stored), "idempotent: rows", seed)
      try require(again.stored.actions == ab.stored.actions, "idempotent: actions", seed)
      let isSame = zip(again.stored.changes, ab.stored.changes).allSatisfy {
        $0.id == $1.id && $0.isSame(as: $1)
      }
      try require(
        isSame && again.stored.changes.count == ab.stored.changes.count, "idempotent: changes",
        seed)
    }
  }

  /// Groups of 500 seeds, each with eight merges: four, or 20 for all that were ever run, with
  /// `NERVE_MERGE_PARTS=20`.
  private static let parts =
    ProcessInfo.processInfo.environment["NERVE_MERGE_PARTS"].flatMap { Int($0) } ?? 4

  @Test(arguments: 0..<parts) func copiesBecomeOne(part: Int) throws {
    for seed in 0..<500 { try Self.check(UInt64(part * 500 + seed)) }
  }
}
