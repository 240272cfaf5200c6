internal import CSQLiteExtension

/// The result of an SQL function; `nil` and NaN are NULL.
enum FunctionResult {
  case integer(Int)
  case number(Double)
  case text(String)
  /// The text from byte `start` on.
  case joined(JoinedText, start: Int)
}

/// Gives SQLite the result of a call.
func report(_ context: OpaquePointer?, _ result: FunctionResult?) {
  switch result {
  case nil: extension_result_null(context)
  case .integer(let number): extension_result_integer(context, Int64(number))
  case .number(let number): extension_result_double(context, number)
  case .text(var text): text.withUTF8 { report(context, $0) }
  case .joined(let text, let start):
    text.withBytes { report(context, .init(rebasing: $0[start...])) }
  }
}

private func report(_ context: OpaquePointer?, _ utf8: UnsafeBufferPointer<UInt8>) {
  // Without an address it would be NULL.
  guard let start = utf8.baseAddress else { return extension_result_text(context, "", 0) }
  start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
    extension_result_text(context, $0, UInt64(utf8.count))
  }
}

/// Fails the statement with an error from the function `name`.
func fail(_ context: OpaquePointer?, _ name: String, _ error: FunctionError) {
  switch error {
  case .refused(let reason): extension_result_error(context, "\(name)(): \(reason)")
  case .tooLong: extension_result_too_long(context)
  case .outOfMemory: extension_result_no_memory(context)
  }
}
