internal import CSQLiteExtension

/// A function of one row's values that returns text or a number; SQLite owns it
/// after it is added.
final class ScalarFunction {
  /// Its result.
  enum Result {
    case text(String)
    case number(Double)
  }

  private let name: String
  private let body: (borrowing Arguments) throws(FunctionError) -> Result?

  init(_ name: String, _ body: @escaping (borrowing Arguments) throws(FunctionError) -> String?) {
    self.name = name
    self.body = { (row) throws(FunctionError) in try body(row).map { .text($0) } }
  }

  init(
    _ name: String, number body: @escaping (borrowing Arguments) throws(FunctionError) -> Double?
  ) {
    self.name = name
    self.body = { (row) throws(FunctionError) in try body(row).map { .number($0) } }
  }

  /// Adds the function to a connection.
  ///
  /// - Returns: SQLite's result code.
  func add(to database: OpaquePointer, argumentCount: Int32) -> Int32 {
    extension_add_scalar(
      database, name, argumentCount, Unmanaged.passRetained(self).toOpaque(),
      { context, count, values in
        guard let data = extension_user_data(context) else { return }
        Unmanaged<ScalarFunction>.fromOpaque(data).takeUnretainedValue()
          .call(context, Arguments(count: count, values: values))
      }, releaseFunction)
  }

  private func call(_ context: OpaquePointer?, _ arguments: borrowing Arguments) {
    do {
      switch try body(arguments) {
      case nil: extension_result_null(context)
      case .number(let number): extension_result_double(context, number)
      case .text(var text):
        text.withUTF8 { utf8 in
          utf8.withMemoryRebound(to: CChar.self) { characters in
            extension_result_text(context, characters.baseAddress, Int32(characters.count))
          }
        }
      }
    } catch {
      fail(context, name, error)
    }
  }
}
