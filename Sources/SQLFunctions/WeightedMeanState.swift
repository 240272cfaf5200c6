internal import Correlator

/// The weighted mean of the numbers of a frame, in the order of its rows.
///
/// The usual, growing frame is updated row by row; once a row has left, the mean
/// restarts with the oldest remaining row.
final class WeightedMeanState: FrameState {
  private static let days = Statistic.Parameter(name: "n", domain: "above 0") {
    $0 > 0 && $0.isFinite
  }

  private var column = FrameColumn()
  private var parameter = Setting(days)
  private var mean: WeightedMean?
  private var hasRowLeft = false

  override func enter(_ row: borrowing Arguments) throws(FunctionError) {
    try parameter.read(row, at: 1)
    guard let x = try row.number(0) else { return }
    try column.append(x)
    if !hasRowLeft, let days = parameter.value {
      mean = mean ?? WeightedMean(days: days)
      mean?.add(x)
    }
  }

  override func leave(_ row: borrowing Arguments) throws(FunctionError) {
    guard try row.number(0) != nil else { return }
    column.removeFirst()
    hasRowLeft = true
  }

  override func value() -> Double? {
    guard hasRowLeft, let days = parameter.value else { return mean?.value }
    var mean = WeightedMean(days: days)
    for x in column.values { mean.add(x) }
    return mean.value
  }
}
