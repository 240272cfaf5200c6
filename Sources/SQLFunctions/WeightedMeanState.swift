internal import Correlator

/// The weighted mean of the numbers of a frame, by day or in the order of its rows.
///
/// The usual, growing frame is updated row by row; once a row has left or is
/// earlier than the one before it, the mean restarts with the oldest remaining one.
final class WeightedMeanState: FrameState {
  /// The most bytes per calendar day of a mean that sorts its days.
  private static let workingBytes = 16

  private static let days = Statistic.Parameter(name: "n", domain: "above 0") {
    $0 > 0 && $0.isFinite
  }

  private let hasDay: Bool
  private var column = FrameColumn<Double>()
  private var rowDays = DayColumn()
  private var parameter = Setting(days)
  private var mean: WeightedMean?
  private var hasRowLeft = false

  init(hasDay: Bool) { self.hasDay = hasDay }

  override func enter(_ row: borrowing Arguments) throws(FunctionError) {
    try parameter.read(row, at: 1)
    let day = hasDay ? try row.day(2) : nil
    guard let x = try row.number(0) else { return }
    if hasDay {
      guard let day else { return }
      try rowDays.append(day)
    }
    try column.append(x)
    if isUpToDate, let days = parameter.value {
      mean = mean ?? WeightedMean(days: days)
      mean?.add(x)
    }
  }

  override func leave(_ row: borrowing Arguments) throws(FunctionError) {
    guard try row.isKnown(0) else { return }
    if hasDay {
      guard try row.isKnown(2) else { return }
      rowDays.removeFirst()
    }
    column.removeFirst()
    hasRowLeft = true
  }

  override func value() throws(FunctionError) -> FunctionResult? {
    guard !isUpToDate, let days = parameter.value else { return mean?.value.map { .number($0) } }
    var mean = WeightedMean(days: days)
    guard hasDay, !rowDays.isAscending else {
      column.withValues { values in
        for x in values { mean.add(x) }
      }
      return mean.value.map { .number($0) }
    }
    let span = rowDays.span
    try reserving(bytes: span * Self.workingBytes) { () throws(FunctionError) in
      let places = try rowDays.places()
      for x in column.laid(at: places, in: span) where !x.isNaN { mean.add(x) }
    }
    return mean.value.map { .number($0) }
  }

  private var isUpToDate: Bool { !hasRowLeft && rowDays.isAscending }
}
