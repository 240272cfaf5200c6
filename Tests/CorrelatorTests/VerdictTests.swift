import CivilDay
import Testing

@testable import Correlator

/// Every number of the reference's verdict and of its neighbours.
@Suite struct VerdictTests {
  @Test(arguments: Fixture.withVerdict)
  func `The verdict of a simulated diary equals the reference`(fixture: Fixture) throws {
    let expected = fixture.expected["verdict"]
    let analysis = analyse(fixture.diary, limit: fixture.limit)
    let verdict = analysis.verdict
    #expect(verdict.kind.rawValue == expected["kind"].string)
    #expect(verdict.reason.rawValue == expected["reason"].string)
    #expect(verdict.lags == expected["lags"].array.compactMap(\.int))
    #expect(verdict.since == expected["since"].int)
    #expect(verdict.allDaysKind.rawValue == expected["all_days_kind"].string)
    #expect(verdict.moreDays == expected["more_days"].int)
    if !expected["direction"].isNull {
      #expect(verdict.direction?.rawValue == expected["direction"].int)
    }
    #expect(verdict.hurtingBands == expected["more_pain_bands"].array.compactMap(\.int))
    #expect(verdict.easingBands == expected["less_pain_bands"].array.compactMap(\.int))
    #expect(analysis.timingInUse.rawValue == expected["timing_used"].string)
    #expect(String(analysis.timingIsDoubtful) == expected["timing_doubtful"].text)
    expectClose(verdict.couldBeMissed, expected["could_be_missed"], "U")
    expectClose(verdict.smallestP, expected["smallest_p"], "smallest p")
    if !expected["pairs_needed"].isNull {
      #expect(verdict.pairsNeeded == expected["pairs_needed"].int)
      #expect(verdict.pairsNow == expected["pairs_now"].int)
    }
    expectHalf(verdict.earlier?.earlier, expected["earlier"], "the earlier part")
    #expect(verdict.earlier?.lag == expected["earlier"]["lag"].int)
    guard let evidence = verdict.evidence else { return }
    #expect(evidence.pairs == expected["pairs"].int)
    expectClose(evidence.typicalRun, expected["typical_run"], "typical run")
    expectClose(evidence.share, expected["share"], "share")
    expectClose(evidence.freePairs, expected["free_pairs"], "free pairs")
    #expect(evidence.secondLineColumns.map(\.rawValue) == expected["second_line"].strings)
  }

