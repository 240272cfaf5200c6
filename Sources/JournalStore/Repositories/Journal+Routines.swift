public import JournalModel

/// A named list of exercises.
public struct StoredRoutine: Equatable, Sendable {
  /// The id of the routine.
  public let id: Int
  /// Its name, unique regardless of case.
  public let name: String
  /// Its note, if any.
  public let note: String?
  /// Its exercises in order, each with its amount and side, if given.
  public let steps: [RoutineStep]
}

extension Journal {
  /// The routines with their steps, by name.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func routines() throws -> [StoredRoutine] {
    try snapshot {
      let steps = try connection.rows(
        """
        SELECT routine_step.*, exercise.name AS exercise
        FROM routine_step
        JOIN exercise ON exercise.id = routine_step.exercise_id
        ORDER BY routine_step.routine_id, routine_step.position
        """
      ) { (row) throws(SQLiteError) in try storedEntry(row, in: .routineStep) }
      let byRoutine = Dictionary(grouping: steps.compactMap { $0.record(RoutineStep.self) }) {
        $0.routine?.id
      }
      return try connection.rows("SELECT id, name, note FROM routine ORDER BY name") {
        (row) throws(SQLiteError) in
        let id = try row.integer(0)
        return StoredRoutine(
          id: id, name: try row.text(1), note: try row.optionalText(2), steps: byRoutine[id] ?? [])
      }
    }
  }

  /// Changes a routine as one action.
  ///
  /// - Parameters:
  ///   - id: The routine.
  ///   - changes: The new values of its own fields.
  ///   - steps: Replaces its steps, as entries of ``EntryTable/routineStep``;
  ///     `nil` keeps them.
  /// - Returns: Its id, and the action, for undo.
  /// - Throws: ``JournalError/invalid(_:)`` or ``JournalError/nameTaken(table:)``.
  public func changeRoutine(
    _ id: Int, _ changes: Changes<Routine>, steps: [Entry]?
  ) throws -> Logged {
    let changes = changes.columnValues
    return try act("routine edit") {
      if !changes.isEmpty {
        let columns = changes.keys.sorted()
        var checker = try EntryChecker(connection, table: .routine, columns: columns, today: nil)
        let values = try checker.checked(columns.map { changes[$0] ?? .null })
        try update(
          id, of: .routine, zip(columns, values).map { (name: $0, value: $1) }, checker)
      }
      if let steps {
        try connection.run("DELETE FROM routine_step WHERE routine_id = ?1", .integer(id))
        _ = try insert(steps, today: nil)
      }
      return id
    }
  }

  /// Deletes a routine with its steps as one action; stretches logged with it
  /// stay.
  ///
  /// - Throws: ``JournalError/noEntry(table:id:)``.
  public func deleteRoutine(_ id: Int) throws -> Logged {
    try act("routine delete") {
      _ = try knownEntry(id, of: .routine)
      try connection.run("DELETE FROM routine_step WHERE routine_id = ?1", .integer(id))
      try connection.run("DELETE FROM routine WHERE id = ?1", .integer(id))
      return id
    }
  }
}
