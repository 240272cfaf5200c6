internal import CSQLite

/// What SQLite may assume of an SQL function written in Swift.
struct FunctionTraits: OptionSet {
  let rawValue: Int32

  /// Equal arguments give equal results, so a call may be computed once.
  static let deterministic = FunctionTraits(rawValue: SQLITE_DETERMINISTIC)
  /// No side effects and no secrets: views and triggers may call it although
  /// the schema is not trusted.
  static let innocuous = FunctionTraits(rawValue: SQLITE_INNOCUOUS)
  /// Only statements may call it, never views, triggers or CHECKs.
  static let directOnly = FunctionTraits(rawValue: SQLITE_DIRECTONLY)
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
    _ name: String, argumentCount: Int, traits: FunctionTraits = [.deterministic, .innocuous],
    _ body: @escaping (borrowing FunctionArguments) throws -> SQLiteValue
  ) throws(SQLiteError) {
    let box = ScalarFunction(body)
    try check(
      sqlite3_create_function_v2(
        handle, name, Int32(argumentCount), SQLITE_UTF8 | traits.rawValue,
        Unmanaged.passRetained(box).toOpaque(),
        { context, count, values in
          ScalarFunction.of(context)?.call(context, FunctionArguments(count: count, values: values))
        }, nil, nil, release))
  }

  /// Adds the aggregate function `name` to this connection.
  ///
  /// - Parameters:
  ///   - name: The name in SQL, case-blind.
  ///   - argumentCount: How many arguments it takes; -1 for any number.
  ///   - traits: What SQLite may assume of it.
  ///   - initial: The state of an empty group.
  ///   - step: Takes one row's arguments into the state.
  ///   - result: The value of a group; also called for an empty one.
  /// - Throws: ``SQLiteError/Code/misuse`` if SQLite takes no such function.
  func addAggregate<State>(
    _ name: String, argumentCount: Int, traits: FunctionTraits = [.deterministic, .innocuous],
    initial: @escaping () -> State,
    step: @escaping (inout State, borrowing FunctionArguments) throws -> Void,
    result: @escaping (State) throws -> SQLiteValue
  ) throws(SQLiteError) {
    let box = AggregateFunction {
      Accumulator(initial(), step: step, inverse: nil, result: result)
    }
    try check(
      sqlite3_create_function_v2(
        handle, name, Int32(argumentCount), SQLITE_UTF8 | traits.rawValue,
        Unmanaged.passRetained(box).toOpaque(), nil, aggregateStep, aggregateFinal, release))
  }

  /// Adds the aggregate function `name`, which can also run over a window.
  ///
  /// - Parameters:
  ///   - name: The name in SQL, case-blind.
  ///   - argumentCount: How many arguments it takes; -1 for any number.
  ///   - traits: What SQLite may assume of it.
  ///   - initial: The state of an empty frame.
  ///   - step: Takes a row that enters the frame into the state.
  ///   - inverse: Takes a row that leaves the frame, the oldest one, out of it.
  ///   - result: The value of the frame; called once for every row.
  /// - Throws: ``SQLiteError/Code/misuse`` if SQLite takes no such function.
  func addWindowFunction<State>(
    _ name: String, argumentCount: Int, traits: FunctionTraits = [.deterministic, .innocuous],
    initial: @escaping () -> State,
    step: @escaping (inout State, borrowing FunctionArguments) throws -> Void,
    inverse: @escaping (inout State, borrowing FunctionArguments) throws -> Void,
    result: @escaping (State) throws -> SQLiteValue
  ) throws(SQLiteError) {
    let box = AggregateFunction {
      Accumulator(initial(), step: step, inverse: inverse, result: result)
    }
    try check(
      sqlite3_create_window_function(
        handle, name, Int32(argumentCount), SQLITE_UTF8 | traits.rawValue,
        Unmanaged.passRetained(box).toOpaque(), aggregateStep, aggregateFinal,
        { context in AggregateFunction.accumulator(context, isLast: false)?.report(context) },
        { context, count, values in
          AggregateFunction.accumulator(context)?
            .take(context, FunctionArguments(count: count, values: values), isLeaving: true)
        }, release))
  }

  // SQLite calls `release` by itself when the registration fails.
  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw latestError(code) }
  }
}

