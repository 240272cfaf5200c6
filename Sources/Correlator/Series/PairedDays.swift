internal import CivilDay

/// A load and a pain series laid on one calendar, from the first day of either
/// to the last day of either.
///
/// Inside the module an unknown day is NaN: half the memory of an optional, and
/// arithmetic on arrays of plain numbers is what the compiler vectorises.
struct PairedDays {
  /// Day 0.
  let firstDay: Day
  let load: [Double]
  let pain: [Double]

  /// The number of calendar days, *n*.
  var count: Int { load.count }

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
