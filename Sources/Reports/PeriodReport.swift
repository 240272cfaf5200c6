public import CivilDay
import Correlator
public import JournalStore
public import JournalModel

/// The days of a period, with everything for a page about it.
public struct PeriodReport: Sendable {
  /// The first and the last day, or `nil` if the journal has none in the period.
  public let span: ClosedRange<Day>?
  /// The days, consecutive and in order.
  public let days: [DiaryDay]
  /// The answer from these days alone, as in `nerve correlate`.
  public let answer: CorrelationReport
  /// The answer from these days for each third of the runs, as in `nerve dose`.
  public let dose: DoseReport
  /// The months, oldest first; the last two years of a longer period.
  public let months: MonthHistory
  /// The flare-ups that overlap the period, oldest first.
  public let flareUps: [FlareUpSummary]
  /// Nerve signs and medication, oldest first.
  public let signs: [DeclaredSigns]
  /// The guidance in force at any time, oldest first, with the days of the runs
  /// that broke it.
  public let guidance: [FollowedGuidance]

  /// Guidance, and whether it was followed.
  public struct FollowedGuidance: Sendable {
    /// The advice.
    public let guidance: GivenGuidance
    /// The runs while it was in force.
    public let runs: Int
    /// The days of the runs that broke its limit; empty without a limit.
    public let broken: [Day]
  }
}

extension PeriodReport {
  /// The first or the last four weeks of a period.
  public struct Weeks: Sendable {
    /// The days.
    public let days: [DiaryDay]
    /// The days in a flare-up.
    public let flareDays: Int
    /// The mean leg pain, 0 to 10; `nil` without a rating.
    public let legPain: Average?
    /// The mean back pain, 0 to 10; `nil` without a rating.
    public let backPain: Average?
    /// The mean reach, 0 to 6; `nil` without one.
    public let reach: Average?
    /// The totals.
    public let totals: DayTotals
    /// Days with numbness, out of the days with an answer.
    public let numbness: RatingGaps.Rate
    /// Days with weakness, out of the days with an answer.
    public let weakness: RatingGaps.Rate

    /// The farthest reach, 0 back to 6 toes.
    public var farthestReach: Int? { days.compactMap(\.reach).max() }

    init(_ days: some Collection<DiaryDay>, _ signs: [DeclaredSigns]) {
      self.days = Array(days)
      flareDays = days.count { $0.isFlare }
      legPain = Average(days.compactMap(\.legPain))
      backPain = Average(days.compactMap(\.backPain))
      reach = Average(days.compactMap(\.reach))
      totals = DayTotals(self.days)
      let within = Set(self.days.map(\.day))
      let here = signs.filter { within.contains($0.day) }
      func rate(_ sign: KeyPath<DeclaredSigns, Bool?>) -> RatingGaps.Rate {
        RatingGaps.Rate(
          count: Set(here.filter { $0[keyPath: sign] == true }.map(\.day)).count,
          of: Set(here.filter { $0[keyPath: sign] != nil }.map(\.day)).count)
      }
      numbness = rate(\.numbness)
      weakness = rate(\.weakness)
    }
  }

  /// A mean, with its number of days.
  public struct Average: Equatable, Sendable {
    /// The mean.
    public let mean: Double
    /// The days.
    public let days: Int

    init?(_ values: [Int]) {
      guard !values.isEmpty else { return nil }
      mean = Double(values.reduce(0, +)) / Double(values.count)
      days = values.count
    }
  }

  /// The first and the last four weeks, or `nil` for fewer than eight.
  public var ends: (first: Weeks, last: Weeks)? {
    guard days.count >= 56 else { return nil }
    return (Weeks(days.prefix(28), signs), Weeks(days.suffix(28), signs))
  }

  /// Whether patients call a change of pain meaningful: 2 points or 30 %.
  ///
  /// Sources: Farrar et al. 2001, *Pain* 94:149; Ostelo et al. 2008, *Spine* 33:90.
  public static func isMeaningful(from before: Double, to now: Double) -> Bool {
    let change = abs(now - before)
    return change >= 2 || (before > 0 && change / before >= 0.3)
  }

  /// The days with a declared sign, each once.
  public func days(with sign: KeyPath<DeclaredSigns, Bool?>) -> [Day] {
    Array(Set(signs.filter { $0[keyPath: sign] == true }.map(\.day))).sorted()
  }

  /// The number of days with an answer about a sign.
  public func answers(to sign: KeyPath<DeclaredSigns, Bool?>) -> Int {
    Set(signs.filter { $0[keyPath: sign] != nil }.map(\.day)).count
  }

  /// Medication and its number of days, most frequent first.
  public var medication: [(name: String, days: Int)] {
    Dictionary(grouping: signs.filter { $0.medication != nil }) { $0.medication ?? "" }
      .map { ($0.key, Set($0.value.map(\.day)).count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

extension Journal {
  /// The page about the days in `span`.
  ///
  /// - Parameters:
  ///   - question: The correlation; it always uses leg pain.
  ///   - span: The days to use.
  ///   - today: Today, which is not a rest day yet.
  /// - Returns: The report, even without a single day.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func report(
    _ question: CorrelationQuestion, in span: ClosedRange<Day>, today: Day
  ) throws -> PeriodReport {
    try snapshot {
      var question = question
      question.pain = .leg
      let (all, ratings) = try diary(rating: .leg, on: today)
      let diary = all.filter { span.contains($0.day) }
      let loadAndPain = LoadAndPain(
        question, of: diary, ratings: ratings, medicated: try medicatedDays())
      let within = diary.first.flatMap { first in diary.last.map { first.day...$0.day } }
      let pain = PainSeries(
        ratings, over: within ?? span.lowerBound...span.lowerBound, timing: question.timing)
      let runs = try within.map { try self.runs(in: $0) } ?? []
      return PeriodReport(
        span: within, days: diary, answer: CorrelationReport(question, loadAndPain),
        dose: DoseReport(question, loadAndPain),
        months: MonthHistory(
          diary, pain: pain, stretched: Set(try stretchDays()), since: nil,
          measure: question.load, limit: question.limit, medicated: try medicatedDays()),
        flareUps: try flareUps().reversed().filter { flareUp in
          within.map {
            flareUp.onsetDay <= $0.upperBound
              && (flareUp.endDay ?? $0.upperBound) >= $0.lowerBound
          } ?? false
        },
        signs: try within.map { try signs(in: $0) } ?? [],
        guidance: try guidance().reversed().compactMap { guidance in
          guard let within, guidance.day <= within.upperBound,
            guidance.untilDay.map({ $0 >= within.lowerBound }) ?? true
          else { return nil }
          let during = runs.filter { guidance.isInForce(on: $0.day) }
          return PeriodReport.FollowedGuidance(
            guidance: guidance, runs: during.count,
            broken: during.filter { guidance.forbids(runOf: $0.distanceM ?? 0, on: $0.day) }
              .map(\.day))
        })
    }
  }
}
