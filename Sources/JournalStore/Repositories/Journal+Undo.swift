public import JournalModel

/// The action to undo.
public enum UndoTarget: Equatable, Sendable {
  /// The latest one in effect.
  case latest
  /// The one with this number.
  case action(Int)
  /// The import with this number, with all its rows.
  case imported(Int)
}

/// The result of an undo or a redo.
public struct Reversal: Equatable, Sendable {
  /// The action that was undone or redone.
  public let action: RecordedAction
  /// Whether it was redone.
  public let isRedo: Bool
  /// The changes of the first few entries.
  public let changes: [EntryChange]
  /// The changes of all entries, counted.
  public let tally: [ChangeTally]

  /// The maximum number of ``changes``.
  public static let listedChanges = 5

  /// The number of changed entries.
  public var entryCount: Int { tally.reduce(0) { $0 + $1.count } }
}

extension Journal {
  /// Undoes an action, as an action of its own.
  ///
  /// - Parameters:
  ///   - target: The action.
  ///   - overwritesOthers: Whether to overwrite later changes by other programs,
  ///     which are then recorded.
  ///   - isTrial: Whether to show what would happen without changing anything.
  /// - Returns: The result.
  /// - Throws: ``JournalError/blocked(_:)`` for a conflict, or another
  ///   ``JournalError`` if there is no such action to undo. Then nothing is
  ///   changed.
  public func undo(
    _ target: UndoTarget = .latest, overwritingOthers overwritesOthers: Bool = false,
    isTrial: Bool = false
  ) throws -> Reversal {
    try explaining {
      try writing(isTrial: isTrial) {
        let action = try standingAction(target)
        return try reverse(
          action, of: try latestDoing(of: action.number), isRedo: false, overwritesOthers)
      }
    }
  }

  /// Redoes an undone action, as an action of its own.
  ///
  /// - Parameters:
  ///   - number: The number of the action; `nil` for the latest undone one, if no
  ///     command has written since.
  ///   - overwritesOthers: Whether to overwrite later changes by other programs,
  ///     which are then recorded.
  ///   - isTrial: Whether to show what would happen without changing anything.
  /// - Returns: The result.
  /// - Throws: ``JournalError/blocked(_:)`` for a conflict, or another
  ///   ``JournalError`` if there is no such action to redo. Then nothing is
  ///   changed.
  public func redo(
    _ number: Int? = nil, overwritingOthers overwritesOthers: Bool = false, isTrial: Bool = false
  ) throws -> Reversal {
    try explaining {
      try writing(isTrial: isTrial) {
        let action = try number.map(commandAction) ?? latestUndone()
        guard let action else { throw JournalError.nothingToRedo }
        guard let undo = action.undoneBy else {
          throw JournalError.notUndone(action: action.number)
        }
        return try reverse(action, of: undo, isRedo: true, overwritesOthers)
      }
    }
  }
}

// MARK: - Which action

extension Journal {
  private func standingAction(_ target: UndoTarget) throws -> RecordedAction {
    switch target {
    case .latest:
      let latest = try connection.first(
        """
        SELECT max(id) FROM action
        WHERE undoes IS NULL AND undone_by IS NULL AND command NOT IN ('forget', ?1)
        """, .text(Self.settlingCommand)
      ) { (row) throws(SQLiteError) in try row.optionalInteger(0) }
      guard let number = latest ?? nil else { throw JournalError.nothingToUndo }
      return try commandAction(number)
    case .action(let number):
      let action = try commandAction(number)
      guard action.undoneBy == nil else { throw JournalError.undoneAlready(action: number) }
      return action
    case .imported(let number):
      let action = try connection.first(
        "\(Self.actionSelection) WHERE action.import_id = ?1 AND action.undone_by IS NULL",
        .integer(number), body: Self.recordedAction)
      if let action { return action }
      if let whole = try actionOfSeveral(imports: number) {
        throw JournalError.importedWithOthers(number: number, action: whole)
      }
      throw JournalError.noImport(number: number)
    }
  }

  /// The action in effect that includes this import among several.
  private func actionOfSeveral(imports number: Int) throws(SQLiteError) -> Int? {
    try connection.first(
      """
      SELECT action.id
      FROM change
      JOIN action ON action.id = change.action_id
      WHERE change.table_name = 'import' AND change.row_id = ?1 AND change.kind = 'insert'
        AND action.undoes IS NULL AND action.undone_by IS NULL AND action.import_id IS NULL
      """, .integer(number)
    ) { (row) throws(SQLiteError) in try row.integer(0) }
  }

