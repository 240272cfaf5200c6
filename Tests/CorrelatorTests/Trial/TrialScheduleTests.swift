import Testing

@testable import Correlator

@Suite struct TrialScheduleTests {
  /// The top bits of what Steele, Lea and Flood's generator gives for the seed 1:
  /// drawn one by one here, jumped to there.
  @Test func `A pair's coin is the same without those before it`() {
    for seed in [0, 1, 42, UInt64.max] {
      let schedule = TrialSchedule(seed: seed)
      var random = SplitMix64(seed: seed)
      let drawn = (0..<40).map { _ in random.next() >> 63 == 1 }
      #expect((0..<40).map(schedule.startsWithB) == drawn)
      #expect(Set(drawn).count == 2)
    }
  }

  @Test(Shared.isNeeded) func `The coins equal the reference`() throws {
    let cases = try Shared.json("method/fixtures/section6.dev.json")["schedule"].array
    #expect(cases.count >= 3)
    for entry in cases {
      let schedule = TrialSchedule(seed: UInt64(try #require(entry["seed"].int)))
      let pairs = entry["pairs"].strings
      #expect(pairs == pairs.indices.map { schedule.startsWithB(pair: $0) ? "BA" : "AB" })
    }
  }
}
