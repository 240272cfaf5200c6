internal import CivilDay

/// The series of a diary on one calendar, from the first day of load or pain to
/// the last day of either.
///
/// Within the module an unknown day is NaN: half the memory of an optional, and
/// the compiler vectorises arithmetic on plain numbers.
struct PairedDays {
  /// Day 0.
  let firstDay: Day
  let load: [Double]
  let pain: [Double]
  /// What else the days held, by column.
  private(set) var columns: [DayColumn: [Double]] = [:]

  /// The number of calendar days, *n*.
  var count: Int { load.count }

  /// The days from day `start` on, as a diary of their own.
  func suffix(from start: Int) -> PairedDays {
    var later = PairedDays(
      firstDay: firstDay + start, load: Array(load[start...]), pain: Array(pain[start...]))
    later.columns = columns.mapValues { Array($0[start...]) }
    return later
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
    self.init(Diary(load: load, pain: pain))
  }

  init(_ diary: Diary) {
    let series = [diary.load, diary.pain].filter { !$0.values.isEmpty }
    let first = series.map(\.firstDay).min() ?? diary.load.firstDay
    let end = series.map { $0.firstDay + $0.values.count }.max() ?? first
    let count = end - first
    func laid(_ series: DailySeries) -> [Double] {
      var days = [Double](repeating: .nan, count: count)
      let offset = series.firstDay - first
      for (index, value) in series.values.enumerated() {
        // The other series may cover days without load and pain.
        if let value, days.indices.contains(offset + index) { days[offset + index] = value }
      }
      return days
    }
    firstDay = first
    load = laid(diary.load)
    pain = laid(diary.pain)
    columns[.sitting] = diary.sitting.map(laid)
    columns[.flare] = diary.flare.map(laid)
    columns[.medication] = diary.medication.map(laid)
    columns[.eveningPain] = diary.eveningPain.map(laid)
  }
}