  /// The lines of both versions at lags 1 to 3, with their cross-checks.
  @Test(arguments: Fixture.withVerdict)
  func `The lines of a simulated diary equal the reference`(fixture: Fixture) throws {
    let expected = fixture.expected["verdict"]
    guard expected["since"].int == 0, !expected["main"].isNull else { return }
    let used = expected["timing_used"].string.flatMap(Timing.init)
    let model = EffectModel(PairedDays(fixture.diary), timing: try #require(used))
    let second = SecondLine(model)
    #expect((second == nil) == expected["second"].isNull)
    for lag in 1...3 {
      for (index, version) in model.versions.enumerated() {
        let key = version.rating == .afterRun ? "True" : "False"
        let first = expected["main"][key]["\(lag)"]
        let fit = try #require(version.fit(at: lag))
        expectFit(fit.estimate, first, "lag \(lag)")
        if !first["crosscheck_p"].isNull {
          expectClose(WeekCrossCheck(fit.weeks).p, first["crosscheck_p"], "check at \(lag)")
        }
        guard let fit = second?.fits(at: lag)?[index] else { continue }
        let line = expected["second"][key]["\(lag)"]
        expectFit(fit.estimate, line, "second line at \(lag)")
        if !line["crosscheck_p"].isNull {
          expectClose(WeekCrossCheck(fit.weeks).p, line["crosscheck_p"], "second check at \(lag)")
        }
      }
    }
  }

  @Test(arguments: Fixture.withVerdict)
  func `Bands of a simulated diary equal the reference`(fixture: Fixture) throws {
    let analysis = analyse(fixture.diary, limit: fixture.limit)
    expectBands(analysis.bands, fixture.expected["bands"])
    expectBands(
      analysis.verdict.evidence?.bands?.checked(), fixture.expected["verdict"]["bands"],
      isNeeded: analysis.verdict.evidence != nil)
  }

  @Test(arguments: Fixture.withVerdict)
  func `Halves and recent days equal the reference`(fixture: Fixture) throws {
    let analysis = analyse(fixture.diary, limit: fixture.limit)
    let expected = fixture.expected["halves"]
    let rating: ControlledDesign.Rating =
      fixture.diary.timing == .evening ? .afterRun : .beforeRun
    let halves = EffectVersion(PairedDays(fixture.diary), rated: rating).halves()
    #expect((halves == nil) == expected.isNull)
    #expect(halves?.split == expected["split"].int)
    for (lag, entry) in zip(halves?.lags ?? [], expected["lags"].array) {
      #expect(lag.lag == entry["lag"].int)
      expectHalf(lag.earlier, entry["earlier"], "earlier at \(lag.lag)")
      expectHalf(lag.later, entry["later"], "later at \(lag.lag)")
      expectClose(lag.z, entry["z"], "z")
      expectClose(lag.p, entry["p"], "p")
      expectClose(lag.holmP, entry["holm_p"], "Holm p")
    }
    let recent = fixture.expected["verdict"]["last_365"]
    #expect((analysis.lastYear == nil) == recent.isNull)
    for effect in analysis.lastYear ?? [] {
      let entry = recent.array.first { $0["lag"].int == effect.lag } ?? .null
      expectHalf(effect.estimate, entry, "last year at \(effect.lag)")
    }
  }

  @Test(arguments: Fixture.withVerdict)
  func `Habit cost, same day and missing ratings equal the reference`(
    fixture: Fixture
  ) throws {
    let analysis = analyse(fixture.diary, limit: fixture.limit)
    let (cost, habit) = (analysis.habitCost, fixture.expected["habit_cost"])
    #expect(cost?.pairs == habit["m"].int)
    expectClose(cost?.points, habit["points"], "habit cost")
    expectClose(cost?.standardError, habit["se"], "its standard error")
    expectClose(cost?.meanLoad, habit["mean_load"], "mean load")
    expectInterval(cost?.ci95, habit["ci95"], "its interval")
    let (day, same) = (analysis.sameDay, fixture.expected["same_day"])
    if same["reason"].isNull {
      #expect(day?.pairs == same["pairs"].int)
      #expect(day?.runDays == same["run_days"].int)
      #expect(day?.restDays == same["rest_days"].int)
      #expect(day?.afterMinusBefore?.pairs == same["after_minus_before"]["pairs"].int)
      expectClose(
        day?.afterMinusBefore?.mean, same["after_minus_before"]["mean"], "after minus before")
      for (fit, expected) in [(day?.load, same["load"]), (day?.run, same["run"])] {
        expectHalf(fit, expected, "same day")
        expectClose(fit?.share, expected["share"], "share")
      }
    } else {
      #expect(day == nil)
    }
    let days = PairedDays(fixture.diary)
    let missing = missingRatings(
      marks: days.load.map { $0.isNaN ? nil : $0 > 0 }, ratings: days.pain.map { !$0.isNaN })
    let expected = fixture.expected["missing_after_runs"]
    #expect(missing.marked == expected["days_1"].int)
    #expect(missing.others == expected["days_0"].int)
    expectClose(missing.difference?.rateAfterMarked, expected["rate_1"], "rate after runs")
    expectClose(missing.difference?.rateAfterOthers, expected["rate_0"], "rate after rest")
    expectClose(missing.difference?.points, expected["difference"], "difference")
    expectClose(missing.difference?.standardError, expected["se"], "se")
    expectInterval(missing.difference?.ci95, expected["ci95"], "interval")
  }

  /// The kinds of all diaries of the reference, also of those whose fixtures hold
  /// only a profile of lags.
  @Test(Shared.isNeeded) func `Every kind of the reference comes out`() throws {
    let kinds = try Shared.json("method/fixtures/verdict_kinds.dev.json")["series"].object
    let fixtures = (Fixture.all + Fixture.withVerdict).filter { kinds[$0.name] != nil }
    #expect(Set(fixtures.map(\.name)).count == kinds.count)
    for fixture in fixtures {
      let expected = kinds[fixture.name] ?? .null
      let analysis = analyse(fixture.diary, limit: fixture.limit)
      #expect(analysis.verdict.kind.rawValue == expected["kind"].string, "\(fixture.name)")
      #expect(analysis.verdict.reason.rawValue == expected["reason"].string, "\(fixture.name)")
      #expect(String(analysis.timingIsDoubtful) == expected["timing_doubtful"].text)
      #expect(analysis.verdict.since == expected["since"].int, "\(fixture.name)")
    }
  }

  @Test(Shared.isNeeded) func `The bar equals the reference`() throws {
    let bars = try Shared.json("method/fixtures/section6.dev.json")["bound"].array
    #expect(!bars.isEmpty)
    for bar in bars {
      let (pairs, alpha) = (try #require(bar["m"].int), try #require(bar["alpha"].number))
      let found = confidenceBar(pairs: pairs, alpha: alpha, dimensions: bar["d"].int ?? 1)
      expectClose(found, bar["value"], "bar for \(pairs) pairs")
    }
  }

  private func expectBands(_ test: BandTest?, _ expected: JSON, isNeeded: Bool = true) {
    guard isNeeded else { return }
    #expect((test == nil) == expected.isNull)
    guard let test else { return }
    #expect(test.pairs == expected["m"].int)
    #expect(test.controls == expected["q"].int)
    #expect(test.degreesOfFreedom == expected["df"].int)
    #expect(test.bands.count == expected["d"].int)
    expectClose(test.limits.lower, expected["q1"], "first third")
    expectClose(test.limits.upper, expected["q2"], "second third")
    expectClose(test.wald, expected["wald"], "W")
    expectClose(test.p, expected["p"], "p of W")
    for (band, entry) in zip(test.bands, expected["bands"].array) {
      #expect(band.index == entry["band"].int)
      #expect(band.runs == entry["runs"].int)
      expectClose(band.points, entry["b"], "points")
      expectClose(band.standardError, entry["se"], "se")
      expectClose(band.t, entry["t"], "t")
      expectClose(band.p, entry["p"], "p")
      expectInterval(band.ci95, entry["ci95"], "interval")
      expectClose(band.crossCheckP, entry["crosscheck_p"], "cross-check")
    }
  }

  private func expectHalf(_ fit: SlopeEstimate?, _ expected: JSON, _ name: String) {
    #expect(fit?.pairs == expected["m"].int, "\(name)")
    expectClose(fit?.slope, expected["b"], "slope, \(name)")
    expectClose(fit?.standardError, expected["se"], "se, \(name)")
    expectClose(fit?.p, expected["p"], "p, \(name)")
    expectInterval(fit?.ci95, expected["ci95"], "interval, \(name)")
  }

  private func expectInterval(_ interval: Interval?, _ expected: JSON, _ name: String) {
    expectClose(interval?.lower, expected.numbers.first ?? nil, "lower, \(name)")
    expectClose(interval?.upper, expected.numbers.last ?? nil, "upper, \(name)")
  }
}
