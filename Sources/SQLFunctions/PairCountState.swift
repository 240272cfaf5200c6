/// `regr_count(Y, X)`: the number of pairs without a NULL.
final class PairCountState: FrameState {
  private var count = 0

  override func enter(_ row: borrowing Arguments) throws(FunctionError) {
    count += try isPair(row) ? 1 : 0
  }

  override func leave(_ row: borrowing Arguments) throws(FunctionError) {
    count -= try isPair(row) ? 1 : 0
  }

  override func value() -> FunctionResult? { .integer(count) }

  private func isPair(_ row: borrowing Arguments) throws(FunctionError) -> Bool {
    let (y, x) = (try row.number(0), try row.number(1))
    return y != nil && x != nil
  }
}
