extension Journal {
  /// Adds SQL functions that ``query(_:header:row:)`` may then call.
  ///
  /// - Parameter add: Gets the connection and SQLite's table of routines, as an
  ///   extension does that SQLite loads, and returns a result code.
  /// - Throws: ``SQLiteError`` if the code is not 0.
  public func addFunctions(
    _ add: (_ database: OpaquePointer, _ routines: OpaquePointer) -> Int32
  ) throws {
    try explaining { try connection.addExtension(add) }
  }

  /// Runs one statement that only reads, typed by the person.
  ///
  /// - Parameters:
  ///   - sql: One statement. Writing, attaching files and loading code are
  ///     refused before it runs.
  ///   - header: Called once with the names of the columns.
  ///   - row: Called for each row with its values, in order; rows are never
  ///     held together, so memory does not grow with the result.
  /// - Throws: ``SQLiteError``, or what the closures throw.
  public func query(
    _ sql: String, header: ([String]) throws -> Void, row: ([SQLiteValue]) throws -> Void
  ) throws {
    try explaining {
      connection.allowReadingOnly()
      defer { connection.setAuthorizer(nil) }
      var statement = try connection.prepareReading(sql)
      try header(statement.columnNames)
      while try statement.step() {
        try row(statement.withRow { row in (0..<row.count).map { row.value($0) } })
      }
    }
  }
}
