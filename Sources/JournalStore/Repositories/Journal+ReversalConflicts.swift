internal import JournalModel

extension Journal {
  /// The first conflict with reversing the changes under `event`, if any.
  ///
  /// A row may only go back if every later change of it is undone, and everything
  /// in effect then still is; it may only be deleted if nothing refers to it.
  ///
  /// - Parameters:
  ///   - event: The action, undo or redo to reverse.
  ///   - changes: The changes recorded under it.
  ///   - overwritesOthers: Whether to ignore changes by other programs.
  /// - Returns: The conflict, or `nil`.
  /// - Throws: ``JournalError`` if the file cannot be read.
  func conflict(
    toReversing event: Int, _ changes: [Change], overwritesOthers: Bool
  ) throws -> ReversalConflict.Cause? {
    let (inForce, others) = try self.changes(since: event)
    if let later = inForce.filter(\.stands).map(\.origin).max() {
      return .laterChange(by: try known(later))
    }
    if let earlier = inForce.filter({ !$0.stands }).map(\.origin).min() {
      return .undoneBasis(try known(earlier))
    }
    if !overwritesOthers, let (table, id) = others { return .changedByOthers(table, id: id) }
    let deleted = Set(changes.lazy.filter { $0.kind == "insert" }.map(\.table))
    return try reference(to: deleted, rowsOf: event, overwritesOthers: overwritesOthers)
      ?? sourceOfLaterImport(of: deleted, rowsOf: event)
  }

  /// The later changes of rows of `event` that affect them: actions, and one
  /// entry changed by another program.
  private func changes(since event: Int) throws(SQLiteError) -> (
    inForce: [(origin: Int, stands: Bool)], others: (EntryTable, Int)?
  ) {
    // Each action's first change of a row shows whether it was in effect at
    // `event`: if that change applied it, it was not; if that change undid it, it
    // was.
    let firsts = try connection.rows(
      """
      SELECT min(later.id), later.table_name, later.row_id, origin.id,
        undone.id IS NOT NULL AND undone.undoes IS NULL, origin.undone_by IS NULL
      FROM change AS mine
      JOIN change AS later
        ON later.table_name = mine.table_name AND later.row_id = mine.row_id AND later.id > mine.id
      \(Self.originJoins("later"))
      WHERE mine.action_id = ?1 AND later.action_id IS NOT ?1
      GROUP BY later.table_name, later.row_id, origin.id
      """, .integer(event)
    ) { (row) throws(SQLiteError) in
      (
        table: EntryTable(rawValue: try row.text(1)), id: try row.integer(2),
        origin: try row.optionalInteger(3), isUndo: try row.integer(4) == 1,
        stands: try row.integer(5) == 1
      )
    }
    let inForce = firsts.compactMap { first in
      first.origin.flatMap { origin in
        first.isUndo == first.stands ? nil : (origin: origin, stands: first.stands)
      }
    }
    let others = firsts.lazy.filter { $0.origin == nil }.compactMap { first in
      first.table.map { ($0, first.id) }
    }.first
    return (inForce, others)
  }

  /// The latest entry that refers to one of `tables` that reversing `event` would
  /// delete, as a conflict.
  private func reference(
    to tables: Set<String>, rowsOf event: Int, overwritesOthers: Bool
  ) throws -> ReversalConflict.Cause? {
    for table in EntryTable.allCases {
      for field in table.fields {
        guard case .reference(let used) = field.kind, tables.contains(used.rawValue)
        else { continue }
        let user = try connection.first(
          """
          SELECT max(user.id)
          FROM change AS mine
          JOIN \(table.rawValue) AS user ON user.\(field.name) = mine.row_id
          WHERE mine.action_id = ?1 AND mine.table_name = '\(used.rawValue)'
            AND mine.kind = 'insert'
            AND NOT EXISTS (
              SELECT 1 FROM change AS own
              WHERE own.table_name = '\(table.rawValue)' AND own.row_id = user.id
                AND own.action_id = ?1
            )
          """, .integer(event)
        ) { (row) throws(SQLiteError) in try row.optionalInteger(0) }
        guard let id = user ?? nil else { continue }
        if let later = try latestStanding(on: id, in: table.rawValue) {
          return .laterReference(by: later)
        }
        if field.isRequired { return .neededByOthers(table, id: id) }
        if !overwritesOthers { return .usedByOthers(table, id: id) }
      }
    }
    return nil
  }

