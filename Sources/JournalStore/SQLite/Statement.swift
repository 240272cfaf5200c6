internal import CSQLite

/// A prepared statement that is finalized when it goes out of scope.
///
/// It cannot be copied, so no two owners can finalize the same handle, and an
/// abandoned query leaks nothing. A statement that outlives its ``Connection`` is
/// still safe to finalize, because the connection is closed with
/// `sqlite3_close_v2`.
struct Statement: ~Copyable {
  private let handle: OpaquePointer

  /// Prepares the one statement in `sql`.
  ///
  /// - Parameters:
  ///   - sql: One statement, perhaps followed by blanks, comments and a
  ///     semicolon.
  ///   - db: An open database handle.
  ///   - isPersistent: Whether the statement will be kept and run often.
  /// - Throws: SQLite's error with its place, or ``SQLiteError/Code/misuse`` if
  ///   `sql` contains no statement, a second one, or a NUL character, which
  ///   `sqlite3_prepare` does not report.
  init(_ sql: String, on db: OpaquePointer, isPersistent: Bool = false) throws(SQLiteError) {
    var sql = sql
    let flags = isPersistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let result = sql.withUTF8 { utf8 -> Result<OpaquePointer, SQLiteError> in
      guard !utf8.contains(0) else {
        return .failure(
          SQLiteError(
            .misuse, "the SQL contains a NUL character",
            sql: String(decoding: utf8, as: UTF8.self)))
      }
      return utf8.withMemoryRebound(to: CChar.self) { text in
        var handle: OpaquePointer?
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          db, text.baseAddress, Int32(clamping: text.count), flags, &handle, &tail)
        guard code == SQLITE_OK else {
          return .failure(
            SQLiteError(latestOn: db, code: code, sql: String(decoding: utf8, as: UTF8.self)))
        }
        guard let handle else {
          return .failure(SQLiteError(.misuse, "there is no SQL statement"))
        }
        let consumed = tail.flatMap { end in text.baseAddress.map { end - $0 } } ?? text.count
        guard isBlankSQL(utf8[consumed...]) else {
          sqlite3_finalize(handle)
          return .failure(
            SQLiteError(
              .misuse, "there is more than one SQL statement",
              sql: String(decoding: utf8, as: UTF8.self), offset: consumed))
        }
        return .success(handle)
      }
    }
    handle = try result.get()
  }

  /// Adopts a handle from ``release()``.
  init(adopting handle: OpaquePointer) {
    self.handle = handle
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Releases the handle, reset and without values, for later adoption.
  consuming func release() -> OpaquePointer {
    reset()
    let handle = handle
    discard self
    return handle
  }

  /// The original statement, with its placeholders.
  var sql: String { String(cString: sqlite3_sql(handle)) }

  /// Whether the statement does not change the database file.
  var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  /// Whether the statement only lists the steps of another one.
  var isExplanation: Bool { sqlite3_stmt_isexplain(handle) != 0 }

  /// The number of columns in the result; 0 without a result.
  var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// The names of the result's columns, in order.
  var columnNames: [String] {
    (0..<sqlite3_column_count(handle)).map { column in
      sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
    }
  }

  /// The number of values to bind: the largest placeholder number.
  var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

  /// The name of placeholder `index`, counted from 1, with its `:`, `@` or `$`.
  func parameterName(_ index: Int) -> String? {
    sqlite3_bind_parameter_name(handle, Int32(index)).map { String(cString: $0) }
  }

  /// Binds `values` to the placeholders `?1`, `?2` and so on.
  ///
  /// - Precondition: There are as many values as placeholders.
  mutating func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    precondition(values.count == parameterCount, "wrong number of values for: \(sql)")
    for (index, value) in values.enumerated() {
      try bind(value, to: index + 1)
    }
  }

  /// Binds `value` to placeholder `index`, counted from 1.
  mutating func bind(_ value: SQLiteValue, to index: Int) throws(SQLiteError) {
    let index = Int32(index)
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .integer(let number): sqlite3_bind_int64(handle, index, number)
      case .real(let number): sqlite3_bind_double(handle, index, number)
      case .text(var text): bind(&text, to: index)
      case .blob(let bytes): bind(bytes, to: index)
      }
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// Binds the values of another statement's row to the placeholders, in order.
  mutating func bindRow(of other: borrowing Statement) throws(SQLiteError) {
    for column in 0..<sqlite3_column_count(other.handle) {
      let code = sqlite3_bind_value(
        handle, column + 1, sqlite3_column_value(other.handle, column))
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  // Passes the byte count, because otherwise text would end at a NUL.
  private func bind(_ text: inout String, to index: Int32) -> Int32 {
    text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text64(
          handle, index, characters.baseAddress, UInt64(characters.count), csqlite_transient(),
          UInt8(SQLITE_UTF8))
      }
    }
  }

  private func bind(_ bytes: [UInt8], to index: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      // The address of an empty array may be null, which would bind NULL.
      buffer.isEmpty
        ? sqlite3_bind_zeroblob(handle, index, 0)
        : sqlite3_bind_blob64(
          handle, index, buffer.baseAddress, UInt64(buffer.count), csqlite_transient())
    }
  }

  /// Advances to the next row; `false` after the last.
  mutating func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  /// Prepares the statement to run again, with every placeholder null.
  func reset() {
    // The code repeats the failure of the latest step, which was already
    // reported.
    _ = sqlite3_reset(handle)
    _ = sqlite3_clear_bindings(handle)
  }

  /// Lends the current row to `body`, which cannot keep it.
  func withRow<T, E: Error>(_ body: (borrowing Row) throws(E) -> T) throws(E) -> T {
    try body(Row(handle: handle))
  }

  /// Lends the current row to `reader` without copying.
  func withQueryRow(_ body: (borrowing QueryRow) throws -> Void) throws {
    try body(QueryRow(handle: handle))
  }

  /// The error for `code`, in words without bound values.
  ///
  /// Some of SQLite's messages quote values, such as those about JSON paths and
  /// search terms. Those about constraints and types contain only schema names.
  private func failure(_ code: Int32) -> SQLiteError {
    let error = SQLiteError(latestOn: sqlite3_db_handle(handle), code: code, sql: sql)
    switch error.code.primary {
    case _ where parameterCount == 0, .constraint, .mismatch: return error
    default: return SQLiteError(error.code, String(cString: sqlite3_errstr(code)), sql: sql)
    }
  }
}

/// Whether `sql` contains only blanks, semicolons and comments.
func isBlankSQL(_ sql: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  var rest = sql
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: " "), 0x09...0x0d, UInt8(ascii: ";"):
      continue
    case UInt8(ascii: "-") where rest.first == UInt8(ascii: "-"):
      while let next = rest.popFirst(), next != 0x0a {}
    case UInt8(ascii: "/") where rest.first == UInt8(ascii: "*"):
      rest.removeFirst()
      var previous: UInt8 = 0
      // An unclosed comment extends to the end, as in SQLite.
      while let next = rest.popFirst(), !(previous == UInt8(ascii: "*") && next == 0x2f) {
        previous = next
      }
    default:
      return false
    }
  }
  return true
}
