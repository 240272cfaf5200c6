public import CivilDay
public import JournalModel

/// The result of an edit.
public struct Edited: Equatable, Sendable {
  /// The entry before.
  public let before: StoredEntry
  /// The entry now.
  public let after: StoredEntry
  /// The action, for undo; `nil` if the entry already had these values.
  public let action: Int?
}

/// Entries of one kind that refer to others.
public struct Dependents: Equatable, Sendable {
  /// Their kind.
  public let table: EntryTable
  /// Their number.
  public let count: Int
}

/// The result of a deletion.
public struct Deleted: Equatable, Sendable {
  /// The entries, in the given order.
  public let entries: [StoredEntry]
  /// Entries that referred to them and no longer refer to any.
  public let released: [Dependents]
  /// The action, for undo.
  public let action: Int
}

extension Journal {
  /// Changes some fields of an entry as one action.
  ///
  /// - Parameters:
  ///   - id: The entry's id in `table`.
  ///   - table: The kind of entry.
  ///   - changes: The new values by field name; null makes a field unknown.
  ///   - command: The command's name, for the history.
  ///   - today: Later new days are refused; `nil` allows them.
  /// - Returns: The entry before and after; if they are equal, nothing is
  ///   recorded.
  /// - Throws: ``JournalError/noEntry(table:id:)``, ``JournalError/invalid(_:)``
  ///   or ``JournalError/nameTaken(table:)``.
  public func edit(
    _ id: Int, of table: EntryTable, changes: [String: SQLiteValue], command: String, today: Day?
  ) throws -> Edited {
    try explaining {
      try writing {
        let before = try knownEntry(id, of: table)
        let columns = changes.keys.sorted()
        var checker = try EntryChecker(connection, table: table, columns: columns, today: today)
        let values = try checker.checked(columns.map { changes[$0] ?? .null })
        let changed = zip(checker.fields.map(\.name), values).filter { name, value in
          before.values[name] ?? .null != value
        }
        guard !changed.isEmpty else { return Edited(before: before, after: before, action: nil) }
        let logged = try act(command) {
          try update(id, of: table, changed + judged(before, Dictionary(changed) { $1 }), checker)
          return id
        }
        let after = try knownEntry(id, of: table)
        return Edited(before: before, after: after, action: logged.action)
      }
    }
  }

  /// Rejects changes that ``edit(_:of:changes:command:today:)`` would reject for
  /// any entry; nothing is written.
  ///
  /// - Parameters:
  ///   - changes: As there.
  ///   - table: As there.
  ///   - today: As there.
  /// - Throws: ``JournalError/invalid(_:)``.
  public func check(
    _ changes: [String: SQLiteValue], of table: EntryTable, today: Day?
  ) throws {
    try explaining {
      let columns = changes.keys.sorted()
      var checker = try EntryChecker(connection, table: table, columns: columns, today: today)
      _ = try checker.checked(columns.map { changes[$0] ?? .null })
    }
  }

  /// The doubts about an entry after a change of values: doubts about a measure
  /// disappear with its value, and cleared ones are settled.
  private func judged(
    _ before: StoredEntry, _ changes: [String: SQLiteValue]
  ) throws(SQLiteError) -> [(name: String, value: SQLiteValue)] {
    guard let doubt = before.text("doubt") else { return [] }
    let lines = doubt.split(separator: "\n").map(String.init)
    if changes["doubt"] != nil {
      try TypedActivities(connection).settle(
        lines, of: EntryKey(table: before.table, id: before.id))
      return []
    }
    func doubts(_ values: [String: SQLiteValue]) -> [String] {
      Plausibility.doubts(about: Entry(before.table, values)).map { "\($0.text)." }
    }
    let now = doubts(before.values.merging(changes) { $1 })
    let gone = doubts(before.values).filter { !now.contains($0) }
    guard !gone.isEmpty else { return [] }
    let left = lines.filter { !gone.contains($0) }.joined(separator: "\n")
    return [("doubt", left.isEmpty ? .null : .text(left))]
  }

  /// Stores checked values of an entry.
  func update(
    _ id: Int, of table: EntryTable, _ changes: [(name: String, value: SQLiteValue)],
    _ checker: EntryChecker
  ) throws {
    let settings = changes.indices.map { "\(changes[$0].name) = ?\($0 + 2)" }
    do {
      try connection.run(
        "UPDATE \(table.rawValue) SET \(settings.joined(separator: ", ")) WHERE id = ?1",
        [.integer(id)] + changes.map(\.value))
    } catch {
      throw checker.explained(error)
    }
    if table == .flareUp { try checkOverlap(ofFlareUp: id) }
  }

  /// Deletes entries of one kind as one action.
  ///
  /// - Parameters:
  ///   - ids: The ids of the entries in `table`.
  ///   - table: Their kind.
  ///   - command: The command's name, for the history.
  ///   - releasingRuns: Whether to delete a shoe that has runs, which are then
  ///     without a shoe.
  /// - Returns: The deleted entries.
  /// - Throws: ``JournalError/noEntry(table:id:)``, or
  ///   ``JournalError/inUse(table:by:)`` for an exercise in use and, unless
  ///   `releasingRuns`, for a shoe with runs. Then nothing is deleted.
  public func delete(
    _ ids: [Int], of table: EntryTable, command: String, releasingRuns: Bool = false
  ) throws -> Deleted {
    try explaining {
      try writing {
        let entries = try ids.map { try knownEntry($0, of: table) }
        let dependents = try dependents(on: ids, of: table)
        if let user = dependents.first,
          table == .exercise || (table == .footwear && !releasingRuns)
        {
          throw JournalError.inUse(table: table, by: user)
        }
        let logged = try act(command) {
          for id in ids {
            try connection.run("DELETE FROM \(table.rawValue) WHERE id = ?1", .integer(id))
          }
          return ids.last ?? 0
        }
        return Deleted(entries: entries, released: dependents, action: logged.action)
      }
    }
  }

  /// The entries that refer to some of `table`, by kind.
  private func dependents(on ids: [Int], of table: EntryTable) throws -> [Dependents] {
    try EntryTable.allCases.flatMap { user in
      try user.fields.filter { $0.kind == .reference(table) }.compactMap { field in
        let count = try ids.reduce(0) { sum, id in
          sum
            + (try connection.integer(
              "SELECT count(*) FROM \(user.rawValue) WHERE \(field.name) = ?1", .integer(id)))
        }
        return count == 0 ? nil : Dependents(table: user, count: count)
      }
    }
  }

  /// The entry of `table` with this id.
  ///
  /// - Throws: ``JournalError/noEntry(table:id:)``.
  public func knownEntry(_ id: Int, of table: EntryTable) throws -> StoredEntry {
    guard let entry = try entry(id, of: table) else {
      throw JournalError.noEntry(table: table, id: id)
    }
    return entry
  }
}
