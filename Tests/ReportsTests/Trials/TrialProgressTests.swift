import CivilDay
import Correlator
import JournalModel
import Testing

@testable import Reports

/// How far trials have gone, and what they found, from units made by hand.
@Suite struct TrialProgressTests {
  private static let start = Day(daysSince1970: 20_780)

  private static func trial(
    _ unit: TrialPlan.Unit = .week, pairs: Int = 8, analysis: TrialPlan.Analysis = .end,
    pauses: [TrialPause] = [], end: TrialEnd? = nil
  ) -> Trial {
    Trial(
      id: 1,
      plan: TrialPlan(
        kind: .warmUp, armA: "without", armB: "with", unit: unit, pairs: pairs,
        analysis: analysis, startDay: start, detectablePoints: 1),
      pauses: pauses, end: end)
  }

  /// Week `number`, whose arms alternate from A, with a change of pain.
  private static func week(
    _ number: Int, _ change: Double?, done: DrawnUnit.Done? = nil
  ) -> DrawnUnit {
    let first = start + 7 * (number - 1)
    return DrawnUnit(
      number: number, arm: number.isMultiple(of: 2) ? .b : .a, drawnDay: first, firstDay: first,
      lastDay: first + 6, runDays: change == nil ? 0 : 3, ratedRunDays: change == nil ? 0 : 3,
      done: done, painChange: change)
  }

  private static func progress(
    of trial: Trial = trial(), _ changes: [Double?], on day: Int, isRated: Bool = false
  ) -> TrialProgress {
    TrialProgress(
      trial, units: changes.enumerated().map { week($0 + 1, $1) }, today: start + day,
      isRatedToday: isRated)
  }

  @Test func `The first arm is drawn on the eve of the start`() {
    #expect(!Self.progress([], on: -2).drawsNext)
    #expect(Self.progress([], on: -1).drawsNext)
  }

  @Test func `The next week is drawn on the last day of the one before, not earlier`() {
    #expect(!Self.progress([nil], on: 5).drawsNext)
    #expect(Self.progress([nil], on: 6).drawsNext)
    let told = Self.progress([nil, nil], on: 6)
    #expect(told.current?.number == 1 && told.next?.number == 2 && !told.drawsNext)
    #expect(told.dayOfWeek == 7)
  }

  @Test func `A pair counts once the morning after its last day is over or rated`() {
    let changes: [Double?] = [1, 0]
    #expect(Self.progress(changes, on: 13).analysedPairs.isEmpty)
    #expect(Self.progress(changes, on: 14).analysedPairs.isEmpty)
    #expect(Self.progress(changes, on: 14, isRated: true).analysedPairs.map(\.difference) == [-1])
    #expect(Self.progress(changes, on: 15).analysedPairs.count == 1)
  }

  @Test func `A pair with an empty week is replaced at the end`() {
    let changes = [nil, 1.0] + Array(repeating: 1.0, count: 14)
    let after = Self.progress(changes, on: 16 * 7 + 1)
    #expect(after.lostPairs == 1 && after.analysedPairs.count == 7 && !after.isComplete)
    #expect(after.drawsNext)
    let complete = Self.progress(changes + [0, 2], on: 18 * 7 + 1)
    #expect(complete.isComplete && !complete.drawsNext)
    #expect(complete.analysedPairs.last?.number == 9)
  }

  @Test func `Nothing is drawn for ever`() {
    let changes = [Double?](repeating: nil, count: 32)
    let end = Self.progress(changes, on: 32 * 7 + 1)
    #expect(end.isComplete && !end.drawsNext)
    #expect(TrialResult(end).asRandomised.p == nil)
  }

  @Test func `A pause stops the days of the week`() {
    let pause = TrialPause(firstDay: Self.start + 2, lastDay: Self.start + 4, reason: nil)
    let paused = Self.progress(of: Self.trial(pauses: [pause]), [nil], on: 3)
    #expect(paused.isPaused && paused.current == nil && !paused.drawsNext)
    #expect(Self.progress(of: Self.trial(pauses: [pause]), [nil], on: 5).dayOfWeek == 3)
  }

