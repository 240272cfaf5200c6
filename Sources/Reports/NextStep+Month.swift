import CivilDay
import Correlator
import JournalStore

extension NextStep.Findings {
  /// What a month's summary found.
  ///
  /// - Parameters:
  ///   - figures: The month.
  ///   - diary: All days, in order.
  ///   - report: The answer from all days.
  ///   - gaps: The gaps in ratings.
  ///   - precautions: What comes first.
  init(
    _ figures: MonthFigures, diary: [DiaryDay], _ report: CorrelationReport, _ gaps: RatingGaps,
    _ precautions: Precautions
  ) {
    let verdict = report.analysis.verdict
    hasRedFlag = !precautions.redFlagDays.isEmpty
    hasGuidance = !precautions.guidance.isEmpty
    flareUpDays = precautions.flareUpDay
    journalDays = diary.count
    knowsRuns = diary.contains { $0.state == .run }
    lacksMeasure = report.lacksMeasure
    runDays = figures.runDays
    days = figures.days
    unknownDays = figures.unknownDays
    morningDays = figures.morningDays
    missesRatingsAfterRuns = gaps.afterRuns.goMissing
    missesRatingsAfterBadDays = gaps.afterHighPain.goMissing
    hangsOnImpliedRest = report.verdictWithoutImpliedRest != nil
    // Only on another day would the answer become clearer.
    needsAnotherRunDay = [.loadFixedByWeekday, .tooFewFreeChoices, .intervalReachesLimit]
      .contains(verdict.reason)
    fixedRunDay = Self.fixedRunDay(diary.suffix(Self.lately))
    hasClaim = [.worsens, .lessPainAfter, .mixed, .dependsOnLength].contains(verdict.kind)
    dependsOnLength = verdict.kind == .dependsOnLength
    moreDays = verdict.moreDays
  }

  /// Twelve weeks show a habit.
  private static let lately = 84

  /// The weekday with a run on nine of ten known days, or more.
  private static func fixedRunDay(_ days: some Collection<DiaryDay>) -> Int? {
    let shares = (0..<7).map { weekday -> Double in
      let known = days.filter { $0.day.weekday == weekday && $0.state != nil }
      // Half of twelve weeks: fewer could be a coincidence.
      guard known.count >= 6 else { return 0 }
      return Double(known.count { $0.state == .run }) / Double(known.count)
    }
    return shares.indices.filter { shares[$0] >= 0.9 }.max { shares[$0] < shares[$1] }
  }
}
