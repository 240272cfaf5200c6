public import JournalStore

/// Totals over some days; each measure counts the days on which it is known.
public struct DayTotals: Sendable {
  /// The number of days.
  public let days: Int
  /// Days known to have a run or not.
  public let knownDays: Int
  /// The number of runs, or `nil` without a known day.
  public let runs: Int?
  /// Kilometres, or `nil` without a known day or if no run has a distance.
  public let km: Double?
  /// Minutes, or `nil` without a known day or if no run has a duration.
  public let minutes: Double?
  /// Session-RPE times minutes, or `nil` without a known day or if no run has
  /// both.
  public let load: Double?
  /// Metres of ascent, or `nil` without a known day or if no run has an ascent.
  public let ascentM: Double?
  /// Metres of descent, or `nil` without a known day or if no run has a descent.
  public let descentM: Double?
  /// Steps of the runs, or `nil` without a known day or if no run has them.
  public let steps: Double?
  /// Days with a run.
  public let runDays: Int
  /// Days known to have no run.
  public let restDays: Int
  /// Rest days that are only implied by other entries.
  public let impliedRestDays: Int
  /// Run days without a distance, a duration, or an effort or duration, which add
  /// nothing to the kilometres, minutes or load.
  public let runDaysWithout: (distance: Int, duration: Int, effort: Int)

  /// Run days without a distance or load, while other days have one.
  public let partlyKnownDays: Int

  /// Days not known to have a run or not.
  public var unknownDays: Int { days - knownDays }

  /// Adds up `days`.
  public init(_ days: [DiaryDay]) {
    let runDays = days.filter { $0.state == .run }
    func total(_ measure: (DiaryDay) -> Double?) -> Double? {
      guard runDays.isEmpty || runDays.contains(where: { measure($0) != nil }) else { return nil }
      return sum(days.map(measure))
    }
    self.days = days.count
    knownDays = days.count { $0.state != nil }
    runs = sum(days.map(\.runs))
    let (km, load) = (total(\.distanceKm), total(\.load))
    self.km = km
    minutes = total(\.minutes)
    self.load = load
    ascentM = total(\.ascentM)
    descentM = total(\.descentM)
    steps = total { $0.steps.map(Double.init) }
    partlyKnownDays = runDays.count {
      (km != nil && $0.distanceKm == nil) || (load != nil && $0.load == nil)
    }
    self.runDays = runDays.count
    restDays = days.count { $0.state == .rest }
    impliedRestDays = days.count { $0.restIs == .implied }
    runDaysWithout = (
      runDays.count { $0.distanceKm == nil }, runDays.count { $0.minutes == nil },
      runDays.count { $0.load == nil }
    )
  }
}

/// The sum of the known values, or `nil` without any.
func sum<Number: Numeric>(_ values: [Number?]) -> Number? {
  let known = values.compactMap(\.self)
  return known.isEmpty ? nil : known.reduce(0, +)
}
