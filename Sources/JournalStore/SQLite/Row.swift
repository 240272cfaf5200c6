internal import CSQLite

/// The current row of a statement, lent during a closure.
///
/// Reads are strict: a column with another storage class is an error, never a
/// silent conversion. The one exception is an integer read as a real number,
/// which is exact or refused. Columns count from 0; a missing column is a
/// programming mistake.
struct Row: ~Copyable {
  private let handle: OpaquePointer

  init(handle: OpaquePointer) {
    self.handle = handle
  }

  /// The number of columns.
  var count: Int { Int(sqlite3_data_count(handle)) }

  /// Whether `column` is NULL.
  func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

  /// The integer in `column`.
  func integer(_ column: Int) throws(SQLiteError) -> Int {
    try require(column, SQLITE_INTEGER)
    return Int(sqlite3_column_int64(handle, Int32(column)))
  }

  /// The number in `column`; an integer only if it is exact as a `Double`.
  func real(_ column: Int) throws(SQLiteError) -> Double {
    if type(column) == SQLITE_INTEGER,
      let exact = Double(exactly: sqlite3_column_int64(handle, Int32(column)))
    {
      return exact
    }
    try require(column, SQLITE_FLOAT)
    return sqlite3_column_double(handle, Int32(column))
  }

  /// The text in `column`, NUL characters included.
  ///
  /// - Throws: ``SQLiteError/Code/mismatch``, also if the text is not UTF-8.
  func text(_ column: Int) throws(SQLiteError) -> String {
    try require(column, SQLITE_TEXT)
    guard let text = withTextBytes(column, { String(validating: $0, as: UTF8.self) }) else {
      throw SQLiteError(.mismatch, "column '\(name(column))' contains text that is not UTF-8")
    }
    return text
  }

  /// The integer in `column`, or `nil` for NULL.
  func optionalInteger(_ column: Int) throws(SQLiteError) -> Int? {
    isNull(column) ? nil : try integer(column)
  }

  /// The number in `column`, or `nil` for NULL.
  func optionalReal(_ column: Int) throws(SQLiteError) -> Double? {
    isNull(column) ? nil : try real(column)
  }

  /// The text in `column`, or `nil` for NULL.
  func optionalText(_ column: Int) throws(SQLiteError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  /// The value in `column`; invalid UTF-8 in text becomes U+FFFD.
  func value(_ column: Int) -> SQLiteValue {
    switch type(column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: .text(withTextBytes(column) { String(decoding: $0, as: UTF8.self) })
    case SQLITE_BLOB: .blob(blob(column))
    default: .null
    }
  }

  /// Lends the UTF-8 bytes of the text in `column`, without copying them.
  func withTextBytes<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    // The text must be fetched before its length: fetching may convert it.
    let start = sqlite3_column_text(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private func blob(_ column: Int) -> [UInt8] {
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// The name of `column` in the result.
  func name(_ column: Int) -> String {
    sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? "\(column)"
  }

  /// The storage class in `column`; SQLite would return NULL for a missing
  /// column.
  private func type(_ column: Int) -> Int32 {
    precondition((0..<count).contains(column), "there is no column \(column)")
    return sqlite3_column_type(handle, Int32(column))
  }

  private func require(_ column: Int, _ expected: Int32) throws(SQLiteError) {
    let found = type(column)
    guard found == expected else {
      throw SQLiteError(
        .mismatch,
        "column '\(name(column))' contains \(storageClass(found)), not \(storageClass(expected))")
    }
  }
}

/// The name that SQL gives to a storage class.
func storageClass(_ type: Int32) -> String {
  switch type {
  case SQLITE_INTEGER: "INTEGER"
  case SQLITE_FLOAT: "REAL"
  case SQLITE_TEXT: "TEXT"
  case SQLITE_BLOB: "BLOB"
  default: "NULL"
  }
}
