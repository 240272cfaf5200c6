/// The merge of two copies of a journal, as values.
struct Merge {
  /// The two records.
  let own: ChangeRecord
  let other: ChangeRecord
  /// The replay of both.
  let replay: Replay
  /// The merged journal.
  let merged: StoredJournal
  /// The id in it of every row of the replay.
  let ids: [Int]
  /// The entries that are one with another now and were not in either copy, by table.
  let united: [String: Int]
  /// What is not done as it was recorded, and was in the copies.
  let exceptions: [Replay.Exception]
  /// Returns a value as it is stored in it.
  let stored: (MergeValue) -> SQLiteValue

  /// Merges `other` into `own`.
  ///
  /// - Parameters:
  ///   - own: The journal whose numbers stay.
  ///   - other: The other copy.
  ///   - tables: The tables.
  ///   - accepts: Whether a table accepts these values together.
  /// - Throws: ``UnexplainedJournal`` if a record does not explain its journal, or the
  ///   error of `accepts`.
  init(
    _ own: StoredJournal, with other: StoredJournal, _ tables: MergeTables,
    accepts: (_ table: String, _ values: [String: MergeValue]) throws -> Bool
  ) throws {
    (self.own, self.other) = (ChangeRecord(own, tables), ChangeRecord(other, tables))
    var sound: [[String: [String: MergeValue]]] = []
    var unitedBefore: Set<String> = []
    var exceptionsBefore: [Replay.Exception] = []
    for (record, journal, isOwn) in [(self.own, own, true), (self.other, other, false)] {
      guard let alone = try Self.explanation(of: journal, record, tables, accepts) else {
        throw UnexplainedJournal(isOwn: isOwn)
      }
      unitedBefore.formUnion(alone.united)
      exceptionsBefore += alone.exceptions
      let living = alone.nodes.filter(\.isAlive).map { ($0.key, $0.values) }
      sound.append(Dictionary(living) { first, _ in first })
    }
    var union = self.own
    union.formUnion(self.other)
    replay = try Replay(union, tables) { [sound] table, key, values in
      // What stands in a copy was accepted there.
      try sound.contains { $0[key] == values } || accepts(table, values)
    }
    let new = replay.united.subtracting(unitedBefore)
    united = new.reduce(into: [:]) { [replay] counts, entry in
      if let node = replay.node(of: entry) { counts[replay.nodes[node].table, default: 0] += 1 }
    }
    exceptions = replay.exceptions.filter { exception in
      !exceptionsBefore.contains { $0.isSame(as: exception) }
    }
    let writing = RecordWriting(replay, over: own, tables)
    (ids, merged) = (writing.ids, StoredJournal(writing, of: union))
    stored = writing.stored
  }

  /// The replay of a journal's record that gives exactly its rows; `nil` if none does.
  private static func explanation(
    of journal: StoredJournal, _ record: ChangeRecord, _ tables: MergeTables,
    _ accepts: (_ table: String, _ values: [String: MergeValue]) throws -> Bool
  ) throws -> Replay? {
    // Only an earlier merge can have left something out, and asking takes long.
    for asks in [false, true] {
      let replay = try Replay(record, tables) { table, _, values in
        try !asks || accepts(table, values)
      }
      let again = StoredJournal(RecordWriting(replay, over: journal, tables), of: record)
      if again.hasRows(of: journal) { return replay }
    }
    return nil
  }
}

/// A journal whose entries do not follow from its record of changes: merging it would
/// lose something.
struct UnexplainedJournal: Error {
  /// Whether it is the journal itself, not the other copy.
  let isOwn: Bool
}

extension StoredJournal {
  /// Whether both have the same rows.
  func hasRows(of other: StoredJournal) -> Bool {
    rows.count == other.rows.count
      && rows.allSatisfy { table, rows in
        guard let others = other.rows[table], rows.count == others.count else { return false }
        return rows.allSatisfy { id, values in
          others[id].map { values.isIdentical(to: $0) } ?? false
        }
      }
  }
}

extension StoredJournal.Values {
  /// Whether both are the same to the byte.
  func isIdentical(to other: StoredJournal.Values) -> Bool {
    count == other.count
      && allSatisfy { field, value in other[field].map { value.isIdentical(to: $0) } ?? false }
  }
}
