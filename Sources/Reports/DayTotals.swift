public import JournalStore

/// What some days come to; a measure counts the days on which it is known.
public struct DayTotals: Sendable {
  /// The number of days.
  public let days: Int
  /// Days on which it is known whether there was a run.
  public let knownDays: Int
  /// The number of runs, or `nil` if no day is known.
  public let runs: Int?
  /// Kilometres, or `nil` if there are runs and none has a distance, or if no
  /// day is known.
  public let km: Double?
  /// Minutes, or `nil` if there are runs and none has a duration, or if no day
  /// is known.
  public let minutes: Double?
  /// Session-RPE times minutes, or `nil` if there are runs and none has both, or
  /// if no day is known.
  public let load: Double?
  /// Metres of ascent, or `nil` if there are runs and none has an ascent, or if no
  /// day is known.
  public let ascentM: Double?
  /// Days with a run.
  public let runDays: Int
  /// Days that are known to be without one.
  public let restDays: Int
  /// Rest days that are only implied by what else was logged.
  public let impliedRestDays: Int
  /// Run days that lack a distance, a duration, or an effort or duration, and so
  /// add nothing to the kilometres, minutes or load.
  public let runDaysWithout: (distance: Int, duration: Int, effort: Int)

  /// Run days that lack a distance or load, where other days have one.
  public let partlyKnownDays: Int

  /// Days of which it is not known whether there was a run.
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

/// The sum of what is known, or `nil` if nothing is.
func sum<Number: Numeric>(_ values: [Number?]) -> Number? {
  let known = values.compactMap(\.self)
  return known.isEmpty ? nil : known.reduce(0, +)
}