  @Test func `Units of one run wait for their run`() {
    func run(_ number: Int, on day: Int?) -> DrawnUnit {
      DrawnUnit(
        number: number, arm: .a, drawnDay: Self.start, firstDay: day.map { Self.start + $0 },
        lastDay: day.map { Self.start + $0 }, runDays: day == nil ? 0 : 1, ratedRunDays: 0,
        done: nil, painChange: nil)
    }
    func progress(_ units: [DrawnUnit]) -> TrialProgress {
      TrialProgress(
        Self.trial(.run, pairs: 20), units: units, today: Self.start + 9, isRatedToday: false)
    }
    #expect(progress([run(1, on: nil)]).current?.number == 1)
    #expect(!progress([run(1, on: nil)]).drawsNext)
    #expect(progress([run(1, on: 2)]).drawsNext)
    // A run that is undone leaves its unit open again, although the next is drawn.
    let undone = progress([run(1, on: 2), run(2, on: nil), run(3, on: nil)])
    #expect(undone.current?.number == 2)
    #expect(progress([run(1, on: 2)]).unanswered.map(\.number) == [1])
  }

  @Test func `The arms follow from the seed by pairs`() {
    let schedule = TrialSchedule(seed: 20_240_229)
    for pair in 0..<50 {
      let arms = [schedule.arm(ofUnit: 2 * pair + 1), schedule.arm(ofUnit: 2 * pair + 2)]
      #expect(arms == (schedule.startsWithB(pair: pair) ? [.b, .a] : [.a, .b]))
    }
  }

  @Test func `The result counts weeks as the coin chose, and beside it as they were done`() throws {
    let trial = Self.trial()
    var units = (0..<16).map { Self.week($0 + 1, $0.isMultiple(of: 2) ? 0 : 1, done: nil) }
    let plain = TrialResult(
      TrialProgress(trial, units: units, today: Self.start + 200, isRatedToday: false))
    #expect(plain.asRandomised.mean == 1)
    #expect(plain.asRandomised.p == 2.0 / 256)
    #expect(plain.asDone == nil && plain.unansweredUnits == 16)
    // The first pair was done the other way round, and the second twice the same.
    units[0] = Self.week(1, 0, done: .b)
    units[1] = Self.week(2, 1, done: .a)
    units[2] = Self.week(3, 0, done: .b)
    let other = TrialResult(
      TrialProgress(trial, units: units, today: Self.start + 200, isRatedToday: false))
    #expect(other.asRandomised == plain.asRandomised)
    #expect(other.otherUnits == 3)
    #expect(other.asDone?.differences == [-1, 1, 1, 1, 1, 1, 1])
    let mean = try #require(other.asDone?.mean)
    #expect(abs(mean - 5.0 / 7) < 1e-12)
  }

  @Test func `Fewer than six pairs are no result`() {
    let five = TrialResult(Self.progress([Double?](repeating: 1, count: 10), on: 300))
    #expect(five.pairs.count == 5 && five.asRandomised.p == nil)
  }

  @Test func `A trial that may be looked at is judged by its bets`() {
    let changes = (0..<16).map { Double?($0.isMultiple(of: 2) ? 0 : 2) }
    let bets = TrialResult(
      Self.progress(of: Self.trial(analysis: .pairs), changes, on: 16 * 7 + 1))
    #expect(bets.asRandomised.p == BettingMonitor(differences: Array(repeating: 2, count: 8))?.p)
    #expect(bets.asRandomised.isEstablished)
  }
}

/// What a trial could find.
@Suite struct TrialDesignTests {
  @Test func `Four past pairs are needed`() {
    let design = TrialDesign(
      unit: .week, pairs: nil, analysis: .end, differences: [1, 0, -1], runsPerWeek: 3)
    #expect(design.problem == .fewPastPairs(3))
  }

  @Test func `Restless weeks make a trial too weak, and more pairs may help`() {
    let calm = TrialDesign(
      unit: .week, pairs: nil, analysis: .end, differences: [0.5, -0.5, 0.2, 0.1, -0.3],
      runsPerWeek: 3)
    #expect(calm.problem == nil && calm.pairs == 8 && calm.days == 112)
    let restless = TrialDesign(
      unit: .week, pairs: nil, analysis: .end, differences: [3, -3, 2.5, 2, -3], runsPerWeek: 3)
    guard case .tooWeak(let enough?) = restless.problem else {
      Issue.record("\(String(describing: restless.problem))")
      return
    }
    #expect(enough > 8)
    let longer = TrialDesign(
      unit: .week, pairs: enough, analysis: .end, differences: [3, -3, 2.5, 2, -3],
      runsPerWeek: 3)
    #expect(longer.problem == nil)
  }

  @Test func `A trial of runs takes as long as the runs need`() {
    let design = TrialDesign(
      unit: .run, pairs: nil, analysis: .pairs, differences: [0.5, -0.5, 0.2, 0.1],
      runsPerWeek: 2)
    #expect(design.pairs == 20 && design.days == 140)
  }
}