  /// The import that recognised an entry of `tables` that reversing `event` would
  /// delete, as a conflict.
  private func sourceOfLaterImport(
    of tables: Set<String>, rowsOf event: Int
  ) throws -> ReversalConflict.Cause? {
    for table in [EntryTable.run, .crossTraining] where tables.contains(table.rawValue) {
      let source = try connection.first(
        """
        SELECT max(source.id)
        FROM change AS mine
        JOIN activity_source AS source ON source.\(table.rawValue)_id = mine.row_id
        WHERE mine.action_id = ?1 AND mine.table_name = '\(table.rawValue)'
          AND mine.kind = 'insert'
          AND NOT EXISTS (
            SELECT 1 FROM change AS own
            WHERE own.table_name = 'activity_source' AND own.row_id = source.id
              AND own.action_id = ?1
          )
        """, .integer(event)
      ) { (row) throws(SQLiteError) in try row.optionalInteger(0) }
      if let id = source ?? nil, let later = try latestStanding(on: id, in: "activity_source") {
        return .laterReference(by: later)
      }
    }
    return nil
  }

  /// The reason why a row could not be restored.
  ///
  /// - Parameters:
  ///   - error: SQLite's error.
  ///   - change: The change to reverse.
  ///   - before: The values to restore.
  /// - Returns: The conflict.
  /// - Throws: `error` if the table has no entries.
  func conflict(
    behind error: SQLiteError, _ change: Change, _ before: [String: SQLiteValue]
  ) throws -> ReversalConflict.Cause {
    guard let table = EntryTable(rawValue: change.table) else { throw error }
    switch error.code {
    case .constraintForeignKey:
      for field in table.fields {
        guard case .reference(let used) = field.kind, case .integer(let id)? = before[field.name],
          try connection.first(
            "SELECT 1 FROM \(used.rawValue) WHERE id = ?1", .integer(id), body: { _ in true })
            == nil
        else { continue }
        return try loss(of: Int(id), in: used)
      }
    case .constraintUnique:
      for (claim, condition, value) in claims(in: table, before) {
        let holder = try connection.first(
          "SELECT id FROM \(table.rawValue) WHERE \(condition) AND id <> ?2", value,
          .integer(change.row), body: { (row) throws(SQLiteError) in try row.integer(0) })
        if let holder {
          return .taken(claim, by: try latestStanding(on: holder, in: table.rawValue))
        }
      }
    default: break
    }
    return .brokenRule(table)
  }

  /// The unique claim of these values in `table`: the condition that finds the
  /// row with it, with the value of `?1`.
  private func claims(
    in table: EntryTable, _ values: [String: SQLiteValue]
  ) -> [(ReversalConflict.Claim, condition: String, value: SQLiteValue)] {
    switch table {
    case .footwear, .exercise, .routine, .setting:
      let name = values["name"].map { (ReversalConflict.Claim.name(table), "name = ?1", $0) }
      let isDefault = values["is_default"].map {
        (ReversalConflict.Claim.defaultShoe, "is_default = ?1", $0)
      }
      return [name, isDefault].compactMap(\.self)
    case .dayMark: return values["day"].map { [(.dayMark, "day = ?1", $0)] } ?? []
    case .flareUp: return [(.lastingFlareUp, "end_day IS ?1 AND end_day IS NULL", .null)]
    default: return []
    }
  }

  /// How a referenced entry disappeared.
  private func loss(of id: Int, in table: EntryTable) throws -> ReversalConflict.Cause {
    let latest = try connection.first(
      """
      SELECT origin.id, origin.undone_by IS NULL
      FROM change AS later
      \(Self.originJoins("later"))
      WHERE later.table_name = ?1 AND later.row_id = ?2
      ORDER BY later.id DESC LIMIT 1
      """, .text(table.rawValue), .integer(id)
    ) { (row) throws(SQLiteError) in (try row.optionalInteger(0), try row.integer(1) == 1) }
    guard case (let origin?, let stands)? = latest else { return .lostReference(by: nil) }
    let action = try known(origin)
    return stands ? .lostReference(by: action) : .undoneBasis(action)
  }

  /// The latest action in effect that changed this row, if any.
  private func latestStanding(on id: Int, in table: String) throws -> RecordedAction? {
    let latest = try connection.first(
      """
      SELECT max(origin.id)
      FROM change AS later
      \(Self.originJoins("later"))
      WHERE later.table_name = ?1 AND later.row_id = ?2 AND origin.undone_by IS NULL
      """, .text(table), .integer(id)
    ) { (row) throws(SQLiteError) in try row.optionalInteger(0) }
    return try (latest ?? nil).map(known)
  }

  private func known(_ number: Int) throws -> RecordedAction {
    guard let action = try action(number) else { throw JournalError.noAction(number: number) }
    return action
  }

  /// The joins that find the `origin` of a change.
  ///
  /// The origin is the command's action under which it was recorded, or which it
  /// undid or redid; NULL for another program. `undone` is the undone action, if
  /// any.
  private static func originJoins(_ change: String) -> String {
    """
    LEFT JOIN action AS event ON event.id = \(change).action_id
    LEFT JOIN action AS undone ON undone.id = event.undoes
    LEFT JOIN action AS origin ON origin.id = coalesce(undone.undoes, undone.id, event.id)
    """
  }
}
