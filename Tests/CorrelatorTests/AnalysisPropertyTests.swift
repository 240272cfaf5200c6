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
      load: DailySeries(firstDay: day, values: diary.load.map { $0.map(load) } + unknown),
      pain: DailySeries(firstDay: day, values: diary.pain.map { $0.map(pain) } + unknown),
      timing: timing)
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
    expectSame(km.verdict, metres.verdict)
  }

  @Test(arguments: Timing.allCases)
  func `A constant added to pain changes nothing`(timing: Timing) {
    let plain = Self.analysis(timing: timing)
    let raised = Self.analysis(pain: { $0 + 2.5 }, timing: timing)
    expectSame(plain, raised)
    #expect(plain.verdict.kind == raised.verdict.kind)
  }

  @Test(arguments: Timing.allCases)
  func `Unknown days at the end change nothing before the month is over`(timing: Timing) {
    let plain = Self.analysis(timing: timing)
    let longer = Self.analysis(unknownDays: 5, timing: timing)
    #expect(plain.calendar?.upperBound.month == longer.calendar?.upperBound.month)
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
    #expect(turned.verdict.kind == .relieves)
  }

  /// The claim of a month end stands until the next one; a last day that ends a
  /// month is part of it.
  @Test func `A claim changes at the end of a month and not between`() {
    let (load, pain) = Self.diary
    func series(_ values: [Double?], _ days: Int) -> DailySeries {
      DailySeries(firstDay: Self.firstDay, values: Array(values.prefix(days)))
    }
    // The first day is 2024-01-01, so that these are whole months.
    let ends = Set((0..<17).map { (Self.firstDay + 31 * $0).month.lastDay - Self.firstDay + 1 })
    for end in ends where end >= 120 {
      let claims = [end, end + 1, end + 20].map { days in
        verdict(load: series(load, days), pain: series(pain, days)).kind == .worsens
      }
      #expect(Set(claims).count == 1, "\(end) days: \(claims)")
    }
    let whole = analyse(load: series(load, 366), pain: series(pain, 366)).verdict
    #expect(whole.kind == .worsens)
    #expect(whole == verdict(load: series(load, 366), pain: series(pain, 366)))
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
        load: DailySeries(firstDay: Self.firstDay, values: load),
        pain: DailySeries(firstDay: Self.firstDay, values: pain)))
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
