/// The merge of two copies of a journal, as values.
struct Merge {
  /// The two records.
  let own: ChangeRecord
  let other: ChangeRecord
  /// The replay of both.
  let replay: Replay
  /// The merged journal.
  let merged: StoredJournal

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
    accepts: @escaping (_ table: String, _ values: [String: MergeValue]) throws -> Bool
  ) throws {
    (self.own, self.other) = (ChangeRecord(own, tables), ChangeRecord(other, tables))
    for (record, journal, isOwn) in [(self.own, own, true), (self.other, other, false)] {
      let alone = try Replay(record, tables) { _, _ in true }
      let again = StoredJournal(alone, of: record, in: journal, tables)
      guard again.hasRows(of: journal) else { throw UnexplainedJournal(isOwn: isOwn) }
    }
    var union = self.own
    union.formUnion(self.other)
    replay = try Replay(union, tables, accepts: accepts)
    merged = StoredJournal(replay, of: union, in: own, tables)
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
        return rows.allSatisfy { id, values in others[id].map { values.isIdentical(to: $0) } ?? false }
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
