public import CivilDay

/// How much worse the mornings after runs are than those before: the outcome of one
/// unit of a trial.
///
/// ```text
/// mean over the run days t of  pain[t + 1] − pain[t]
/// ```
///
/// A run counts if the pain of both mornings is known. The next morning may lie
/// outside of `days`.
///
/// - Parameters:
///   - diary: Load and pain, rated in the morning.
///   - days: The days of the unit, in any order.
/// - Returns: Points of pain; `nil` without any run that counts.
/// - Complexity: O(*n*) for *n* days of the unit.
public func overnightChange(_ diary: Diary, days: some Sequence<Day>) -> Double? {
  mean(
    days.compactMap { day in
      guard let load = value(diary.load, day), load > 0, let before = value(diary.pain, day),
        let after = value(diary.pain, day + 1)
      else { return nil }
      return after - before
    })
}

extension PairedDays {
  /// The same for a stretch of days.
  func overnightChange(_ days: Range<Int>) -> Double? {
    mean(
      days.compactMap { day in
        guard day + 1 < count, load[day] > 0 else { return nil }
        let change = pain[day + 1] - pain[day]
        return change.isNaN ? nil : change
      })
  }
}

/// `nil` outside the series and if unknown.
private func value(_ series: DailySeries, _ day: Day) -> Double? {
  let index = day - series.firstDay
  return series.values.indices.contains(index) ? series.values[index] : nil
}

/// `nil` if empty.
private func mean(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}
