internal import CSQLite

/// One value of a result, lent until the next row.
public enum LentValue {
  /// No value.
  case null
  /// A 64-bit signed integer.
  case integer(Int64)
  /// A 64-bit floating-point number, which may be infinite.
  case real(Double)
  /// The stored text: bytes that should be UTF-8 but may not be.
  case text(UnsafeBufferPointer<UInt8>)
  /// Bytes.
  case blob(UnsafeBufferPointer<UInt8>)
}

/// A row of a result, lent during a call without copying.
public struct QueryRow: ~Copyable {
  private let handle: OpaquePointer

  /// The number of columns.
  public let count: Int

  init(handle: OpaquePointer) {
    self.handle = handle
    count = Int(sqlite3_data_count(handle))
  }

  /// The value in `column`, counted from 0; NULL for a missing column.
  public subscript(column: Int) -> LentValue {
    let index = Int32(truncatingIfNeeded: column)
    switch sqlite3_column_type(handle, index) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
    case SQLITE_TEXT:
      // The text must be fetched before its length: fetching may convert it.
      let start = sqlite3_column_text(handle, index)
      return .text(bytes(start, sqlite3_column_bytes(handle, index)))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, index)
      return .blob(
        bytes(
          start?.assumingMemoryBound(to: UInt8.self), sqlite3_column_bytes(handle, index)))
    default: return .null
    }
  }

  private func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(count))
  }
}
