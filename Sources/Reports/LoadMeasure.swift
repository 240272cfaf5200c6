public import Correlator
public import JournalStore

/// The unit of running load.
public enum LoadMeasure: String, CaseIterable, Sendable {
  /// Kilometres run.
  case km
  /// Minutes run.
  case minutes
  /// Session-RPE times minutes, in arbitrary units.
  ///
  /// It contains how the runner felt, so it is for description, not for verdicts.
  case srpe
  /// Metres climbed.
  case ascent
  /// Metres descended.
  case descent
  /// Steps of both feet while running.
  case steps

  /// Whether a verdict may rest on it.
  ///
  /// The rule was calibrated on how far and how long people run.
  public var carriesVerdict: Bool { self == .km || self == .minutes }

  /// The load of a day; 0 on a rest day and `nil` if unknown.
  func value(of day: DiaryDay) -> Double? {
    switch self {
    case .km: day.distanceKm
    case .minutes: day.minutes
    case .srpe: day.load
    case .ascent: day.ascentM
    case .descent: day.descentM
    case .steps: day.steps.map(Double.init)
    }
  }

  /// The first of kilometres and minutes that at least four in five run days have;
  /// kilometres if neither.
  ///
  /// - Parameter days: The days in any order.
  /// - Returns: Kilometres or minutes.
  public static func usual(of days: some Collection<DiaryDay>) -> LoadMeasure {
    let runs = days.filter { $0.state == .run }
    return [LoadMeasure.km, .minutes].first { measure in
      10 * runs.count { measure.value(of: $0) != nil } >= 8 * runs.count
    } ?? .km
  }
}

extension DailySeries {
  /// Whether `diary` has runs, but none with this load.
  func lacksEveryRun(of diary: [DiaryDay]) -> Bool {
    diary.contains { $0.state == .run } && !values.contains { ($0 ?? 0) > 0 }
  }

  /// The load of consecutive journal days: 0 on a rest day, unknown if the view
  /// `day` says so; `nil` without a day.
  ///
  /// - Parameters:
  ///   - measure: The unit of load.
  ///   - days: Consecutive days, oldest first.
  public init?(_ measure: LoadMeasure, of days: some Collection<DiaryDay>) {
    guard let first = days.first else { return nil }
    self.init(firstDay: first.day, values: days.map { measure.value(of: $0) })
  }
}
