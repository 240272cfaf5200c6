internal import CSQLiteExtension

/// The state of an aggregate function for one group or frame.
///
/// A group is a frame that no row leaves.
class FrameState {
  /// Adds a row that enters the frame.
  func enter(_ row: borrowing Arguments) throws(FunctionError) {}

  /// Removes a row that leaves the frame, always the oldest one.
  func leave(_ row: borrowing Arguments) throws(FunctionError) {}

  /// The present value of the frame.
  func value() throws(FunctionError) -> FunctionResult? { nil }
}

/// An aggregate function that can run over a window; SQLite owns it after it is
/// added.
final class AggregateFunction {
  private let name: String
  private let makeState: (_ context: OpaquePointer?) -> FrameState

  init(_ name: String, _ makeState: @escaping (_ context: OpaquePointer?) -> FrameState) {
    self.name = name
    self.makeState = makeState
  }

  /// Adds the function to a connection.
  ///
  /// - Returns: SQLite's result code.
  func add(to database: OpaquePointer, argumentCount: Int32) -> Int32 {
    extension_add_window(
      database, name, argumentCount, Unmanaged.passRetained(self).toOpaque(),
      { context, count, values in
        AggregateFunction.change(context) { (state) throws(FunctionError) in
          try state.enter(Arguments(count: count, values: values))
        }
      },
      { context in AggregateFunction.finish(context) },
      { context in AggregateFunction.report(context) },
      { context, count, values in
        AggregateFunction.change(context) { (state) throws(FunctionError) in
          try state.leave(Arguments(count: count, values: values))
        }
      },
      releaseFunction)
  }

  private static func of(_ context: OpaquePointer?) -> AggregateFunction? {
    extension_user_data(context).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
  }

  /// SQLite keeps one pointer per frame for the state, initially zero; `nil`
  /// without a row unless `isMade`, or without memory.
  private static func slot(
    _ context: OpaquePointer?, isMade: Bool
  ) -> UnsafeMutablePointer<UnsafeMutableRawPointer?>? {
    let size = isMade ? Int32(MemoryLayout<UnsafeMutableRawPointer?>.size) : 0
    return extension_aggregate_context(context, size)?
      .assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  }

  @inline(__always)
  private static func change(
    _ context: OpaquePointer?, _ body: (FrameState) throws(FunctionError) -> Void
  ) {
    guard let function = of(context), let slot = slot(context, isMade: true) else {
      return extension_result_no_memory(context)
    }
    let kept =
      slot.pointee ?? Unmanaged.passRetained(function.makeState(context)).toOpaque()
    slot.pointee = kept
    do {
      try body(Unmanaged<FrameState>.fromOpaque(kept).takeUnretainedValue())
    } catch {
      fail(context, function.name, error)
    }
  }

  private static func report(_ context: OpaquePointer?) {
    guard let function = of(context) else { return }
    let kept = slot(context, isMade: false)?.pointee
    let state = kept.map { Unmanaged<FrameState>.fromOpaque($0).takeUnretainedValue() }
    do {
      SQLFunctions.report(context, try (state ?? function.makeState(context)).value())
    } catch {
      fail(context, function.name, error)
    }
  }

  /// Reports the value and releases the state.
  private static func finish(_ context: OpaquePointer?) {
    report(context)
    guard let slot = slot(context, isMade: false), let kept = slot.pointee else { return }
    slot.pointee = nil
    Unmanaged<FrameState>.fromOpaque(kept).release()
  }
}

/// Releases a function that SQLite no longer needs.
let releaseFunction: @convention(c) (UnsafeMutableRawPointer?) -> Void = { function in
  if let function { Unmanaged<AnyObject>.fromOpaque(function).release() }
}
