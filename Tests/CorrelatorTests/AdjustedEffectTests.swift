import CivilDay
import Foundation
import Testing

@testable import Correlator

@Suite struct AdjustedEffectTests {
  static let adjusted = Fixture.all.filter { !$0.expected["adjusted"].array.isEmpty }

  /// Expected by numpy, from the whole hat matrix.
  @Test(arguments: adjusted, [Timing.morning, .evening])
  func `Effects of a simulated diary equal the reference`(
    fixture: Fixture, timing: Timing
  ) throws {
    let expected = fixture.expected["adjusted"].array
    let lags = expected.compactMap { $0["lag"].int }
    let first = try #require(lags.first)
    let last = try #require(lags.last)
    let effects = adjustedEffects(fixture.diary.rated(timing), lags: first...last)
    for entry in expected {
      let lag = entry["lag"].int
      let effect = effects.first { $0.lag == lag }
      expectFit(effect?.estimate, entry[timing.rawValue], "lag \(lag ?? 0)")
    }
  }

  /// Expected by numpy.
  @Test(arguments: adjusted)
  func `The reverse arrow of a simulated diary equals the reference`(fixture: Fixture) throws {
    let diary = PairedDays(load: fixture.load, pain: fixture.pain)
    var regression = ControlledRegression(.reverse(diary), outcome: diary.load)
    let analysis = analyse(fixture.diary)
    for entry in fixture.expected["reverse"].array {
      let lag = try #require(entry["lag"].int)
      let fit = regression.fit(lag: lag)
      expectFit(fit, entry["fit"], "lag \(lag)")
      if lag < 2 { #expect(analysis.reverse[lag].estimate == fit) }
    }
  }

  /// Expected by numpy.
  @Test(arguments: adjusted)
  func `The week cross-check of a simulated diary equals the reference`(
    fixture: Fixture
  ) throws {
    let expected = fixture.expected["week_signflip_lag1"]
    let diary = PairedDays(load: fixture.load, pain: fixture.pain)
    var regression = ControlledRegression(.effect(diary, rated: .beforeRun), outcome: diary.pain)
    let fit = regression.weeklyFit(lag: 1)
    #expect((fit == nil) == expected.isNull)
    guard let sums = fit?.weeks else { return }
    let check = WeekCrossCheck(sums)
    #expect(check.weeks == expected["weeks"].int)
    #expect(check.weeksWorse == expected["weeks_positive"].int)
    expectClose(check.p, expected["p"], "p")
    #expect(WeekCrossCheck.flips == expected["B"].int)
    #expect(Int(WeekCrossCheck.seed) == expected["seed"].int)
    expectClose(sums.total, expected["T"], "T")
    for (sum, expected) in zip(sums.scaled, expected["G"].numbers) {
      expectClose(sum, expected, "G")
    }
  }

  @Test(arguments: KnownLine.all)
  func `With a constant alone the fit is the line that is known`(line: KnownLine) throws {
    let (x, y, count) = (line.x, line.y, line.x.count)
    var regression = ControlledRegression(
      ControlledDesign(
        days: (0..<count).map { Int32($0) }, weekday: { _ in 0 }, regressor: x, columns: []),
      outcome: y)
    let estimate = regression.fit(lag: 0)
    let fit = try #require(estimate)
    expectClose(fit.slope, line.slope, "slope", tolerance: 1e-13)
    expectClose(
      fit.residualVariance.squareRoot(), line.residualDeviation, "residual deviation",
      tolerance: 1e-12)
    expectClose(
      (fit.residualVariance / fit.regressorSquares).squareRoot(), line.slopeDeviation,
      "deviation of the slope", tolerance: 1e-15)
    let intercept = (y.reduce(0, +) - fit.slope * x.reduce(0, +)) / Double(count)
    expectClose(intercept, line.intercept, "intercept", tolerance: 1e-12)
  }

  /// A control that repeats another must change nothing; it makes the fit leave
  /// the common basis for a factorisation of its own.
  @Test(arguments: [0, 1, 7]) func `Both ways to fit give the same numbers`(lag: Int) throws {
    var random = Random(seed: 5)
    let load = (0..<300).map { _ in Double(random.below(4)) * random.unit() }
    let pain = (0..<300).map { _ in random.unit() < 0.4 ? Double.nan : Double(random.below(8)) }
    let control = (0..<300).map { _ in random.unit() }
    let days = (0..<300).filter { !$0.isMultiple(of: 11) }.map { Int32($0) }
    func fit(_ columns: [[Double]]) throws -> SlopeEstimate {
      var regression = ControlledRegression(
        ControlledDesign(days: days, weekday: { $0 % 7 }, regressor: load, columns: columns),
        outcome: pain)
      let fit = regression.fit(lag: lag)
      return try #require(fit)
    }
    let plain = try fit([control])
    for repeated in [[control, control], [[Double](repeating: 2, count: 300), control]] {
      let other = try fit(repeated)
      #expect(plain.pairs == other.pairs && plain.controls == other.controls)
      expectSame(plain, other, tolerance: 1e-13)
    }
  }
}

/// Expects a fit to have the numbers of `reference.py: fit`.
func expectFit(
  _ fit: SlopeEstimate?, _ expected: JSON, _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let fit, !expected.isNull else {
    #expect((fit == nil) == expected.isNull, "\(name)", sourceLocation: sourceLocation)
    return
  }
  func check(_ value: Double?, _ key: String) {
    expectClose(value, expected[key], "\(key), \(name)", sourceLocation: sourceLocation)
  }
  func check(_ interval: Interval?, _ key: String) {
    let limits = expected[key].numbers
    expectClose(
      interval?.lower, limits.first ?? nil, "\(key), \(name)", sourceLocation: sourceLocation)
    expectClose(
      interval?.upper, limits.last ?? nil, "\(key), \(name)", sourceLocation: sourceLocation)
  }
  #expect(fit.pairs == expected["m"].int, "\(name)", sourceLocation: sourceLocation)
  #expect(fit.controls == expected["q"].int, "\(name)", sourceLocation: sourceLocation)
  #expect(fit.degreesOfFreedom == expected["df"].int, "\(name)", sourceLocation: sourceLocation)
  check(fit.slope, "b")
  check(fit.standardError, "se")
  check((fit.residualVariance / fit.regressorSquares).squareRoot(), "se_ols")
  check(fit.share, "share")
  check(fit.partialR, "r_partial")
  check(fit.t, "t")
  check(fit.p, "p")
  check(fit.ci95, "ci95")
  check(fit.ci90, "ci90")
  check(fit.partialRCI95, "r_partial_ci95")
}
