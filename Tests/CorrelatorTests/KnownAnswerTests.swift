import CivilDay
import Testing

@testable import Correlator

/// Made-up diaries, into which the answer was put.
@Suite struct KnownAnswerTests {
  private func fixture(_ name: String) throws -> Fixture {
    try #require(Fixture.own.first { $0.name == name })
  }

  /// Ten kilometres add 2.5 points to the next morning.
  @Test func `A harm that was put in is found, and its interval holds it`() throws {
    let fixture = try fixture("harm")
    let verdict = verdict(fixture.diary)
    #expect(verdict.kind == .worsens)
    #expect(verdict.direction == .more)
    let first = try #require(verdict.evidence?.effects.first)
    #expect(first.estimate.ci95.lower < 0.25 && first.estimate.ci95.upper > 0.25)
    let runs = fixture.load.values.compactMap { $0 }.filter { $0 > 0 }.sorted()
    let typical = (runs[(runs.count - 1) / 2] + runs[runs.count / 2]) / 2
    let expected = fixture.expected["adjusted"].array[0]["morning"]
    expectClose(
      first.pointsPerTypicalRun, expected["b"].number.map { $0 * typical }, "points")
  }

  /// The running does nothing, but stops where it hurts: the plain correlation
  /// takes it for medicine.
  @Test func `Resting when sore is not taken for less pain`() throws {
    let fixture = try fixture("rests_when_sore")
    let verdict = verdict(fixture.diary, limit: 1)
    #expect([.noLinkSeen, .unclear].contains(verdict.kind))
    #expect(verdict.lags.isEmpty)
    let plain = lagProfile(load: fixture.load, pain: fixture.pain, lags: 1...1)[0]
    #expect(try #require(plain.pearson.r) < 0)
    #expect(try #require(plain.pearson.p) < 0.01)
    #expect(try #require(verdict.couldBeMissed) < 1)
  }

  @Test(arguments: [
    ("ten_days", Verdict.Reason.fewerThan60Pairs), ("constant_pain", .tooLittleVariation),
    ("same_week", .loadFixedByWeekday),
  ])
  func `What cannot be told is said to be so, and why`(
    name: String, reason: Verdict.Reason
  ) throws {
    let verdict = verdict(try fixture(name).diary)
    #expect(verdict.kind == .notEnoughData)
    #expect(verdict.reason == reason)
  }

  /// Morning ratings that rise with the day's run were made after it.
  @Test func `A rating that knows the run before it is doubted`() throws {
    let fixture = try fixture("harm")
    let late = DailySeries(
      firstDay: fixture.pain.firstDay, values: Array(fixture.pain.values.dropFirst()))
    let diary = Diary(load: fixture.load, pain: late, timing: .morning)
    let analysis = analyse(diary)
    #expect(analysis.timingIsDoubtful)
    #expect(analysis.timingInUse == .unknown)
    #expect(!analyse(fixture.diary).timingIsDoubtful)
    #expect(!analyse(diary.rated(.evening)).timingIsDoubtful)
  }

  /// Half a year of harm, then none.
  @Test func `A leg that has healed is told of the days since`() throws {
    var random = Random(seed: 3)
    var (load, pain): ([Double?], [Double?]) = ([], [])
    var (level, last) = (3.0, 0.0)
    for day in 0..<700 {
      level = 3 + 0.6 * (level - 3) + 2 * (random.unit() - 0.5) + (day < 350 ? last / 6 : 0)
      pain.append(min(10, max(0, level.rounded())))
      last = random.unit() < 0.45 ? Double(30 + random.below(90)) / 10 : 0
      load.append(last)
    }
    let day = Day(daysSince1970: 19_723)
    let verdict = verdict(
      Diary(
        load: DailySeries(firstDay: day, values: load),
        pain: DailySeries(firstDay: day, values: pain), timing: .morning))
    #expect(verdict.allDaysKind == .worsens)
    #expect(verdict.kind != .worsens)
    #expect((300...400).contains(verdict.since))
    #expect(verdict.sinceDay == day + verdict.since)
    #expect(try #require(verdict.earlier).earlier.slope > 0)
  }
}
