/// The numbers of a frame; the statistic is computed afresh for each row.
///
/// Nothing is added and subtracted again, so no rounding carries over from frame
/// to frame: a frame gives the same result as a table of its rows.
final class StatisticState: FrameState {
  private let statistic: Statistic
  private var first = FrameColumn<Double>()
  private var second = FrameColumn<Double>()
  private var parameter: Setting

  init(_ statistic: Statistic) {
    self.statistic = statistic
    parameter = Setting(statistic.parameter)
  }

  override func enter(_ row: borrowing Arguments) throws(FunctionError) {
    try parameter.read(row, at: statistic.columns)
    guard let (x, y) = try numbers(row) else { return }
    try first.append(x)
    if statistic.columns == 2 { try second.append(y) }
  }

  override func leave(_ row: borrowing Arguments) throws(FunctionError) {
    guard try numbers(row) != nil else { return }
    first.removeFirst()
    second.removeFirst()
  }

  override func value() throws(FunctionError) -> FunctionResult? {
    guard first.count > 0, let setting = parameter.value else { return nil }
    let result = try reserving(bytes: first.count * statistic.workingBytes) {
      statistic.compute(first.values, second.values, setting)
    }
    return result.map { .number($0) }
  }

  /// The numbers that a row adds to the columns; `nil` for none.
  private func numbers(_ row: borrowing Arguments) throws(FunctionError) -> (Double, Double)? {
    let x = try row.number(0)
    let y = statistic.columns == 2 ? try row.number(1) : 0
    guard let x, let y else { return nil }
    return (x, y)
  }
}
