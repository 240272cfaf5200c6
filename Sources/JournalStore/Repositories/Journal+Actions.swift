public import JournalModel

extension Journal {
  /// The columns for ``recordedAction(_:)``, of `action`; `undone` is the action
  /// it reversed.
  static let actionSelection = """
    SELECT action.id, action.done_at, strftime('%Y-%m-%d %H:%M', action.done_at, 'localtime'),
      action.command, action.import_id, action.undone_by, undone.id, undone.undoes
    FROM action
    LEFT JOIN action AS undone ON undone.id = action.undoes
    """

  /// The action in a row of ``actionSelection``.
  static func recordedAction(_ row: borrowing Row) throws(SQLiteError) -> RecordedAction {
    let number = try row.integer(0)
    // An undo refers to the command's action, and a redo to the undo.
    let (undone, beforeThat) = (try row.optionalInteger(6), try row.optionalInteger(7))
    return RecordedAction(
      number: number, doneAt: try row.text(1), doneAtLocally: try row.text(2),
      command: try row.text(3), kind: undone == nil ? .command : beforeThat == nil ? .undo : .redo,
      origin: beforeThat ?? undone ?? number, importNumber: try row.optionalInteger(4),
      undoneBy: try row.optionalInteger(5))
  }

  /// The action with this number, or `nil`.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func action(_ number: Int) throws -> RecordedAction? {
    try explaining {
      try connection.first(
        "\(Self.actionSelection) WHERE action.id = ?1", .integer(number), body: Self.recordedAction)
    }
  }

  /// The newest actions, newest first, including undos and redos.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func actions(newest count: Int) throws -> [RecordedAction] {
    try explaining {
      try connection.rows(
        "\(Self.actionSelection) ORDER BY action.id DESC LIMIT ?1", .integer(count),
        body: Self.recordedAction)
    }
  }
}
