import CivilDay
import Testing

@testable import Correlator

/// What must not change when a diary is told differently.
@Suite struct AnalysisPropertyTests {
  /// A year and a half of weekly runs and drifting pain, with gaps in both and a
  /// true effect.
  static let diary: (load: [Double?], pain: [Double?]) = {
    var random = Random(seed: 2024)
    var load: [Double?] = []
    var pain: [Double?] = []
    var level = 3.0
    var last = 0.0
    for _ in 0..<540 {
      level = 3 + 0.8 * (level - 3) + 0.1 * last + random.unit() - 0.7
      let run = random.unit() < 0.5 ? Double(random.below(40)) / 4 : 0
      last = run
      load.append(random.unit() < 0.05 ? nil : run)
      pain.append(random.unit() < 0.15 ? nil : min(10, max(0, level.rounded())))
    }
    return (load, pain)
  }()

  static let firstDay = Day(daysSince1970: 19_723)

  static func analysis(
    from day: Day = firstDay, load: (Double) -> Double = { $0 },
    pain: (Double) -> Double = { $0 }, unknownDays: Int = 0, timing: Timing = .morning
  ) -> Analysis {
    let unknown = [Double?](repeating: nil, count: unknownDays)
    return analyse(
      Diary(
        load: DailySeries(firstDay: day, values: diary.load.map { $0.map(load) } + unknown),
        pain: DailySeries(firstDay: day, values: diary.pain.map { $0.map(pain) } + unknown),
        timing: timing))
  }

  @Test(arguments: Timing.allCases)
  func `Whole weeks earlier or later change no number`(timing: Timing) {
    let plain = Self.analysis(timing: timing)
    for weeks in [-52, 1, 4000] {
      let moved = Self.analysis(from: Self.firstDay + 7 * weeks, timing: timing)
      #expect(moved.lags == plain.lags)
      #expect(moved.reverse == plain.reverse)
      #expect(moved.typicalRun == plain.typicalRun)
    }
  }

  @Test(arguments: Timing.allCases)
  func `Another unit of load changes nothing but the unit`(timing: Timing) {
    let (km, metres) = (
      Self.analysis(timing: timing), Self.analysis(load: { 1000 * $0 }, timing: timing)
    )
    #expect(km.verdict.kind == metres.verdict.kind)
    #expect(km.verdict.lags == metres.verdict.lags)
    for (a, b) in zip(km.lags, metres.lags) {
      expectSame(a.correlation, b.correlation)
      guard let a = a.adjusted, let b = b.adjusted else { continue }
      expectClose(b.estimate.slope * 1000, a.estimate.slope, "slope")
      expectClose(b.estimate.standardError * 1000, a.estimate.standardError, "se")
      expectClose(b.estimate.ci95.upper * 1000, a.estimate.ci95.upper, "interval")
      expectClose(b.estimate.p, a.estimate.p, "p")
      expectClose(b.estimate.share, a.estimate.share, "share")
      expectClose(b.estimate.partialR, a.estimate.partialR, "partial r")
      expectClose(b.pointsPerTypicalRun, a.pointsPerTypicalRun, "points")
      #expect(a.crossCheck == b.crossCheck)
    }
    expectClose(metres.verdict.couldBeMissed, km.verdict.couldBeMissed, "U")
    #expect(metres.verdict.moreDays == km.verdict.moreDays)
    expectClose(metres.habitCost?.points, km.habitCost?.points, "habit cost")
    expectClose(metres.bands?.wald, km.bands?.wald, "W")
  }

  @Test(arguments: Timing.allCases)
  func `A constant added to pain changes nothing`(timing: Timing) {
    let plain = Self.analysis(timing: timing)
    let raised = Self.analysis(pain: { $0 + 2.5 }, timing: timing)
    expectSame(plain, raised)
    #expect(plain.verdict.kind == raised.verdict.kind)
  }

  @Test(arguments: Timing.allCases)
  func `Unknown days at the end change no estimate`(timing: Timing) {
    let plain = Self.analysis(timing: timing)
    let longer = Self.analysis(unknownDays: 5, timing: timing)
    expectSame(plain.lags, longer.lags)
    expectSame(plain.reverse, longer.reverse)
    expectSame(plain.verdict, longer.verdict)
    #expect(plain.verdict.kind == longer.verdict.kind)
  }

  /// Turning the pain scale over turns every sign.
  @Test func `Relief is the mirror image of worsening`() {
    let plain = Self.analysis()
    let turned = Self.analysis(pain: { 10 - $0 })
    for (a, b) in zip(plain.lags, turned.lags) {
      expectClose(b.correlation.spearman.r, a.correlation.spearman.r.map { -$0 }, "Spearman")
      expectClose(b.correlation.kendallTau, a.correlation.kendallTau.map { -$0 }, "Kendall")
      expectClose(
        b.adjusted?.estimate.slope, a.adjusted.map { -$0.estimate.slope }, "slope")
      expectClose(b.adjusted?.holmP, a.adjusted?.holmP, "Holm p")
    }
    #expect(plain.verdict.kind == .worsens)
    #expect(turned.verdict.kind == .lessPainAfter)
  }

  /// The verdict alone is that of the whole analysis.
  @Test(arguments: Timing.allCases) func `The short way gives the same verdict`(timing: Timing) {
    let diary = Diary(
      load: DailySeries(firstDay: Self.firstDay, values: Self.diary.load),
      pain: DailySeries(firstDay: Self.firstDay, values: Self.diary.pain), timing: timing)
    #expect(analyse(diary).verdict == verdict(diary))
  }

  /// METHOD 3: the larger p of both versions, or 1 if their signs differ; the
  /// smaller slope.
  @Test func `Unknown timing combines both versions`() {
    let versions = [Timing.morning, .evening].map { Self.analysis(timing: $0) }
    let unknown = Self.analysis(timing: .unknown)
    for (index, lag) in unknown.lags.enumerated() {
      guard let effect = lag.adjusted else { continue }
      let pair = versions.compactMap { $0.lags[index].adjusted?.estimate }
      #expect(abs(effect.estimate.slope) == pair.map { abs($0.slope) }.min())
      let agree = pair[0].slope * pair[1].slope > 0
      #expect(effect.estimate.p == (agree ? pair.map(\.p).max() : 1))
    }
  }

  /// Two effects from the same days: the sum of squares weighs the months.
  @Test func `Months add up to the effect of all days`() throws {
    let (load, pain) = Self.diary
    let result = try #require(
      monthlyEffects(
        Diary(
          load: DailySeries(firstDay: Self.firstDay, values: load),
          pain: DailySeries(firstDay: Self.firstDay, values: pain), timing: .morning)))
    #expect(result.months.map(\.days).reduce(0, +) == result.overall.estimate.pairs)
    let weights = result.months.compactMap {
      $0.effect.map { 1 / ($0.standardError * $0.standardError) }
    }
    let slopes = result.months.compactMap { $0.effect?.slope }
    #expect(weights.count == result.months.count)
    let mean = zip(weights, slopes).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    expectClose(result.overall.estimate.slope, mean, "slope")
    for entry in result.months {
      let effect = try #require(entry.effect)
      let (low, high) = (min(effect.slope, mean), max(effect.slope, mean))
      #expect((low - 0.05...high + 0.05).contains(effect.shrunken))
      #expect(effect.differenceP.map { $0 <= 1 } ?? false)
    }
  }
}
