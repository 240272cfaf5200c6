import CivilDay
import Correlator

/// What a simulated person would have written down, and what is true of them.
struct Life: Sendable {
  let firstDay: Day
  /// Kilometres on each day.
  var load: [Double]
  /// Ratings, `nil` where they are missing.
  var pain: [Double?]
  /// What else the day held, in worlds whose people log it.
  var sitting: [Double]?
  var flare: [Double]?
  var medication: [Double]?
  var evening: [Double]?

  /// The mean change of the next rating if everyone ran a typical distance instead of
  /// resting.
  let effect: Double
  /// The mean rating minus what it would be without any running.
  let cost: Double
}

extension Life {
  /// The first `count` days as the Correlator reads them, without what else they held.
  func diary(count: Int? = nil) -> Diary {
    Diary(
      load: series(load.prefix(count ?? load.count)),
      pain: series(pain.prefix(count ?? pain.count)),
      timing: .morning)
  }

  /// All days with everything that was logged; `nil` if load and pain are all.
  var wholeDiary: Diary? {
    guard [sitting, flare, medication, evening].contains(where: { $0 != nil }) else { return nil }
    return Diary(
      load: series(load), pain: series(pain), timing: .morning, sitting: sitting.map(series),
      flare: flare.map(series), medication: medication.map(series),
      eveningPain: evening.map(series))
  }

  private func series(_ values: some Sequence<Double>) -> DailySeries {
    DailySeries(firstDay: firstDay, values: values.map(\.self))
  }

  private func series(_ values: some Sequence<Double?>) -> DailySeries {
    DailySeries(firstDay: firstDay, values: Array(values))
  }
}
