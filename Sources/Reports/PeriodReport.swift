public import CivilDay
import Correlator
public import JournalModel
public import JournalStore

/// The days of a period beside all days up to its end, with everything for a page
/// about them.
public struct PeriodReport: Sendable {
  /// The day on which it was made.
  public let made: Day
  /// The days, consecutive and in order; none if the journal has none in the period.
  public let days: [DiaryDay]
  /// The answer from all days of the journal up to the end of the period.
  public let answer: CorrelationReport
  /// The answer from the days of the period; `nil` if the journal has no earlier
  /// ones.
  public let periodAnswer: CorrelationReport?
  /// The answer from all days up to the end for each third of the runs.
  public let dose: DoseReport
  /// The months of the period, oldest first; the last two years of a longer one.
  public let months: MonthHistory
  /// The runs, oldest first.
  public let runs: [RunSummary]
  /// The flare-ups that overlap the period, oldest first.
  public let flareUps: [FlareUpSummary]
  /// Nerve signs and medication of all days up to the end, oldest first.
  public let allSigns: [DeclaredSigns]
  /// The answers about signs of an emergency.
  public let redFlags: RedFlagAnswers
  /// The exercises done, most frequent first.
  public let exercises: [ExerciseDays]
  /// The self-trials that overlap the period, oldest first.
  public let trials: [TrialProgress]
  /// The guidance in force at any time, oldest first.
  public let guidance: [FollowedGuidance]

  /// The days of a report unless others are asked for.
  public static let usualDays = 90

  /// The days from which numbers say something.
  public static let neededDays = 14
}

extension PeriodReport {
  /// The first and the last day, or `nil` without a day.
  public var span: ClosedRange<Day>? {
    days.first.flatMap { first in days.last.map { first.day...$0.day } }
  }

  /// Nerve signs and medication of the period, oldest first.
  public var signs: [DeclaredSigns] {
    span.map { span in allSigns.filter { span.contains($0.day) } } ?? []
  }

  /// Whether there are enough days for numbers.
  public var hasNumbers: Bool { days.count >= Self.neededDays }

  /// The last days, or all if there are fewer.
  public func last(_ count: Int) -> PeriodWindow { PeriodWindow(days.suffix(count), signs) }

  /// The period's beginning and its end, each of one, two or four weeks, or `nil` for
  /// fewer than two weeks.
  public var ends: (first: PeriodWindow, last: PeriodWindow, weeks: Int)? {
    guard let weeks = [4, 2, 1].first(where: { days.count >= 14 * $0 }) else { return nil }
    return (PeriodWindow(days.prefix(7 * weeks), signs), last(7 * weeks), weeks)
  }

  /// Whether patients call a change of pain meaningful: from 2 points on, or from 30 %
  /// and 1 point on.
  ///
  /// The change is taken as a page shows it, to a tenth of a point and to a percent.
  ///
  /// The 2 points and the 30 % are those of Farrar et al. 2001, *Pain* 94:149, and
  /// Ostelo et al. 2008, *Spine* 33:90, who looked at improvement. The 1 point keeps
  /// 30 % of very little from counting.
  public static func isMeaningful(from before: Double, to now: Double) -> Bool {
    let change = abs(now - before)
    let tenths = (change * 10).rounded()
    let isLargeShare = before == 0 || (change / before * 100).rounded() >= 30
    return tenths >= 20 || (tenths >= 10 && isLargeShare)
  }

  /// The longest run, by distance or, without any, by duration; the latest among
  /// equals, or `nil` if neither is known.
  public var longestRun: RunSummary? {
    func longest(_ measure: (RunSummary) -> Double?) -> RunSummary? {
      runs.filter { measure($0) != nil }
        .max { (measure($0) ?? 0, $0.day) < (measure($1) ?? 0, $1.day) }
    }
    return longest(\.distanceM) ?? longest(\.durationS)
  }

  /// Medication and its number of days in the period, most frequent first.
  public var medication: [(name: String, days: Int)] {
    Dictionary(grouping: signs.filter { $0.medication != nil }) { $0.medication ?? "" }
      .map { ($0.key, Set($0.value.map(\.day)).count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

extension Journal {
  /// The report about the days from `first` to `last`.
  ///
  /// - Parameters:
  ///   - question: The correlation; it always uses leg pain.
  ///   - first: The first day; `nil` for ``PeriodReport/usualDays`` up to the last.
  ///   - last: The last day; `nil` for the last day recorded up to today.
  ///   - today: Today, which is not a rest day yet.
  ///   - dayBoundary: Minutes after midnight until which the night belongs to the
  ///     previous day.
  /// - Returns: The report, even without a single day.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func report(
    _ question: CorrelationQuestion, from first: Day?, to last: Day?, today: Day,
    dayBoundary: Int
  ) throws -> PeriodReport {
    try snapshot {
      var question = question
      question.pain = .leg
      let (diary, ratings) = try diary(rating: .leg, on: today)
      let all = diary.filter { $0.day <= last ?? today }
      let start = first ?? (all.last?.day ?? today) - (PeriodReport.usualDays - 1)
      let days = all.filter { $0.day >= start }
      let medicated = try medicatedDays()
      let loadAndPain = LoadAndPain(question, of: all, ratings: ratings, medicated: medicated)
      // Both answers are about the same load.
      question.load = loadAndPain.measure
      let anyDay = Day(daysSince1970: 0)
      let whole = (all.first?.day ?? anyDay)...(all.last?.day ?? anyDay)
      let period = days.first.map { $0.day...whole.upperBound }
      let runs = try period.map { try self.runs(in: $0) } ?? []
      let allSigns = all.isEmpty ? [] : try signs(in: whole)
      return PeriodReport(
        made: today, days: days, answer: CorrelationReport(question, loadAndPain),
        periodAnswer: days.count == all.count
          ? nil
          : CorrelationReport(
            question, LoadAndPain(question, of: days, ratings: ratings, medicated: medicated)),
        dose: DoseReport(question, loadAndPain),
        months: MonthHistory(
          all, pain: PainSeries(ratings, over: whole, timing: question.timing),
          stretched: Set(try stretchDays()), since: nil,
          most: min(Set(days.map(\.day.month)).count, MonthHistory.usualMonths),
          measure: question.load, limit: question.limit, medicated: medicated),
        runs: runs,
        flareUps: try flareUps().reversed().filter { flareUp in
          period?.overlaps(flareUp.days(upTo: whole.upperBound)) ?? false
        },
        allSigns: allSigns,
        redFlags: RedFlagAnswers(
          allSigns, calling: all.isEmpty ? [] : try redFlagDays(in: whole),
          since: days.first?.day ?? today),
        exercises: try period.map { try exercisesDone(in: $0) } ?? [],
        trials: try period.map { try trials(in: $0, today: today) } ?? [],
        guidance: try guidance().reversed().filter { guidance in
          period.map { guidance.isInForce(duringAnyOf: $0) } ?? false
        }.map { FollowedGuidance($0, runs: runs, dayBoundary: dayBoundary) })
    }
  }
}

extension GivenGuidance {
  /// Whether it is in force on any of `days`.
  fileprivate func isInForce(duringAnyOf days: ClosedRange<Day>) -> Bool {
    day <= days.upperBound && untilDay.map { $0 >= days.lowerBound } ?? true
  }
}

extension FlareUpSummary {
  /// Its days, up to `last` while it is in progress.
  public func days(upTo last: Day) -> ClosedRange<Day> { onsetDay...max(onsetDay, endDay ?? last) }
}
