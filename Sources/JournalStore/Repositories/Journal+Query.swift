/// A person's statements, with their parameters.
public struct Query {
  /// One statement, or several separated by semicolons.
  public let sql: String

  /// The values of the placeholders, by name without `:`, `@` or `$`; by number
  /// for those without a name.
  public let parameters: [String: SQLiteValue]

  /// Called many times a second during a statement: whether to continue.
  ///
  /// `false` ends it with ``SQLiteError/Code/interrupted``. It must not use the
  /// journal.
  public let mayGoOn: () -> Bool

  /// The most bytes of a value on the way to the result; `nil` for the usual limit.
  public let longestValue: Int?

  /// Creates a query.
  public init(
    _ sql: String, parameters: [String: SQLiteValue] = [:], longestValue: Int? = nil,
    mayGoOn: @escaping () -> Bool = { true }
  ) {
    self.sql = sql
    self.parameters = parameters
    self.longestValue = longestValue
    self.mayGoOn = mayGoOn
  }
}

/// Receives the results of statements.
public protocol ResultReader {
  /// Learns, before the first statement runs, how many of them have results.
  ///
  /// - Parameter results: Their number; 0 if none has.
  /// - Throws: An error to end the query.
  mutating func expect(_ results: Int) throws
  /// Begins a statement's results; its rows follow.
  ///
  /// - Parameter columns: The names of its columns, in order.
  /// - Throws: An error to end the query.
  mutating func begin(_ columns: [String]) throws
  /// The next row, lent during the call.
  mutating func take(_ row: borrowing QueryRow) throws
  /// Ends the statement's rows.
  mutating func end() throws
}

extension ResultReader {
  /// Does nothing, for a reader that does not care.
  public mutating func expect(_ results: Int) {}
}

/// A mismatch between placeholders and given values.
public enum ParameterProblem: Error, Equatable {
  /// A placeholder without a value.
  case missing(String)
  /// A value without a placeholder; `known` are the names of the placeholders.
  case unknown(String, known: [String])
}

extension Journal {
  /// Adds SQL functions for ``read(_:into:)``.
  ///
  /// - Parameter add: Receives the connection and SQLite's table of routines,
  ///   like a loaded extension, and returns a result code.
  /// - Throws: ``SQLiteError`` if the code is not 0.
  public func addFunctions(
    _ add: (_ database: OpaquePointer, _ routines: OpaquePointer) -> Int32
  ) throws {
    try explaining { try connection.addExtension(add) }
  }

  /// Runs read-only statements, one after another.
  ///
  /// All are prepared before the first one runs, so that a mistake in the last
  /// one is found before there is any output. Writing, attaching files and
  /// loading code are refused.
  ///
  /// - Parameters:
  ///   - query: The statements.
  ///   - reader: Receives the results, row by row, so memory does not grow with
  ///     the result.
  /// - Throws: ``SQLiteError``, ``ParameterProblem``, or any error of `reader`.
  public func read(_ query: Query, into reader: inout some ResultReader) throws {
    try explaining {
      try connection.keepTemporaryDataInMemory()
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
    try connection.withStatementLimits(longestValue: query.longestValue) {
      var script = try StatementScript(query.sql)
      guard !script.isAtEnd else { throw SQLiteError(.misuse, "there is no SQL statement") }
      var names: Set<String> = []
      // A single statement, the usual case, is prepared once.
      if let only = try script.nextIfLast(on: connection) {
        try check(only)
        names.formUnion(only.parameterKeys)
        try query.checkParameters(among: names)
        try reader.expect(only.columnCount > 0 ? 1 : 0)
        return try run(only, of: query, into: &reader)
      }
      var rehearsal = script
      var results = 0
      while let statement = try rehearsal.next(on: connection) {
        try check(statement)
        names.formUnion(statement.parameterKeys)
        if statement.columnCount > 0 { results += 1 }
      }
      try query.checkParameters(among: names)
      try reader.expect(results)
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
  }
}

extension Query {
  /// Checks that every given value has its placeholder.
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
  /// The keys of the placeholders' values, in order: names without their sign,
  /// numbers for those without a name; empty for a missing number, such as the
  /// first of `?2` alone.
  var parameterKeys: [String] {
    let count = parameterCount
    guard count > 0 else { return [] }
    let names = (1...count).map { parameterName($0) }
    let isNumbered = names.contains { $0?.hasPrefix("?") == true }
    return names.enumerated().map { index, name in
      name.map { String($0.dropFirst()) } ?? (isNumbered ? "" : "\(index + 1)")
    }
  }
}
