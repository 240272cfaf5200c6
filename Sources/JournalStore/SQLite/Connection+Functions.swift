internal import CSQLite

/// What SQLite may assume of an SQL function written in Swift.
struct FunctionTraits: OptionSet {
  let rawValue: Int32

  /// Equal arguments give equal results, so a call may be computed once.
  static let deterministic = FunctionTraits(rawValue: SQLITE_DETERMINISTIC)
}

extension Connection {
  /// Adds the scalar function `name` to this connection.
  ///
  /// - Parameters:
  ///   - name: The name in SQL, case-blind.
  ///   - argumentCount: How many arguments it takes; -1 for any number.
  ///   - traits: What SQLite may assume of it.
  ///   - body: Computes the result; what it throws fails the statement.
  /// - Throws: ``SQLiteError/Code/misuse`` if SQLite takes no such function.
  func addFunction(
    _ name: String, argumentCount: Int, traits: FunctionTraits,
    _ body: @escaping (borrowing FunctionArguments) throws -> SQLiteValue
  ) throws(SQLiteError) {
    let box = ScalarFunction(body)
    // SQLite calls `release` by itself when the registration fails.
    let code = sqlite3_create_function_v2(
      handle, name, Int32(argumentCount), SQLITE_UTF8 | traits.rawValue,
      Unmanaged.passRetained(box).toOpaque(),
      { context, count, values in
        ScalarFunction.of(context)?.call(context, FunctionArguments(count: count, values: values))
      }, nil, nil, release)
    guard code == SQLITE_OK else { throw latestError(code) }
  }
}

private let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { box in
  guard let box else { return }
  Unmanaged<AnyObject>.fromOpaque(box).release()
}

/// A scalar function's closure, owned by SQLite.
private final class ScalarFunction {
  private let body: (borrowing FunctionArguments) throws -> SQLiteValue

  init(_ body: @escaping (borrowing FunctionArguments) throws -> SQLiteValue) {
    self.body = body
  }

  static func of(_ context: OpaquePointer?) -> ScalarFunction? {
    sqlite3_user_data(context).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
  }

  func call(_ context: OpaquePointer?, _ arguments: borrowing FunctionArguments) {
    do {
      setResult(try body(arguments), context)
    } catch {
      setError(error, context)
    }
  }
}
