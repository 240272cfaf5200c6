internal import CSQLite

/// A user's statements, one after another.
struct StatementScript {
  private let text: [UInt8]
  // The start of the next statement, in bytes.
  private var position = 0

  /// - Throws: ``SQLiteError/Code/misuse`` for a NUL character, where SQLite
  ///   would silently stop reading, or ``SQLiteError/Code/tooBig``.
  init(_ sql: String) throws(SQLiteError) {
    text = Array(sql.utf8)
    if let place = text.firstIndex(of: 0) {
      throw SQLiteError(.misuse, "the SQL contains a NUL character", offset: place)
    }
    guard text.count <= StatementLimits.longestStatement else {
      throw SQLiteError(
        .tooBig, "the SQL is longer than \(StatementLimits.longestStatement) bytes")
    }
  }

  /// Whether only blanks and comments are left.
  var isAtEnd: Bool {
    text.withUnsafeBufferPointer { isBlankSQL($0[position...]) }
  }

  /// Prepares the next statement and moves past it; `nil` when none is left.
  ///
  /// - Throws: SQLite's error, with its place from the start of the script.
  mutating func next(on connection: Connection) throws(SQLiteError) -> Statement? {
    while !isAtEnd {
      let start = position
      var handle: OpaquePointer?
      let (code, end) = text.withUnsafeBufferPointer { text -> (Int32, Int) in
        text.withMemoryRebound(to: CChar.self) { text in
          var tail: UnsafePointer<CChar>?
          let begin = text.baseAddress.map { $0 + start }
          let code = sqlite3_prepare_v3(
            connection.handle, begin, Int32(clamping: text.count - start), 0, &handle, &tail)
          return (code, tail.flatMap { end in text.baseAddress.map { end - $0 } } ?? text.count)
        }
      }
      guard code == SQLITE_OK else {
        let error = connection.latestError(code)
        throw SQLiteError(error.code, error.message, offset: error.offset.map { $0 + start })
      }
      position = end
      // Two semicolons may have nothing between them.
      guard let handle else { continue }
      let statement = Statement(adopting: handle)
      try connection.checkWithheld(statement)
      return statement
    }
    return nil
  }

  /// Prepares the next statement if it is the last; otherwise returns `nil` and
  /// stays in place.
  mutating func nextIfLast(on connection: Connection) throws(SQLiteError) -> Statement? {
    let start = position
    let statement = try next(on: connection)
    guard isAtEnd else {
      position = start
      return nil
    }
    return statement
  }
}
