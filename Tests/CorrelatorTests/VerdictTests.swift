import CivilDay
import Testing

@testable import Correlator

@Suite struct VerdictTests {
  static let judged = Fixture.all.filter { !$0.expected["verdict_alpha05"].isNull }

  /// Expected by `method/reference.py: verdict`, which judges one snapshot.
  @Test(
    Shared.isNeeded, arguments: judged, [("verdict_alpha05", 0.05), ("verdict_alpha005", 0.005)])
  func `One snapshot of a simulated diary equals the reference`(
    fixture: Fixture, level: (key: String, alpha: Double)
  ) throws {
    let expected = fixture.expected[level.key]
    let diary = PairedDays(load: fixture.load, pain: fixture.pain)
    var snapshot = Snapshot(diary, timing: .morning)
    expectClose(snapshot.runs.typicalRun, expected["typical_run"], "typical run")
    #expect(snapshot.runs.runDays == expected["run_days"].int)
    #expect(snapshot.runs.restDays == expected["rest_days"].int)
    #expect(snapshot.shortfall?.reason.rawValue == expected["reason"].string)
    if let shortfall = snapshot.shortfall {
      #expect(expected["verdict"].string == "not_enough_data")
      if let more = expected["more_pairs"].int { #expect(shortfall.pairs == 60 - more) }
      return
    }
    for (index, p) in expected["p"].numbers.enumerated() {
      expectClose(snapshot.effects[index].estimate.p, p, "p")
      expectClose(snapshot.holmP[index], expected["holm_p"].numbers[index], "Holm p")
    }
    let bounds = Bounds(snapshot, sesoi: 1)
    expectClose(bounds.largest, expected["upper_bound_points"], "upper bound")
    expectClose(bounds.standardError, expected["se_points"], "standard error")
    #expect(max(0, Int(bounds.missingPairs.rounded(.up))) == expected["more_pairs"].int)

    let counting = snapshot.counting(at: level.alpha)
    let checks = snapshot.adjustedEffects(lags: 1...3).compactMapValues(\.crossCheck?.p)
    #expect(checks.count == expected["crosscheck_p"].object.count)
    for (lag, p) in checks {
      expectClose(p, expected["crosscheck_p"]["\(lag)"], "cross-check at lag \(lag)")
    }
    if let kind = Verdict.direction(counting) {
      #expect(kind.rawValue == expected["verdict"].string)
      #expect(counting.map(\.lag) == expected["lags"].array.compactMap(\.int))
    } else {
      let other =
        bounds.largest < 1
        ? "no_link_seen" : bounds.missingPairs > 0 ? "not_enough_data" : "unclear"
      #expect(expected["verdict"].string == other)
    }
  }

  /// Expected by an implementation of METHOD 4 that this project did not write.
  @Test(Shared.isNeeded) func `The whole rule gives the expected kinds`() throws {
    let series = try Shared.json("method/fixtures/verdict_kinds.dev.json")["series"].object
    #expect(series.count >= 10)
    for (name, expected) in series {
      let fixture = try #require(Fixture.all.first { $0.name == name })
      let firstDay = try #require(expected["first_day"].string.flatMap { Day($0) })
      let analysis = analyse(
        load: DailySeries(firstDay: firstDay, values: fixture.load.values),
        pain: DailySeries(firstDay: firstDay, values: fixture.pain.values))
      #expect(analysis.verdict.kind.rawValue == expected["verdict"].string, "\(name)")
    }
  }
}
