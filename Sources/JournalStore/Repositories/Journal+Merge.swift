internal import JournalMigrations
internal import JournalModel

extension Journal {
  /// Merges another copy of the journal into this one.
  ///
  /// Afterwards the journal has everything that was done in either copy: field by field
  /// the later change counts, and the earlier one stays in the record of changes. The
  /// order of merges makes no difference. The other copy stays as it is.
  ///
  /// - Parameters:
  ///   - path: The other copy.
  ///   - acceptsUnrelated: Whether the other may be another journal altogether.
  ///   - isTrial: Whether to show what would happen without changing anything.
  /// - Returns: What it does to the entries.
  /// - Throws: ``JournalError`` about either file; then nothing is changed.
  public func merge(
    _ path: String, acceptingUnrelated acceptsUnrelated: Bool = false, isTrial: Bool = false
  ) throws -> MergeReport {
    guard FileStamp(self.path) != FileStamp(path) || self.path == ":memory:" else {
      throw JournalError.sameJournal(path: path)
    }
    let other = try Self.otherCopy(at: path)
    let its = try other.storedJournal(try other.mergeTables())
    return try explaining {
      // They are checked at the end, as rows come and go in any order.
      try connection.setForeignKeys(false)
      defer { try? connection.setForeignKeys(true) }
      return try writing(isTrial: isTrial) {
        try merge(its, from: path, acceptsUnrelated)
      }
    }
  }

  /// A private copy of the journal at `path` with the current schema.
  private static func otherCopy(at path: String) throws -> Connection {
    do {
      guard try fileKind(at: path) != .missing else {
        throw JournalError.cannotOpen(path: path, reason: "there is no such file")
      }
      guard case .regular(isEmpty: false) = try fileKind(at: path) else {
        throw JournalError.notAJournal(path: path)
      }
      try LogsBeside(path).check()
      let copy = try Connection.copy(of: path)
      guard try Migrator(path: path, migrations: allMigrations).state(of: copy) != .empty else {
        throw JournalError.notAJournal(path: path)
      }
      try copy.checkIntegrity()
      // The copy has no name any more, so nothing can be kept next to it.
      try copy.execute(script: "PRAGMA query_only = OFF; PRAGMA journal_mode = MEMORY")
      try Migrator(path: ":memory:", migrations: allMigrations).migrate(copy)
      return copy
    } catch {
      throw explained(error, path: path)
    }
  }

  private func merge(
    _ other: StoredJournal, from path: String, _ acceptsUnrelated: Bool
  ) throws -> MergeReport {
    let tables = try connection.mergeTables()
    let own = try connection.storedJournal(tables)
    let trial = try RowTrial(connection, tables)
    let merge: Merge
    do {
      merge = try Merge(own, with: other, tables) { try trial.accepts($0, $1) }
    } catch let problem as UnexplainedJournal {
      throw JournalError.unexplained(path: problem.isOwn ? self.path : path)
    }
    guard acceptsUnrelated || merge.areRelated else {
      throw JournalError.unrelated(path: path)
    }
    let merged = merge.merged
    let changed = Self.changedRows(from: own, to: merged)
    let listed = changed.prefix(MergeReport.listedChanges)
    let before = try listed.map { try entry($0.id, of: $0.table) }
    try removeChangeTriggers(on: connection)
    try removeCacheTriggers(on: connection)
    try connection.write(merged, over: own, tables)
    try installChangeTriggers(on: connection)
    try installCacheTriggers(on: connection)
    try connection.checkForeignKeys()
    let changes = try zip(listed, before).map { row, before in
      EntryChange(
        table: row.table, id: row.id, before: before, after: try entry(row.id, of: row.table))
    }
    return MergeReport(
      newActions: merge.newActions, changes: changes, tally: Self.tally(of: changed),
      united: EntryTable.allCases.compactMap { table in
        merge.united[table.rawValue].map { (table, $0) }
      },
      conflicts: try conflicts(of: merge))
  }

  /// An entry that a merge changes.
  private struct ChangedRow {
    let table: EntryTable
    let id: Int
    let kind: EntryChange.Kind
  }

  private static func changedRows(
    from old: StoredJournal, to new: StoredJournal
  ) -> [ChangedRow] {
    EntryTable.allCases.flatMap { table -> [ChangedRow] in
      let (before, after) = (old.rows[table.rawValue] ?? [:], new.rows[table.rawValue] ?? [:])
      return Set(before.keys).union(after.keys).sorted().compactMap { id in
        switch (before[id], after[id]) {
        case (nil, _?): ChangedRow(table: table, id: id, kind: .added)
        case (_?, nil): ChangedRow(table: table, id: id, kind: .deleted)
        case (let before?, let after?) where !before.isIdentical(to: after):
          ChangedRow(table: table, id: id, kind: .changed)
        default: nil
        }
      }
    }
  }

  private static func tally(of changed: [ChangedRow]) -> [ChangeTally] {
    EntryTable.allCases.flatMap { table in
      [EntryChange.Kind.added, .changed, .deleted].compactMap { kind in
        let count = changed.count { $0.table == table && $0.kind == kind }
        return count == 0 ? nil : ChangeTally(table: table, kind: kind, count: count)
      }
    }
  }

  /// What does not count, about the entries that a person knows.
  private func conflicts(of merge: Merge) throws -> [MergeConflict] {
    var told: [MergeConflict] = []
    for conflict in merge.conflicts {
      let node = merge.replay.nodes[conflict.node]
      guard let table = EntryTable(rawValue: node.table) else { continue }
      let id = merge.ids[conflict.node]
      let kept = try entry(id, of: table)
      if let name = conflict.field {
        guard let field = table.fields.first(where: { $0.name == name }),
          let row = merge.merged.rows[node.table]?[id]
        else { continue }
        var values = row
        values[name] = merge.stored(conflict.lost)
        if values[name] == .null { values[name] = nil }
        // A rule may have chosen the value of neither or of both.
        guard values != row else { continue }
        told.append(
          MergeConflict(
            kind: .field(field), table: table, id: id, kept: kept,
            lost: try entry(id, of: table, values: values), isOwnKept: conflict.isOwnKept))
      } else {
        told.append(
          MergeConflict(
            kind: node.isAlive ? .deletion : .changeOfDeleted, table: table, id: id, kept: kept,
            lost: nil, isOwnKept: conflict.isOwnKept))
      }
    }
    for exception in merge.exceptions {
      guard let node = merge.replay.root(exception.node),
        let table = EntryTable(rawValue: merge.replay.nodes[node].table),
        let isOwn = merge.isOwnAlone(exception.action)
      else { continue }
      let id = merge.ids[node]
      let kind: MergeConflict.Kind =
        switch exception.reason {
        case .inUse: .deletionOfUsed
        case .brokenRule: .brokenRule
        }
      told.append(
        MergeConflict(
          kind: kind, table: table, id: id, kept: try entry(id, of: table), lost: nil,
          isOwnKept: !isOwn))
    }
    return told
  }
}