private let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { box in
  guard let box else { return }
  Unmanaged<AnyObject>.fromOpaque(box).release()
}

private let aggregateStep:
  @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
    context, count, values in
    AggregateFunction.accumulator(context)?
      .take(context, FunctionArguments(count: count, values: values), isLeaving: false)
  }

private let aggregateFinal: @convention(c) (OpaquePointer?) -> Void = { context in
  AggregateFunction.finish(context)
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

/// An aggregate function's closures, owned by SQLite.
private final class AggregateFunction {
  private let makeAccumulator: () -> AnyAccumulator

  init(_ makeAccumulator: @escaping () -> AnyAccumulator) {
    self.makeAccumulator = makeAccumulator
  }

  /// The accumulator of the group or frame that `context` stands for.
  ///
  /// SQLite keeps one zeroed pointer a group; the first step fills it.
  static func accumulator(_ context: OpaquePointer?, isLast: Bool = false) -> AnyAccumulator? {
    guard let function = sqlite3_user_data(context) else { return nil }
    let this = Unmanaged<AggregateFunction>.fromOpaque(function).takeUnretainedValue()
    let size = Int32(MemoryLayout<UnsafeRawPointer?>.size)
    // Size 0 asks for what is there already: nothing, for an empty group.
    guard let memory = sqlite3_aggregate_context(context, isLast ? 0 : size) else {
      if !isLast { sqlite3_result_error_nomem(context) }
      return isLast ? this.makeAccumulator() : nil
    }
    let slot = memory.assumingMemoryBound(to: UnsafeRawPointer?.self)
    if let kept = slot.pointee {
      let unmanaged = Unmanaged<AnyAccumulator>.fromOpaque(kept)
      guard isLast else { return unmanaged.takeUnretainedValue() }
      slot.pointee = nil
      return unmanaged.takeRetainedValue()
    }
    let fresh = this.makeAccumulator()
    if !isLast { slot.pointee = UnsafeRawPointer(Unmanaged.passRetained(fresh).toOpaque()) }
    return fresh
  }

  /// Reports the group's value and lets its accumulator go.
  static func finish(_ context: OpaquePointer?) {
    accumulator(context, isLast: true)?.report(context)
  }
}

/// The state of one group or frame, whatever its type.
private class AnyAccumulator {
  func take(
    _ context: OpaquePointer?, _ arguments: borrowing FunctionArguments, isLeaving: Bool
  ) {}

  func report(_ context: OpaquePointer?) {}
}

/// The state of one group or frame.
private final class Accumulator<State>: AnyAccumulator {
  private var state: State
  private let step: (inout State, borrowing FunctionArguments) throws -> Void
  private let inverse: ((inout State, borrowing FunctionArguments) throws -> Void)?
  private let result: (State) throws -> SQLiteValue

  init(
    _ state: State, step: @escaping (inout State, borrowing FunctionArguments) throws -> Void,
    inverse: ((inout State, borrowing FunctionArguments) throws -> Void)?,
    result: @escaping (State) throws -> SQLiteValue
  ) {
    self.state = state
    self.step = step
    self.inverse = inverse
    self.result = result
  }

  override func take(
    _ context: OpaquePointer?, _ arguments: borrowing FunctionArguments, isLeaving: Bool
  ) {
    do {
      if isLeaving {
        try inverse?(&state, arguments)
      } else {
        try step(&state, arguments)
      }
    } catch {
      setError(error, context)
    }
  }

  override func report(_ context: OpaquePointer?) {
    do {
      setResult(try result(state), context)
    } catch {
      setError(error, context)
    }
  }
}
