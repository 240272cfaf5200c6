internal import CSQLite

/// The arguments of one call of an SQL function, lent for the time of the call.
///
/// Reads are strict, as those of ``Row`` are.
struct FunctionArguments: ~Copyable {
  private let values: UnsafeMutablePointer<OpaquePointer?>?

  /// The number of arguments.
  let count: Int

  init(count: Int32, values: UnsafeMutablePointer<OpaquePointer?>?) {
    self.count = Int(count)
    self.values = values
  }

  /// The text in argument `index`, counted from 0, or `nil` for NULL.
  ///
  /// - Throws: ``SQLiteError/Code/mismatch`` for anything else.
  func optionalText(_ index: Int) throws(SQLiteError) -> String? {
    let found = type(index)
    guard found != SQLITE_NULL else { return nil }
    guard found == SQLITE_TEXT else {
      throw SQLiteError(.mismatch, "argument \(index + 1) is \(storageClass(found)), not TEXT")
    }
    let start = sqlite3_value_text(pointer(index))
    let length = Int(sqlite3_value_bytes(pointer(index)))
    return String(
      decoding: UnsafeBufferPointer(start: start, count: start == nil ? 0 : length),
      as: UTF8.self)
  }

  /// Argument `index` as it is.
  func value(_ index: Int) -> SQLiteValue {
    switch type(index) {
    case SQLITE_INTEGER: return .integer(sqlite3_value_int64(pointer(index)))
    case SQLITE_FLOAT: return .real(sqlite3_value_double(pointer(index)))
    case SQLITE_TEXT: return (try? optionalText(index)).flatMap(\.self).map { .text($0) } ?? .null
    case SQLITE_BLOB:
      let start = sqlite3_value_blob(pointer(index))
      return .blob(
        Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(pointer(index)))))
      )
    default: return .null
    }
  }

  private func pointer(_ index: Int) -> OpaquePointer? {
    precondition((0..<count).contains(index), "there is no argument \(index)")
    return values?[index]
  }

  private func type(_ index: Int) -> Int32 { sqlite3_value_type(pointer(index)) }
}

/// Sets the result of the function call `context`.
func setResult(_ value: SQLiteValue, _ context: OpaquePointer?) {
  switch value {
  case .null: sqlite3_result_null(context)
  case .integer(let number): sqlite3_result_int64(context, number)
  case .real(let number): sqlite3_result_double(context, number)
  case .text(var text):
    text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_result_text64(
          context, characters.baseAddress, UInt64(characters.count), csqlite_transient(),
          UInt8(SQLITE_UTF8))
      }
    }
  case .blob(let bytes):
    bytes.withUnsafeBytes { buffer in
      buffer.isEmpty
        ? sqlite3_result_zeroblob(context, 0)
        : sqlite3_result_blob64(
          context, buffer.baseAddress, UInt64(buffer.count), csqlite_transient())
    }
  }
}

/// Makes the function call `context` fail with what `error` says.
func setError(_ error: any Error, _ context: OpaquePointer?) {
  let message = (error as? SQLiteError)?.message ?? "\(error)"
  sqlite3_result_error(context, message, -1)
  if let error = error as? SQLiteError {
    sqlite3_result_error_code(context, error.code.rawValue)
  }
}
