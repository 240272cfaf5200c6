/// The values of the days of a frame, whatever the order of its rows.
///
/// A day between the first and the last that has no row is an unknown day. Without
/// a day argument, the rows are consecutive days.
final class DayStatisticState: FrameState {
  /// The most bytes per calendar day that a statistic and its arguments take.
  private static let workingBytes = 184

  private let statistic: DayStatistic
  private let hasDay: Bool
  private var y = FrameColumn<Double>()
  private var x = FrameColumn<Double>()
  private var days = DayColumn()
  private var parameter: Setting

  init(_ statistic: DayStatistic, hasDay: Bool = true) {
    self.statistic = statistic
    self.hasDay = hasDay
    parameter = Setting(statistic.parameter)
  }

  override func enter(_ row: borrowing Arguments) throws(FunctionError) {
    if statistic.parameter != nil { try parameter.read(row, at: 2) }
    let (y, x) = (try row.number(0), try row.number(1))
    if hasDay {
      guard let day = try row.day(statistic.dayIndex) else { return }
      try days.append(day)
    }
    try self.y.append(y ?? .nan)
    try self.x.append(x ?? .nan)
  }

  override func leave(_ row: borrowing Arguments) throws(FunctionError) {
    if hasDay {
      guard try row.isKnown(statistic.dayIndex) else { return }
      days.removeFirst()
    }
    y.removeFirst()
    x.removeFirst()
  }

  override func value() throws(FunctionError) -> FunctionResult? {
    guard x.count > 0, let setting = parameter.value else { return nil }
    let span = hasDay ? days.span : x.count
    let result = try reserving(bytes: span * Self.workingBytes) { () throws(FunctionError) in
      let places = try hasDay ? days.places() : nil
      return statistic.compute(
        y.laid(at: places, in: span), x.laid(at: places, in: span), setting)
    }
    return result.map { .number($0) }
  }
}

extension FrameColumn<Double> {
  /// The values of consecutive days, NaN for a day without a row.
  ///
  /// - Parameters:
  ///   - places: The day of each row, counted from the first; `nil` if each row is
  ///     the next day.
  ///   - span: The number of days.
  /// - Returns: A value per day.
  func laid(at places: [Int32]?, in span: Int) -> [Double] {
    guard let places else { return values }
    var days = [Double](repeating: .nan, count: span)
    withValues { values in
      for (place, value) in zip(places, values) { days[Int(place)] = value }
    }
    return days
  }
}
