internal import CSQLiteExtension
internal import CivilDay

/// The arguments of one call of an SQL function, valid only during the call.
///
/// Reads are strict: a number stored as text is a mistake that would go
/// unnoticed.
struct Arguments: ~Copyable {
  private let values: UnsafeMutablePointer<OpaquePointer?>?
  let count: Int

  init(count: Int32, values: UnsafeMutablePointer<OpaquePointer?>?) {
    self.count = Int(count)
    self.values = values
  }

  /// The number in argument `index`, counted from 0; `nil` for NULL.
  func number(_ index: Int) throws(FunctionError) -> Double? {
    let value = try value(index)
    return switch extension_value_class(value) {
    case Int32(EXTENSION_REAL.rawValue), Int32(EXTENSION_INTEGER.rawValue):
      extension_value_double(value)
    case Int32(EXTENSION_NULL.rawValue): nil
    default: throw .refused("argument \(index + 1) is not a number")
    }
  }

  /// Whether argument `index`, counted from 0, is text.
  func isText(_ index: Int) throws(FunctionError) -> Bool {
    extension_value_class(try value(index)) == Int32(EXTENSION_TEXT.rawValue)
  }

  /// Whether argument `index`, counted from 0, is not NULL.
  func isKnown(_ index: Int) throws(FunctionError) -> Bool {
    extension_value_class(try value(index)) != Int32(EXTENSION_NULL.rawValue)
  }

  /// The text in argument `index`, counted from 0; `nil` for NULL.
  func text(_ index: Int) throws(FunctionError) -> String? {
    let value = try value(index)
    switch extension_value_class(value) {
    case Int32(EXTENSION_NULL.rawValue): return nil
    case Int32(EXTENSION_TEXT.rawValue):
      return try withBytes(of: value) { String(decoding: $0, as: UTF8.self) }
    default: throw .refused("argument \(index + 1) is not text")
    }
  }

  /// The day in argument `index`, counted from 0; `nil` for NULL.
  func day(_ index: Int) throws(FunctionError) -> Day? {
    guard let text = try text(index) else { return nil }
    guard let day = Day(text) else { throw .refused("the day must be YYYY-MM-DD") }
    return day
  }

  /// Lends the text in argument `index`, counted from 0, to `body`; `nil` for NULL.
  ///
  /// A number is what SQLite writes for it.
  func withWrittenText<T>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(FunctionError) -> T
  ) throws(FunctionError) -> T? {
    let value = try value(index)
    switch extension_value_class(value) {
    case Int32(EXTENSION_NULL.rawValue): return nil
    case Int32(EXTENSION_BLOB.rawValue): throw .refused("argument \(index + 1) is not text")
    default: return try withBytes(of: value, body)
    }
  }

  private func withBytes<T>(
    of value: OpaquePointer?, _ body: (UnsafeBufferPointer<UInt8>) throws(FunctionError) -> T
  ) throws(FunctionError) -> T {
    guard let start = extension_value_text(value) else { throw .outOfMemory }
    return try body(UnsafeBufferPointer(start: start, count: Int(extension_value_bytes(value))))
  }

  private func value(_ index: Int) throws(FunctionError) -> OpaquePointer? {
    guard index < count, let values else { throw .refused("argument \(index + 1) is missing") }
    return values[index]
  }
}
