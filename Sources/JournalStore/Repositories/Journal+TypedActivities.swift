public import CivilDay
internal import JournalModel

extension Journal {
  /// Whether `entry` has a file.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func isFromFile(_ entry: StoredEntry) throws -> Bool {
    guard MergedActivity.fields[entry.table] != nil else { return false }
    return try explaining {
      try connection.first(
        "SELECT 1 FROM activity_source WHERE \(entry.table.rawValue)_id = ?1", .integer(entry.id),
        body: { _ in true }) ?? false
    }
  }

  /// Adds typed values to an entry from files, as one action, as if they had been
  /// typed before the files were imported.
  ///
  /// - Parameters:
  ///   - typed: The typed values; missing and null ones stay as in the files.
  ///   - id: The id of the entry in the table of `typed`.
  ///   - command: The command's name, for the history.
  ///   - today: Later new days are refused; `nil` allows them.
  ///   - dayBoundaryMinutes: Minutes after midnight until which the night belongs
  ///     to the previous day.
  /// - Returns: The id of the entry, and the action, for undo.
  /// - Throws: As ``edit(_:of:changes:command:today:)``.
  public func addTyped(
    _ typed: Entry, to id: Int, command: String, today: Day?, dayBoundaryMinutes: Int
  ) throws -> Logged {
    let table = typed.table
    let changes = typed.values.filter { !$1.isNull }
    return try act(command) {
      let before = try knownEntry(id, of: table)
      let key = EntryKey(table: table, id: id)
      let sources = try ActivityNeighbourhood(connection, dayBoundaryMinutes: dayBoundaryMinutes)
        .facts(in: key)
      let notes = TypedActivities(connection)
      let noted = try notes.note(
        key, before.values, sources, dayBoundaryMinutes: dayBoundaryMinutes)
      let fields = Set(MergedActivity.fields[table] ?? []).intersection(changes.keys)
      try notes.keep(noted.fields.union(fields), of: key, upon: sources)
      let columns = changes.keys.sorted()
      var checker = try EntryChecker(connection, table: table, columns: columns, today: today)
      let values = try checker.checked(columns.map { changes[$0] ?? .null })
      try update(id, of: table, Array(zip(columns, values)), checker)
      // A doubt about a measure ends when the measure is typed.
      if case .integer(let source)? = sources.first?.values["id"] {
        var regrouping = ActivityRegrouping(connection, dayBoundaryMinutes: dayBoundaryMinutes)
        try regrouping.regroup(around: Int(source))
      }
      return id
    }
  }
}
