import CivilDay
import Correlator
@testable import Reports
import Testing
import JournalModel

@testable import JournalStore

@Suite struct MonthReportTests {
  private func report(
    _ diary: [DiaryDay], runs: [RunSummary] = [], pain: [Double?]? = nil,
    measure: LoadMeasure = .km
  ) -> MonthReport {
    let first = diary.first?.day ?? october(1)
    let last = diary.last?.day ?? october(1)
    let ratings = zip(first...last, pain ?? diary.map { $0.legPain.map(Double.init) })
      .compactMap { day, value in
        value.map { PainRating(day: day, moment: .morning, value: Int($0)) }
      }
    return MonthReport(
      october(1).month, diary: diary,
      pain: PainSeries(ratings, over: first...last, timing: .morning),
      MonthReport.Records(runs: runs),
      measure: measure)
  }

  /// Days before the month, and in it: runs of 10 km, 8 km and 12 km.
  private func run(_ number: Int, _ km: Double?, _ shoe: String? = nil) -> RunSummary {
    RunSummary(day: october(number), distanceM: km.map { $0 * 1000 }, footwear: shoe)
  }

  /// Ratios by hand.
  @Test(
    arguments: [
      // 12 km on the 9th after 8 km on the 2nd; the 10 km lie 35 days before it.
      ([(-26, 10), (2, 8), (9, 12)], 1.5),
      // 30 days before the 4th is the 4th of September, which still counts.
      ([(-26, 10), (4, 8)], 0.8),
      ([(-26, 10), (5, 8)], nil),
      // A run of the same day is no run before it.
      ([(5, 8), (5, 16)], nil),
      ([(3, 8), (5, 8), (5, 16)], 2),
      // Runs of unknown distance neither spike nor hide one.
      ([(3, nil), (4, 8), (6, nil), (7, 9)], 1.125),
      ([(3, nil), (5, nil)], nil),
      // Only runs of the month itself count.
      ([(-10, 5), (-5, 20)], nil),
      ([(-10, 5), (-5, 20), (31, 10)], nil),
      ([(-10, 5), (1, 10), (31, 10)], 2),
      ([], nil),
    ] as [([(Int, Double?)], Double?)])
  func `A spike is a run against the longest of the thirty days before it`(
    runs: [(Int, Double?)], spike: Double?
  ) {
    let diary = (1...31).map { DiaryDay.rest(october($0)) }
    let result = report(diary, runs: runs.map { run($0.0, $0.1) })
    #expect(result.largestStep?.ratio == spike)
  }

  @Test func `Sums are over the days whose measure is known`() {
    let result = report([
      .run(october(1), km: 8, minutes: 48, load: 240, pain: 2), .rest(october(2), pain: 4),
      .unknown(october(3)), .run(october(4), km: 5, runs: 2), .run(october(5), minutes: 30),
      .rest(october(6), pain: 6, isFlare: true, stretch: 2.5), .unknown(october(7), isFlare: true),
      .rest(october(8), stretch: 4),
    ])
    #expect(result.days == 8)
    #expect(result.knownDays == 6)
    #expect(result.runs == 4)
    #expect(result.runDays == 3)
    #expect(result.km == 13)
    #expect(result.minutes == 78)
    #expect(result.load == 240)
    #expect(result.runDaysWithout == (1, 1, 2))
    #expect(result.painDays == 3)
    #expect(result.meanPain == 4)
    #expect(result.worstPain == 6)
    #expect(result.flareDays == 2)
    #expect(result.stretchMinutes == 6.5)
    #expect(result.journalDays == october(1)...october(8))
  }

  @Test func `A measure that no run has is unknown and not zero`() {
    let result = report([.run(october(1), minutes: 48), .rest(october(2))])
    #expect(result.km == nil)
    #expect(result.minutes == 48)
    #expect(result.load == nil)
    #expect(result.longestRun == nil)
    #expect(result.lag1.n == 0)
  }

  @Test func `A month of rest is a true zero`() {
    let result = report((1...31).map { .rest(october($0), pain: 3) })
    #expect(result.runs == 0)
    #expect(result.km == 0)
    #expect(result.minutes == 0)
    #expect(result.load == 0)
    #expect(result.stretchMinutes == nil)
    #expect(result.shoes.isEmpty)
    #expect(result.lag1.n == 30)
    #expect(result.lag1.pearson.r == nil)
  }

  @Test func `A month of which nothing is known sums to unknown`() {
    let result = report((1...31).map { .unknown(october($0)) })
    #expect(result.days == 31)
    #expect(result.knownDays == 0)
    #expect(result.runs == nil)
    #expect(result.km == nil)
    #expect(result.minutes == nil)
    #expect(result.load == nil)
    #expect(result.meanPain == nil)
    #expect(result.worstPain == nil)
  }

