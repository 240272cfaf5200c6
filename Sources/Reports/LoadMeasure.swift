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
  /// It reflects how the runner felt, so it is for description, not for verdicts.
  case srpe
  /// Metres climbed.
  case ascent
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
    self.init(
      firstDay: first.day,
      values: days.map { day in
        switch measure {
        case .km: day.distanceKm
        case .minutes: day.minutes
        case .srpe: day.load
        case .ascent: day.ascentM
        }
      })
  }
}
