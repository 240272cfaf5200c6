internal import CivilDay

/// A load and a pain series on one calendar, from the first day of either to the
/// last day of either.
///
/// Within the module an unknown day is NaN: half the memory of an optional, and
/// the compiler vectorises arithmetic on plain numbers.
struct PairedDays {
  /// Day 0.
  let firstDay: Day
  let load: [Double]
  let pain: [Double]

  /// The number of calendar days, *n*.
  var count: Int { load.count }

  /// The first `count` days alone.
  func prefix(_ count: Int) -> PairedDays {
    PairedDays(
      firstDay: firstDay, load: Array(load.prefix(count)), pain: Array(pain.prefix(count)))
  }

  /// Two stretches with the same first day; the longer one must be the pain.
  func slice(load loads: Range<Int>, pain pains: Range<Int>) -> PairedDays {
    let unknown = [Double](repeating: .nan, count: pains.count - loads.count)
    return PairedDays(
      firstDay: firstDay + loads.lowerBound, load: load[loads] + unknown, pain: Array(pain[pains]))
  }

  /// Creates series from values of the same consecutive days, NaN if unknown.
  init(firstDay: Day, load: [Double], pain: [Double]) {
    self.firstDay = firstDay
    self.load = load
    self.pain = pain
  }

  init(load: DailySeries, pain: DailySeries) {
    let series = [load, pain].filter { !$0.values.isEmpty }
    let first = series.map(\.firstDay).min() ?? load.firstDay
    let end = series.map { $0.firstDay + $0.values.count }.max() ?? first
    let count = end - first
    func laid(_ series: DailySeries) -> [Double] {
      var days = [Double](repeating: .nan, count: count)
      guard !series.values.isEmpty else { return days }
      let offset = series.firstDay - first
      for (index, value) in series.values.enumerated() {
        if let value { days[offset + index] = value }
      }
      return days
    }
    self.firstDay = first
    self.load = laid(load)
    self.pain = laid(pain)
  }
}
