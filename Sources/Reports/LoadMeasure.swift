public import Correlator
public import JournalStore

/// What running load is counted in.
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
}

extension DailySeries {
  /// Whether there are runs in `diary`, but this load of it counts none.
  func lacksEveryRun(of diary: [DiaryDay]) -> Bool {
    diary.contains { $0.state == .run } && !values.contains { ($0 ?? 0) > 0 }
  }

  /// The load of consecutive journal days: 0 on a rest day, unknown where the
  /// view `day` says so; `nil` if there is no day.
  ///
  /// - Parameters:
  ///   - measure: What load is counted in.
  ///   - days: Days without a gap, oldest first.
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
