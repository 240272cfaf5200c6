internal import CSQLiteExtension

/// The arguments of one call of an SQL function, valid only during the call.
///
/// Reads are strict: a number stored as text is a mistake that would go
/// unnoticed.
struct Arguments: ~Copyable {
  private let values: UnsafeMutablePointer<OpaquePointer?>?
  private let count: Int32

  init(count: Int32, values: UnsafeMutablePointer<OpaquePointer?>?) {
    self.count = count
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

  /// The text in argument `index`, counted from 0; `nil` for NULL.
  func text(_ index: Int) throws(FunctionError) -> String? {
    let value = try value(index)
    switch extension_value_class(value) {
    case Int32(EXTENSION_NULL.rawValue): return nil
    case Int32(EXTENSION_TEXT.rawValue):
      guard let start = extension_value_text(value) else { throw .outOfMemory }
      let bytes = UnsafeBufferPointer(start: start, count: Int(extension_value_bytes(value)))
      return String(decoding: bytes, as: UTF8.self)
    default: throw .refused("argument \(index + 1) is not text")
    }
  }

  private func value(_ index: Int) throws(FunctionError) -> OpaquePointer? {
    guard index < count, let values else { throw .refused("argument \(index + 1) is missing") }
    return values[index]
  }
}
