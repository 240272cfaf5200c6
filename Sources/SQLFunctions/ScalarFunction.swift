internal import CSQLiteExtension

/// A function of the values of one row that gives text; SQLite owns it once it is
/// added.
final class ScalarFunction {
  private let name: String
  private let body: (borrowing Arguments) throws(FunctionError) -> String?

  init(_ name: String, _ body: @escaping (borrowing Arguments) throws(FunctionError) -> String?) {
    self.name = name
    self.body = body
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
      guard var text = try body(arguments) else { return extension_result_null(context) }
      text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) { characters in
          extension_result_text(context, characters.baseAddress, Int32(characters.count))
        }
      }
    } catch {
      fail(context, name, error)
    }
  }
}