  /// The action of a command with this number.
  private func commandAction(_ number: Int) throws -> RecordedAction {
    guard let action = try action(number) else { throw JournalError.noAction(number: number) }
    guard action.kind == .command else { throw JournalError.isReversal(action: action) }
    guard action.command != "forget" else { throw JournalError.forgotForGood(action: number) }
    return action
  }

  /// The latest undone action, unless a command has written since: it may have
  /// logged a corrected version.
  private func latestUndone() throws -> RecordedAction? {
    let undone = try connection.first(
      """
      \(Self.actionSelection)
      WHERE action.undone_by IS NOT NULL
      ORDER BY action.undone_by DESC LIMIT 1
      """, body: Self.recordedAction)
    guard let undone, let undo = undone.undoneBy else { return nil }
    let later = try connection.first(
      "SELECT 1 FROM action WHERE id > ?1 AND undoes IS NULL LIMIT 1", .integer(undo)
    ) { _ in true }
    guard later == nil else { throw JournalError.writtenSince(undone: undone.number) }
    return undone
  }

  /// The latest action that did `action`: itself, or its latest redo.
  private func latestDoing(of action: Int) throws(SQLiteError) -> Int {
    try connection.integer(
      """
      SELECT coalesce(max(redo.id), ?1)
      FROM action AS undo
      JOIN action AS redo ON redo.undoes = undo.id
      WHERE undo.undoes = ?1
      """, .integer(action))
  }
}

// MARK: - Reversing it

/// A recorded change of one row.
struct Change {
  let id: Int
  let table: String
  let row: Int
  let kind: String
}

extension Journal {
  /// Reverses the changes recorded under `event`, newest first, as an action of
  /// its own.
  ///
  /// Afterwards every row is as it was before them;
  /// ``conflict(toReversing:_:overwritesOthers:)`` ensures that every row was as
  /// they had left it.
  private func reverse(
    _ action: RecordedAction, of event: Int, isRedo: Bool, _ overwritesOthers: Bool
  ) throws -> Reversal {
    let changes = try connection.rows(
      "SELECT id, table_name, row_id, kind FROM change WHERE action_id = ?1 ORDER BY id DESC",
      .integer(event)
    ) { (row) throws(SQLiteError) in
      Change(
        id: try row.integer(0), table: try row.text(1), row: try row.integer(2),
        kind: try row.text(3))
    }
    let cause = try conflict(toReversing: event, changes, overwritesOthers: overwritesOthers)
    if let cause {
      throw JournalError.blocked(ReversalConflict(action: action, isRedo: isRedo, cause: cause))
    }
    let reversing = try beginAction(
      isRedo ? "redo" : "undo", undoing: isRedo ? event : action.number)
    for change in changes {
      let before = change.kind == "insert" ? [] : try values(before: change)
      do {
        try reverse(change, to: before)
      } catch {
        guard error.code.primary == .constraint else { throw error }
        let cause = try conflict(behind: error, change, Dictionary(uniqueKeysWithValues: before))
        throw JournalError.blocked(ReversalConflict(action: action, isRedo: isRedo, cause: cause))
      }
    }
    try endAction(reversing)
    try connection.run(
      "UPDATE action SET undone_by = ?2 WHERE id = ?1", .integer(action.number),
      isRedo ? .null : .integer(reversing))
    return Reversal(
      action: action, isRedo: isRedo,
      changes: try self.changes(by: reversing, atMost: Reversal.listedChanges),
      tally: try tally(of: reversing))
  }

  /// The previous values of the fields changed by `change`.
  private func values(
    before change: Change
  ) throws(SQLiteError) -> [(field: String, value: SQLiteValue)] {
    try connection.rows(
      "SELECT field, before FROM change_value WHERE change_id = ?1 ORDER BY field",
      .integer(change.id)
    ) { (row) throws(SQLiteError) in (try row.text(0), row.value(1)) }
  }

  /// Reverses one change.
  ///
  /// A row deleted by another program stays deleted.
  private func reverse(
    _ change: Change, to before: [(field: String, value: SQLiteValue)]
  ) throws(SQLiteError) {
    let fields = before.map(\.field)
    // Names of tables and fields come from the schema, through the triggers.
    switch change.kind {
    case "insert":
      try connection.run("DELETE FROM \(change.table) WHERE id = ?1", .integer(change.row))
    case "delete":
      let places = fields.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      try connection.run(
        "INSERT INTO \(change.table) (\(fields.joined(separator: ", "))) VALUES (\(places))",
        before.map(\.value))
    default:
      guard !fields.isEmpty else { return }
      let settings = fields.indices.map { "\(fields[$0]) = ?\($0 + 2)" }.joined(separator: ", ")
      try connection.run(
        "UPDATE \(change.table) SET \(settings) WHERE id = ?1",
        [.integer(change.row)] + before.map(\.value))
    }
  }
}
