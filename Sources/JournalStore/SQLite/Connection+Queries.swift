internal import CSQLite

extension Connection {
  /// Runs every statement of `script`, without values.
  ///
  /// For migrations and pragmas. Use ``run(_:_:)`` for user data.
  ///
  /// - Throws: SQLite's error, after the statements before it have run, or
  ///   ``SQLiteError/Code/misuse`` if `script` contains a NUL character.
  func execute(script: String) throws(SQLiteError) {
    guard !script.utf8.contains(0) else {
      throw SQLiteError(.misuse, "the SQL contains a NUL character", sql: script)
    }
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw latestError(code, sql: script) }
  }

  /// Prepares the one statement in `sql`, for the caller to run.
  func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(sql, on: handle)
  }

  /// Lends a cached statement for `sql`, with `values` bound, to `body`.
  func withStatement<T>(
    _ sql: String, _ values: [SQLiteValue],
    _ body: (inout Statement) throws(SQLiteError) -> T
  ) throws(SQLiteError) -> T {
    let generation = cache.generation
    var statement = try cache.take(sql, on: handle)
    let result: Result<T, SQLiteError>
    do {
      try statement.bind(values)
      result = .success(try body(&statement))
    } catch {
      result = .failure(error)
    }
    cache.put(statement, for: sql, of: generation)
    return try result.get()
  }

  /// Runs one statement to its end and returns the number of changed rows.
  ///
  /// - Parameters:
  ///   - sql: One statement with placeholders `?1`, `?2` and so on.
  ///   - values: One value per placeholder.
  /// - Returns: The rows changed by an INSERT, UPDATE or DELETE.
  /// - Throws: SQLite's error.
  @discardableResult
  func run(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) -> Int {
    try run(sql, values)
  }

  /// Runs one statement to its end with `values` as an array.
  @discardableResult
  func run(_ sql: String, _ values: [SQLiteValue]) throws(SQLiteError) -> Int {
    try withStatement(sql, values) { (statement) throws(SQLiteError) in
      while try statement.step() {}
    }
    return changes
  }

  /// The rows of `sql`, each converted by `body`.
  func rows<T>(
    _ sql: String, _ values: SQLiteValue...,
    body: (borrowing Row) throws(SQLiteError) -> T
  ) throws(SQLiteError) -> [T] {
    try rows(sql, values, body: body)
  }

  /// The rows of `sql`, with its values as an array.
  func rows<T>(
    _ sql: String, _ values: [SQLiteValue],
    body: (borrowing Row) throws(SQLiteError) -> T
  ) throws(SQLiteError) -> [T] {
    try withStatement(sql, values) { (statement) throws(SQLiteError) in
      var result: [T] = []
      while try statement.step() {
        result.append(try statement.withRow(body))
      }
      return result
    }
  }

  /// The first row of `sql`, or `nil` without rows.
  func first<T>(
    _ sql: String, _ values: SQLiteValue...,
    body: (borrowing Row) throws(SQLiteError) -> T
  ) throws(SQLiteError) -> T? {
    try withStatement(sql, values) { (statement) throws(SQLiteError) in
      try statement.step() ? try statement.withRow(body) : nil
    }
  }

  /// The integer in the first column of the first row.
  ///
  /// - Throws: ``SQLiteError/Code/mismatch`` without a row or an integer.
  func integer(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) -> Int {
    let found = try withStatement(sql, values) { (statement) throws(SQLiteError) -> Int? in
      guard try statement.step() else { return nil }
      return try statement.withRow { (row) throws(SQLiteError) in try row.integer(0) }
    }
    guard let found else {
      throw SQLiteError(.mismatch, "the query returned no row", sql: sql)
    }
    return found
  }
}
