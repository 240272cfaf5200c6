internal import CSQLiteExtension

/// A function of one row's values; SQLite owns it after it is added.
final class ScalarFunction {
  typealias Body = (borrowing Arguments, _ context: OpaquePointer?) throws(FunctionError) ->
    FunctionResult?

  private let name: String
  private let isDeterministic: Bool
  private let body: Body

  /// A function whose result may need its connection or what was kept of the last
  /// row.
  init(_ name: String, isDeterministic: Bool = true, inContext body: @escaping Body) {
    self.name = name
    self.isDeterministic = isDeterministic
    self.body = body
  }

  /// A function whose result is text.
  convenience init(
    _ name: String, _ body: @escaping (borrowing Arguments) throws(FunctionError) -> String?
  ) {
    self.init(name) { (row, _) throws(FunctionError) in try body(row).map { .text($0) } }
  }

  /// A function whose result is a number.
  convenience init(
    _ name: String, number body: @escaping (borrowing Arguments) throws(FunctionError) -> Double?
  ) {
    self.init(name) { (row, _) throws(FunctionError) in try body(row).map { .number($0) } }
  }

  /// Adds the function to a connection; -1 arguments are any number of them.
  ///
  /// - Returns: SQLite's result code.
  func add(to database: OpaquePointer, argumentCount: Int32) -> Int32 {
    extension_add_scalar(
      database, name, argumentCount, isDeterministic ? 1 : 0,
      Unmanaged.passRetained(self).toOpaque(),
      { context, count, values in
        guard let data = extension_user_data(context) else { return }
        Unmanaged<ScalarFunction>.fromOpaque(data).takeUnretainedValue()
          .call(context, Arguments(count: count, values: values))
      }, releaseFunction)
  }

  private func call(_ context: OpaquePointer?, _ arguments: borrowing Arguments) {
    do {
      report(context, try body(arguments, context))
    } catch {
      fail(context, name, error)
    }
  }
}
