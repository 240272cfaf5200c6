/// Statements typed by a person, and what they are to be run with.
public struct Query {
  /// One statement, or several with semicolons between them.
  public let sql: String

  /// The values of the statements' placeholders, by their names without `:`,
  /// `@` or `$`; one without a name goes by its number.
  public let parameters: [String: SQLiteValue]

  /// Asked many times a second while a statement runs whether it may go on.
  ///
  /// `false` ends it with ``SQLiteError/Code/interrupted``. It must not use the
  /// journal.
  public let mayGoOn: () -> Bool

  /// Creates a query.
  public init(
    _ sql: String, parameters: [String: SQLiteValue] = [:],
    mayGoOn: @escaping () -> Bool = { true }
  ) {
    self.sql = sql
    self.parameters = parameters
    self.mayGoOn = mayGoOn
  }
}

/// What takes the results of statements.
public protocol ResultReader {
  /// A statement was prepared, and its rows follow.
  ///
  /// - Parameter columns: The names of its columns, in order.
  /// - Throws: What ends the query.
  mutating func begin(_ columns: [String]) throws
  /// The next row, lent for the time of the call.
  mutating func take(_ row: borrowing QueryRow) throws
  /// The statement has no more rows.
  mutating func end() throws
  /// A statement that may write has done so.
  mutating func finishedWriting()
}

extension ResultReader {
  public mutating func finishedWriting() {}
}

/// A placeholder of a statement and the values that were given do not match.
public enum ParameterProblem: Error, Equatable {
  /// The statement has a placeholder that no value was given for.
  case missing(String)
  /// A value was given that no statement has a placeholder for; `known` are the
  /// names that they have.
  case unknown(String, known: [String])
}

extension Journal {
  /// Adds SQL functions that ``read(_:into:)`` may then call.
  ///
  /// - Parameter add: Gets the connection and SQLite's table of routines, as an
  ///   extension does that SQLite loads, and returns a result code.
  /// - Throws: ``SQLiteError`` if the code is not 0.
  public func addFunctions(
    _ add: (_ database: OpaquePointer, _ routines: OpaquePointer) -> Int32
  ) throws {
    try explaining { try connection.addExtension(add) }
  }

  /// Runs statements that only read, one after another.
  ///
  /// All are prepared before the first one runs, so that a mistake in the last
  /// one is met before anything was answered. Writing, attaching files and
  /// loading code are refused.
  ///
  /// - Parameters:
  ///   - query: The statements.
  ///   - reader: Takes the results; rows are never held together, so memory does
  ///     not grow with the result.
  /// - Throws: ``SQLiteError``, ``ParameterProblem``, or what `reader` throws.
  public func read(_ query: Query, into reader: inout some ResultReader) throws {
    try explaining {
      connection.allowReadingOnly()
      defer { connection.setAuthorizer(nil) }
      try run(query, into: &reader) { statement throws(SQLiteError) in
        guard statement.isReadOnly else { throw SQLiteError(.denied, "not authorized") }
      }
    }
  }

  /// Runs the statements of `query` within limits, each after `check`.
  func run(
    _ query: Query, into reader: inout some ResultReader,
    check: (borrowing Statement) throws(SQLiteError) -> Void
  ) throws {
    connection.setProgressHandler(query.mayGoOn)
    defer { connection.setProgressHandler(nil) }
    try connection.withStatementLimits {
      var script = try StatementScript(query.sql)
      guard !script.isAtEnd else { throw SQLiteError(.misuse, "there is no SQL statement") }
      var names: Set<String> = []
      // A statement alone, which is nearly always, is prepared once.
      if let only = try script.nextIfLast(on: connection) {
        try check(only)
        names.formUnion(only.parameterKeys)
        try query.checkParameters(among: names)
        return try run(only, of: query, into: &reader)
      }
      var rehearsal = script
      while let statement = try rehearsal.next(on: connection) {
        try check(statement)
        names.formUnion(statement.parameterKeys)
      }
      try query.checkParameters(among: names)
      while let statement = try script.next(on: connection) {
        try run(statement, of: query, into: &reader)
      }
    }
  }

  private func run(
    _ statement: consuming Statement, of query: Query, into reader: inout some ResultReader
  ) throws {
    for (index, name) in statement.parameterKeys.enumerated() {
      guard !name.isEmpty else { continue }
      guard let value = query.parameters[name] else { throw ParameterProblem.missing(name) }
      try statement.bind(value, to: index + 1)
    }
    let hasResult = statement.columnCount > 0
    if hasResult { try reader.begin(statement.columnNames) }
    while try statement.step() {
      try statement.withQueryRow { try reader.take($0) }
    }
    if hasResult { try reader.end() }
    if !statement.isReadOnly { reader.finishedWriting() }
  }
}

extension Query {
  /// Checks that every value that was given has its placeholder.
  fileprivate func checkParameters(among names: Set<String>) throws {
    if let stranger = parameters.keys.sorted().first(where: { !names.contains($0) }) {
      throw ParameterProblem.unknown(stranger, known: names.filter { !$0.isEmpty }.sorted())
    }
    if let missing = names.sorted().first(where: { !$0.isEmpty && parameters[$0] == nil }) {
      throw ParameterProblem.missing(missing)
    }
  }
}

extension Statement {
  /// The keys of the placeholders' values, in the placeholders' order: names
  /// without their sign, numbers for those without a name; empty for a number
  /// that is left out, as the first of `?2` alone.
  fileprivate var parameterKeys: [String] {
    let count = parameterCount
    guard count > 0 else { return [] }
    let names = (1...count).map { parameterName($0) }
    let isNumbered = names.contains { $0?.hasPrefix("?") == true }
    return names.enumerated().map { index, name in
      name.map { String($0.dropFirst()) } ?? (isNumbered ? "" : "\(index + 1)")
    }
  }
}
