import CivilDay
import Correlator
import JournalStore

/// The one thing to record or vary next month for a sharper answer.
public enum RecordingAdvice: Equatable, Sendable {
  /// Log runs: there are none.
  case logRuns
  /// Runs are missing the measure of load, on this many run days.
  case completeRuns(Int)
  /// This many of the month's days are unknown: rest days need a mark.
  case markRestDays(Int)
  /// Rate before running: this many of the month's days have such a rating.
  case rateMornings(Int, of: Int)
  /// Rate on bad days too; those ratings are missing.
  case rateBadDays
  /// Run on another weekday: there is always a run on this one, 0 for Monday, or
  /// `nil` if none stands out.
  case varyWeekday(Int?)
  /// Vary the distance: all runs are much the same.
  case varyDistance
  /// A randomised test would settle it.
  case test
  /// Continue; this many days are still needed, if known.
  case goOn(days: Int?)

  /// The most useful advice.
  ///
  /// - Parameters:
  ///   - figures: The month.
  ///   - diary: All days, in order.
  ///   - report: The answer from all days.
  ///   - gaps: The gaps in ratings.
  init(
    _ figures: MonthFigures, diary: [DiaryDay], _ report: CorrelationReport, _ gaps: RatingGaps
  ) {
    let lately = diary.suffix(Self.lately)
    let verdict = report.analysis.verdict
    // Most fundamental first: later advice is useless while an earlier condition
    // fails.
    if !diary.contains(where: { $0.state == .run }) {
      self = .logRuns
    } else if report.lacksMeasure {
      self = .completeRuns(figures.runDays)
    } else if figures.days >= 7, figures.unknownDays * 4 > figures.days {
      self = .markRestDays(figures.unknownDays)
    } else if figures.days >= 7, figures.painDays * 5 < figures.days * 3 {
      self = .rateMornings(figures.painDays, of: figures.days)
    } else if gaps.afterHighPain.goMissing {
      self = .rateBadDays
    } else if verdict.reason == .loadFixedByWeekday
      || (Self.share(report) < 0.4 && Self.isFixedByWeekday(lately))
    {
      self = .varyWeekday(Self.fixedRunDay(lately))
    } else if Self.isMonotonous(lately) {
      self = .varyDistance
    } else if [.worsens, .lessPainAfter, .mixed].contains(verdict.kind) {
      self = .test
    } else {
      self = .goOn(days: verdict.moreDays)
    }
  }

  /// Twelve weeks show a habit.
  private static let lately = 84

  /// The share of the load's variation not explained by weekday and habit, 1 if
  /// unknown.
  private static func share(_ report: CorrelationReport) -> Double {
    report.analysis.lags.compactMap { $0.adjusted?.estimate.share }.min() ?? 1
  }

  /// Each weekday's share of known days with a run; `nil` for fewer than six.
  private static func runShares(_ days: some Collection<DiaryDay>) -> [Double?] {
    (0..<7).map { weekday in
      let known = days.filter { $0.day.weekday == weekday && $0.state != nil }
      // Half of twelve weeks: fewer could be a coincidence.
      guard known.count >= 6 else { return nil }
      return Double(known.count { $0.state == .run }) / Double(known.count)
    }
  }

  private static func isFixedByWeekday(_ days: some Collection<DiaryDay>) -> Bool {
    let shares = runShares(days).compactMap(\.self)
    return shares.count == 7 && shares.contains { $0 > 0.5 }
      && shares.count { $0 <= 0.1 || $0 >= 0.9 } >= 6
  }

  private static func fixedRunDay(_ days: some Collection<DiaryDay>) -> Int? {
    let shares = runShares(days)
    return shares.indices.filter { (shares[$0] ?? 0) >= 0.9 }
      .max { (shares[$0] ?? 0) < (shares[$1] ?? 0) }
  }

  /// Whether the middle half of the run days is within a tenth of the median.
  private static func isMonotonous(_ days: some Collection<DiaryDay>) -> Bool {
    let km = days.compactMap { $0.state == .run ? $0.distanceKm : nil }.sorted()
    // Fewer runs say nothing about variety.
    guard km.count >= 8, let middle = median(km) else { return false }
    return km[km.count * 3 / 4] - km[km.count / 4] < middle / 10
  }
}
