import Testing

@testable import Correlator

@Suite struct BettingMonitorTests {
  @Test func `Pairs without any difference win and lose nothing`() throws {
    let monitor = try #require(BettingMonitor(differences: [0, 0, 0, 0, 0, 0]))
    #expect(monitor.stakeMore == 1 && monitor.stakeLess == 1 && monitor.p == 1)
    #expect(!monitor.stops)
    expectClose(monitor.lower, monitor.upper.map { -$0 }, "ends")
    #expect(BettingMonitor(differences: [9, 9, 9, 9, 9]) == nil)
    #expect(BettingMonitor(differences: [1, 2, 3, 4, 5, .nan]) == nil)
  }

  /// Far from 0 each difference doubles the stake, so that six reach 2⁶ = 64 and five
  /// could not have reached 40.
  @Test func `Six pairs far apart may end a trial`() throws {
    let monitor = try #require(BettingMonitor(differences: [300, 300, 300, 300, 300, 300]))
    #expect(monitor.stops)
    expectClose(monitor.stakeMore, 64, "stake")
    expectClose(monitor.p, 2.0 / 64, "p")
    // What is left of a stake on the other side is what it had after one pair.
    #expect(monitor.stakeLess < 1e-60)
  }

  @Test(arguments: [6, 9, 20, 60])
  func `Arms that change names change the sides`(pairs: Int) throws {
    let differences = TrialSample(pairs: pairs, effect: 0.5).differences
    let monitor = try #require(BettingMonitor(differences: differences))
    let turned = try #require(BettingMonitor(differences: differences.map { -$0 }))
    #expect(monitor.stakeMore == turned.stakeLess && monitor.stakeLess == turned.stakeMore)
    #expect(monitor.p == turned.p && monitor.stops == turned.stops)
    expectClose(turned.lower, monitor.upper.map { -$0 }, "lower")
    expectClose(turned.upper, monitor.lower.map { -$0 }, "upper")
  }

  /// What was once reached is not taken back by later pairs.
  @Test func `The largest stake counts, not the last`() throws {
    let good = [Double](repeating: 2, count: 8)
    let stopped = try #require(BettingMonitor(differences: good))
    let later = try #require(BettingMonitor(differences: good + [-2, -2, -2, -2]))
    #expect(stopped.stops && later.stops && later.stakeMore == stopped.stakeMore)
  }

  /// Beyond the ends the stake reaches 40, within it does not.
  @Test func `The interval holds what the bets have not refuted`() throws {
    let differences = TrialSample(pairs: 24, effect: 1).differences
    let monitor = try #require(BettingMonitor(differences: differences))
    let (lower, upper) = try (#require(monitor.lower), #require(monitor.upper))
    for (effect, sign) in [(lower, 1.0), (upper, -1)] {
      let beyond = BettingProcess.stake(differences, shift: effect - sign * 1e-6, sign: sign)
      let within = BettingProcess.stake(differences, shift: effect + sign * 1e-6, sign: sign)
      #expect(beyond >= 40 && within < 40)
    }
  }

  @Test(Shared.isNeeded) func `Looks equal the reference`() throws {
    let cases = try Shared.json("method/fixtures/section6.dev.json")["peek"].array
    #expect(cases.count >= 7)
    for entry in cases {
      let expected = entry["expected"]
      let monitor = BettingMonitor(differences: entry["D"].numbers.compactMap { $0 })
      expectClose(monitor?.stakeMore, expected["stake_more"], "more")
      expectClose(monitor?.stakeLess, expected["stake_less"], "less")
      expectClose(monitor?.p, expected["p"], "p")
      expectClose(monitor?.lower, expected["ci"].numbers.first ?? nil, "lower")
      expectClose(monitor?.upper, expected["ci"].numbers.last ?? nil, "upper")
      #expect(String(monitor?.stops ?? false) == expected["stop"].text)
    }
  }
}
