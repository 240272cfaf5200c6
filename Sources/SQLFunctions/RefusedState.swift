/// A form of a function that is no longer there, since its result would be wrong.
final class RefusedState: FrameState {
  private let reason: String

  init(_ reason: String) { self.reason = reason }

  override func enter(_ row: borrowing Arguments) throws(FunctionError) { throw .refused(reason) }

  override func value() throws(FunctionError) -> FunctionResult? { throw .refused(reason) }
}
