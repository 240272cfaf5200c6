import Testing

@testable import Correlator

@Suite struct TrialPowerTests {
  @Test(Shared.isNeeded) func `Power equals the reference`() throws {
    let cases = try Shared.json("method/fixtures/section6.dev.json")["trial_power"].array
    #expect(cases.count >= 4)
    for entry in cases {
      let power = trialPower(
        past: entry["past"].numbers.compactMap { $0 }, pairs: try #require(entry["pairs"].int),
        effect: try #require(entry["delta"].number),
        simulations: try #require(entry["R"].int))
      expectClose(power, entry["power"], "power")
    }
  }

  private let past = [0.5, -0.25, 1, -1.5, 0.75, 0]

  @Test func `Without an effect few trials find one, and fewer when watched`() throws {
    let planned = try #require(trialPower(past: past, pairs: 12, effect: 0))
    #expect(planned > 0.01 && planned < 0.08)
    let watched = try #require(
      trialPower(past: past, pairs: 12, effect: 0, monitored: true))
    #expect(watched <= 0.05)
  }

  @Test func `More pairs and larger effects are found more often`() throws {
    for monitored in [false, true] {
      let powers = try [(8, 0.5), (8, 1.0), (16, 1.0), (16, 2.0)].map { pairs, effect in
        try #require(
          trialPower(past: past, pairs: pairs, effect: effect, monitored: monitored))
      }
      #expect(powers == powers.sorted() && powers[0] < 0.5 && powers[3] > 0.95)
    }
  }

  /// What the trial would have said, look by look.
  @Test func `A watched trial is found where a look would stop it`() {
    var random = SplitMix64(seed: SignFlipTest.seed)
    let stopped = (0..<200).count { _ in
      let differences = (0..<10).map { _ in
        let value = past[Int(random.next() % 6)]
        return 1 + (random.next() >> 63 == 1 ? -value : value)
      }
      return (6...10).contains {
        BettingMonitor(differences: Array(differences.prefix($0)))?.stops ?? false
      }
    }
    #expect(stopped > 20 && stopped < 190)
    let power = trialPower(past: past, pairs: 10, effect: 1, monitored: true, simulations: 200)
    #expect(power == Double(stopped) / 200)
  }

  @Test func `The smallest effect is the first that is found often enough`() throws {
    for monitored in [false, true] {
      let effect = try #require(
        smallestDetectableEffect(past: past, pairs: 8, monitored: monitored))
      func power(_ effect: Double) throws -> Double {
        try #require(trialPower(past: past, pairs: 8, effect: effect, monitored: monitored))
      }
      #expect(try power(effect) >= 0.8)
      #expect(try power(effect - 0.1) < 0.8)
    }
    let same = [Double](repeating: 0, count: 4)
    #expect(smallestDetectableEffect(past: same, pairs: 8) == 0.1)
    #expect(smallestDetectableEffect(past: [9, -9, 8, 7], pairs: 8) == nil)
  }

  @Test func `Three past pairs tell nothing`() {
    #expect(trialPower(past: [1, 2, 3], pairs: 8, effect: 1) == nil)
    #expect(trialPower(past: past, pairs: 1, effect: 1) == nil)
    #expect(trialPower(past: past, pairs: 5, effect: 5, monitored: true) == 0)
    #expect(smallestDetectableEffect(past: [1, 2, 3], pairs: 8) == nil)
    #expect(fewestPastPairs == 4)
  }
}