  @Test func `A journal of one day makes a month of one day`() {
    let result = report([.run(october(9), km: 8, minutes: 48, load: 240, pain: 3, worst: 7)])
    #expect(result.days == 1)
    #expect(result.runs == 1)
    #expect(result.km == 8)
    #expect(result.meanPain == 3)
    #expect(result.worstPain == 7)
    #expect(result.largestStep == nil)
    #expect(result.effect == nil)
    #expect(result.lag1.n == 0)
    #expect(result.answer.analysis.verdict.kind == .notEnoughData)
  }

  @Test(arguments: [[], [DiaryDay.run(october(-40), km: 8, pain: 4)]])
  func `A month without a day of the journal has nothing`(diary: [DiaryDay]) {
    let result = report(diary)
    #expect(result.days == 0)
    #expect(result.knownDays == 0)
    #expect(result.runs == nil)
    #expect(result.painDays == 0)
    #expect(result.flareDays == 0)
    #expect(result.lag1.n == 0)
    #expect(result.journalDays == (diary.first?.day).map { $0...$0 })
  }

  /// The last of October goes with the first of November, and 30 September does
  /// not belong to October.
  ///
  /// By hand: loads 4, 6, 8 with pains 5, 4, 6.
  @Test func `The month's loads go with pain on the days after them`() throws {
    let diary: [DiaryDay] =
      [
        .run(october(0), km: 20, pain: 9), .run(october(1), km: 1, pain: 8),
      ] + (2...28).map { .unknown(october($0)) } + [
        .run(october(29), km: 4), .run(october(30), km: 6, pain: 5),
        .run(october(31), km: 8, pain: 4), .run(october(32), km: 50, pain: 6),
      ]
    let result = report(diary)
    // 29 with 30, 30 with 31, 31 with 1 November.
    #expect(result.lag1.n == 3)
    #expect(abs(try #require(result.lag1.pearson.r) - 0.5) < 1e-12)
    #expect(result.lag1AllTime.n == 4)
    #expect(result.days == 31)
  }

  @Test func `Shoes are those of the month's runs with most kilometres first`() {
    let runs = [
      run(-3, 30, "Old"), run(2, 8, "Peg"), run(4, 5, "Nova"), run(6, nil, "Peg"),
      run(8, 12, "Nova"), run(9, 9, nil), run(10, 8, "Brook"),
    ]
    let result = report((1...31).map { .rest(october($0)) }, runs: runs)
    #expect(
      result.shoes == [
        MonthReport.Shoe(name: "Nova", runs: 2, km: 17),
        MonthReport.Shoe(name: "Brook", runs: 1, km: 8),
        MonthReport.Shoe(name: "Peg", runs: 2, km: 8),
      ])
    #expect(result.longestRun?.distanceM == 12_000)
  }

  /// The runs of September are those of the month before, and of the year before.
  @Test func `The longest run stands beside those of the other months`() throws {
    let september = try #require(Month("2026-09"))
    let runs = [run(-360, 21), run(-20, 9), run(-10, 9), run(4, 12), run(9, 12), run(20, nil)]
    let result = report((1...31).map { .rest(october($0)) }, runs: runs)
    #expect(result.longestRun?.day == october(9))
    #expect(result.longestRuns[september]?.day == october(-10))
    #expect(result.longestRuns[result.lastYear.month]?.distanceM == 21_000)
    #expect(result.largestStep == MonthReport.Step(day: october(4), ratio: 12.0 / 9))
  }

  @Test func `A bad day is one over the limit of the rule`() {
    let diary = [3, 5, 6, 9, nil].enumerated().map { index, worst in
      DiaryDay.run(october(index + 1), km: 5, pain: worst.map { min($0, 2) }, worst: worst)
    }
    let result = report(diary)
    #expect(result.badDays == 2)
    #expect(result.figures.badDays(over: 2) == 4)
    #expect(result.previous.badDays(over: 0) == 0)
  }

  @Test func `What comes first decides the next step`() {
    let diary = (1...31).map { DiaryDay.rest(october($0), pain: 3) }
    let span = october(1)...october(31)
    func step(_ precautions: Precautions) -> NextStep {
      MonthReport(
        october(1).month, diary: diary,
        pain: PainSeries([], over: span, timing: .morning),
        MonthReport.Records(precautions: precautions)
      ).nextStep
    }
    let today = october(40)
    #expect(step(Precautions(today: today)) == .record(.runs))
    #expect(
      step(Precautions(today: today, redFlagDays: [october(3)])) == .seeSomeone(.redFlag))
    #expect(
      step(
        Precautions(today: today, flareUp: FlareUpSummary(id: 1, onsetDay: october(5))))
        == .seeSomeone(.longFlareUp(days: 36)))
    #expect(
      step(
        Precautions(
          today: today,
          guidance: [GivenGuidance(id: 1, day: october(2), advice: "no running")]))
        == .rateBeforeRunning(0, of: 31))
  }
}
