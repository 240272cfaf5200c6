import CivilDay
import JournalModel
import Testing

@testable import JournalStore
@testable import Reports

/// The parts of a report about a period.
@Suite struct PeriodReportTests {
  /// Before, after, and whether the change is 2 points, or 30 % and 1 point.
  @Test(arguments: [
    (6, 4, true), (8, 6, true), (8, 6.1, false), (9, 7.4, false),
    (4.1, 2.9, false), (4, 2.8, true), (3.3, 2.3, true), (3, 4, true), (3.4, 4.4, false),
    (2, 1.4, false), (2, 2.7, false), (1, 0, true), (0.9, 0, false), (0, 0.9, false), (0, 1, true),
    // Shown as 2.0 points and as 30 %.
    (6, 4.04, true), (3.35, 2.35, true), (5, 5, false), (0, 0, false),
  ])
  func `A change is meaningful from two points on, or thirty in a hundred and one point`(
    before: Double, now: Double, isMeaningful: Bool
  ) {
    #expect(PeriodReport.isMeaningful(from: before, to: now) == isMeaningful)
  }

  private func followed(
    _ runs: [RunSummary], limit: Double? = 5_000, off: Int? = nil, time: String? = "12:00:00",
    until: Day? = nil
  ) -> FollowedGuidance {
    FollowedGuidance(
      GivenGuidance(
        id: 1, day: october(10), advice: "x", longestRunM: limit, daysOff: off, untilDay: until,
        time: time),
      runs: runs, dayBoundary: 240)
  }

  private func run(_ day: Int, _ start: String? = nil, km: Double? = 8) -> RunSummary {
    RunSummary(
      day: october(day), startTime: start, distanceM: km.map { $0 * 1000 }, footwear: nil)
  }

  @Test func `A run before the guidance on the same day is no breach`() {
    let before = followed([run(9), run(10, "11:59:00")])
    #expect((before.judgedRuns, before.unjudgedRuns, before.broken.count) == (0, 0, 0))
    let after = followed([run(10, "12:00:00"), run(11), run(12, km: 5)])
    #expect((after.judgedRuns, after.unjudgedRuns) == (3, 0))
    #expect(after.broken == [october(10), october(11)])
  }

  @Test func `A run that may have been before it is no breach either`() {
    for runs in [[run(10)], [run(11, km: nil)]] {
      let perhaps = followed(runs)
      #expect((perhaps.judgedRuns, perhaps.unjudgedRuns, perhaps.broken.count) == (0, 1, 0))
    }
    // A short run keeps to it whenever it was.
    let short = followed([run(10, km: 5)], time: nil)
    #expect((short.judgedRuns, short.unjudgedRuns, short.broken.count) == (1, 0, 0))
  }

  @Test func `Days off forbid any run, and end`() {
    let off = followed([run(10, "18:00:00", km: nil), run(12, km: 1), run(13)], limit: nil, off: 3)
    #expect(off.broken == [october(10), october(12)])
    #expect((off.judgedRuns, off.unjudgedRuns) == (2, 0))
    let ended = followed([run(12), run(13)], until: october(12))
    #expect((ended.judgedRuns, ended.broken) == (1, [october(12)]))
    let words = followed([run(11)], limit: nil)
    #expect((words.judgedRuns, words.unjudgedRuns, words.broken.count) == (0, 0, 0))
  }

  private func signs(
    _ day: Int, saddle: Bool? = nil, weakness: Bool? = nil, tingling: Bool? = nil,
    side: BodySide? = nil
  ) -> DeclaredSigns {
    DeclaredSigns(
      day: october(day), moment: nil, numbness: nil, tingling: tingling, weakness: weakness,
      weaknessIsUnchanged: false, saddleNumbness: saddle, bladderOrBowel: nil, side: side,
      medication: nil)
  }

  /// A day whose answer called for the card.
  private func card(_ day: Int, _ path: PartialKeyPath<CheckIn>) -> RedFlagDay {
    RedFlagDay(day: october(day), signs: EmergencySign.allCases.filter { $0.field.path == path })
  }

  @Test func `Weakness that did not call for the card is known and unchanged`() throws {
    let flags = RedFlagAnswers(
      [signs(5, weakness: true), signs(6, weakness: true), signs(7, weakness: false)],
      calling: [card(5, \.weakness)], since: october(5))
    let weakness = try #require(flags.about(.weakness))
    #expect((weakness.yes, weakness.unchanged) == ([october(5)], [october(6)]))
    #expect(weakness.answered == 3)
  }

  @Test func `Red-flag answers are sorted by sign and by period`() throws {
    let flags = RedFlagAnswers(
      [
        signs(1, saddle: true), signs(2, weakness: false), signs(5, saddle: false, side: .left),
        signs(6, saddle: true), signs(6, saddle: true), signs(7, side: .both),
      ],
      calling: [card(1, \.saddleNumbness), card(6, \.saddleNumbness), card(7, \.side)],
      since: october(5))
    #expect(flags.cardDays == [october(6), october(7)])
    #expect(flags.answers.map(\.sign) == RedFlagAnswers.Sign.allCases)
    let (saddle, bladder, weakness) = (flags.answers[0], flags.answers[1], flags.answers[2])
    #expect((saddle.yes, saddle.answered) == ([october(6)], 2))
    #expect(saddle.yesBefore == [october(1)])
    #expect((bladder.answered, bladder.wasAnsweredBefore) == (0, false))
    #expect((weakness.answered, weakness.wasAnsweredBefore) == (0, true))
    #expect(weakness.yesBefore.isEmpty)
    #expect((flags.answers[3].yes, flags.answers[3].answered) == ([october(7)], 2))
  }

  @Test func `A window counts what is known of its days`() throws {
    let days = [
      DiaryDay.run(october(1), km: 6, minutes: nil, pain: 2, worst: 5),
      .rest(october(2), pain: 4), .unknown(october(3)), .run(october(4), km: nil, minutes: 30),
    ]
    let window = PeriodWindow(
      days,
      [
        signs(1, tingling: true, side: .left), signs(2, tingling: false, side: .left),
        signs(4, side: .both), signs(9, tingling: true, side: .right),
      ])
    #expect((window.legPain?.mean, window.legPain?.days, window.worstLegPain) == (3, 2, 5))
    // Six and nothing, on the two days with a known distance.
    #expect((window.kilometres?.mean, window.kilometres?.days) == (3, 2))
    #expect((window.minutes?.mean, window.minutes?.days) == (15, 2))
    #expect(window.runDaysWithout == (1, 1))
    #expect(window.tingling == Rate(count: 1, of: 2))
    #expect(window.numbness == Rate(count: 0, of: 0))
    #expect(window.sides.map(\.side) == [.left, .both])
    #expect(window.sides.map(\.days) == [2, 1])
    #expect(window.sleepHours == nil)
    let noDistance = PeriodWindow([DiaryDay.run(october(1), minutes: 30)], [])
    #expect(noDistance.kilometres == nil)
  }
}
