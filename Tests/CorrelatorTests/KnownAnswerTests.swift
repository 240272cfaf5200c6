import CivilDay
import Testing

@testable import Correlator

/// Made-up diaries, into which the answer was put.
@Suite struct KnownAnswerTests {
  private func fixture(_ name: String) throws -> Fixture {
    try #require(Fixture.own.first { $0.name == name })
  }

  private func snapshot(_ fixture: Fixture) -> Snapshot {
    Snapshot(PairedDays(load: fixture.load, pain: fixture.pain), timing: .morning)
  }

  /// Ten kilometres add 2.5 points to the next morning.
  @Test func `A harm that was put in is found, and its interval holds it`() throws {
    let fixture = try fixture("harm")
    var snapshot = snapshot(fixture)
    #expect(Verdict.direction(snapshot.counting(at: 0.05)) == .worsens)
    let first = snapshot.effects[0].estimate
    #expect(first.ci95.lower < 0.25 && first.ci95.upper > 0.25)
    let runs = fixture.load.values.compactMap { $0 }.filter { $0 > 0 }.sorted()
    let typical = (runs[(runs.count - 1) / 2] + runs[runs.count / 2]) / 2
    let expected = fixture.expected["adjusted"].array[0]["morning"]
    expectClose(
      snapshot.points(first.slope), expected["b"].number.map { $0 * typical }, "points")
    expectClose(
      snapshot.points(first.ci95.upper), expected["ci95"].numbers[1].map { $0 * typical }, "upper")
  }

  /// The running does nothing, but stops where it hurts: the plain correlation
  /// takes it for medicine.
  @Test func `Resting when sore is not taken for relief`() throws {
    let fixture = try fixture("rests_when_sore")
    var snapshot = snapshot(fixture)
    #expect(snapshot.shortfall == nil)
    #expect(Verdict.direction(snapshot.counting(at: 0.05)) == nil)
    let plain = lagProfile(load: fixture.load, pain: fixture.pain, lags: 1...1)[0]
    #expect(try #require(plain.pearson.r) < 0)
    #expect(try #require(plain.pearson.p) < 0.01)
    #expect(Bounds(snapshot, sesoi: 1).largest < 1)
  }

  @Test(arguments: [
    ("ten_days", Verdict.Reason.tooFewPairs), ("constant_pain", .tooLittleVariation),
    ("same_week", .loadFixedByWeekday),
  ])
  func `What cannot be told is said to be so, and why`(
    name: String, reason: Verdict.Reason
  ) throws {
    #expect(snapshot(try fixture(name)).shortfall?.reason == reason)
  }
}
