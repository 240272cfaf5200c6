import CivilDay
import Correlator
import Foundation
import Testing

@Suite struct LagProfileTests {
  /// Expected by numpy, with p-values by scipy 1.17.
  @Test(arguments: Fixture.all)
  func `The profile of a simulated diary equals the reference`(fixture: Fixture) throws {
    let expected = fixture.expected["by_lag"].array
    let lags = expected.compactMap { $0["lag"].int }
    let first = try #require(lags.first)
    let last = try #require(lags.last)
    let profile = lagProfile(load: fixture.load, pain: fixture.pain, lags: first...last)
    #expect(profile.map(\.lag) == lags)
    for (result, expected) in zip(profile, expected) {
      func check(_ value: Double?, _ key: String) {
        expectClose(value, expected[key], "\(key) at lag \(result.lag)")
      }
      #expect(result.n == expected["n"].int)
      check(result.pearson.r, "pearson")
      check(result.spearman.r, "spearman")
      check(result.kendallTau, "kendall_tau_b")
      check(result.pearson.effectiveN, "neff_pearson")
      check(result.spearman.effectiveN, "neff_spearman")
      check(result.pearson.p, "p_pearson_neff")
      check(result.spearman.p, "p_spearman_neff")
      for (interval, key) in [
        (result.pearson.ci95, "ci95_pearson_neff"), (result.spearman.ci95, "ci95_spearman_neff"),
      ] {
        #expect((interval == nil) == expected[key].isNull, "\(key) at lag \(result.lag)")
        expectClose(interval?.lower, expected[key].numbers.first ?? nil, "\(key), lower")
        expectClose(interval?.upper, expected[key].numbers.last ?? nil, "\(key), upper")
      }
    }
  }

  /// Expected by scipy 1.17 and R on diaries of real people.
  @Test(Shared.isNeeded)
  func `Coefficients of real diaries equal those of scipy and R`() throws {
    let series = try Shared.json("data/reference/lagged_correlations_shared.json")["series"].object
    #expect(series.count >= 14)
    for (name, entry) in series {
      let file = try #require(entry["file"].string)
      let diary = try Shared.diary("data/reference/" + file)
      for (lag, expected) in entry["lags"].object {
        let lag = try #require(Int(lag))
        let result = try #require(
          lagProfile(load: diary.load, pain: diary.pain, lags: lag...lag).first)
        #expect(result.n == expected["n"].int)
        expectClose(result.pearson.r, expected["pearson"], "\(name) Pearson at lag \(lag)")
        expectClose(result.spearman.r, expected["spearman"], "\(name) Spearman at lag \(lag)")
        expectClose(result.kendallTau, expected["kendall_tau_b"], "\(name) Kendall at lag \(lag)")
      }
    }
  }

  /// By hand: deviations of 5, 8, 12, 3 and 2, 4, 6, 1 from their means.
  @Test func `A positive lag pairs load with later pain`() throws {
    let monday = Day(daysSince1970: 4)
    let load = DailySeries(firstDay: monday, values: [5, 8, 12, 3, 0])
    let pain = DailySeries(firstDay: monday, values: [0, 2, 4, 6, 1])
    let result = try #require(lagProfile(load: load, pain: pain, lags: 1...1).first)
    #expect(result.n == 4)
    expectClose(result.pearson.r, 26 / (46.0 * 14.75).squareRoot(), "r")
    expectClose(result.kendallTau, 1, "tau")
    #expect(result.spearman.r == 1)
    #expect(result.spearman.p == 0)
    #expect(result.spearman.ci95 == nil)
  }

  /// The same days, told with different first days.
  @Test func `Series may start on different days`() {
    let day = Day(daysSince1970: 20_000)
    let load = DailySeries(firstDay: day, values: [nil, nil, 3, 1, 4, 1, 5, 9, nil])
    let short = DailySeries(firstDay: day + 2, values: [3, 1, 4, 1, 5, 9])
    let pain = DailySeries(firstDay: day + 4, values: [2, 7, 1, 8, 2, 8, 1, 8])
    let later = DailySeries(firstDay: day, values: [nil, nil, nil, nil] + pain.values)
    let profile = lagProfile(load: load, pain: later, lags: -7...14)
    #expect(profile == lagProfile(load: short, pain: pain, lags: -7...14))
    #expect(profile.map(\.n).max() == 6)
  }

  @Test func `Nothing is undefined as zero or as not a number`() {
    let day = Day(daysSince1970: 0)
    let cases: [[Double?]] = [
      [], [1], [nil, nil, nil], [2, 2, 2, 2, 2, 2], [1, 2],
      [Double?](repeating: 0.1, count: 700), [1e160, -1e160, 3, 4, 1e160],
    ]
    for values in cases {
      let series = DailySeries(firstDay: day, values: values)
      let varied = DailySeries(firstDay: day + 1, values: (0..<9).map { Double($0 % 5) })
      for (load, pain) in [(series, series), (series, varied), (varied, series)] {
        let lags = lagProfile(load: load, pain: pain, lags: -3...3)
        for estimate in lags.flatMap({ [$0.pearson, $0.spearman] }) {
          let numbers = [
            estimate.r, estimate.effectiveN, estimate.p, estimate.ci95?.lower,
            estimate.ci95?.upper,
          ]
          #expect(numbers.allSatisfy { $0?.isFinite ?? true })
          if estimate.r == nil { #expect(numbers.allSatisfy { $0 == nil }) }
        }
      }
    }
    let constant = DailySeries(firstDay: day, values: [Double?](repeating: 0.1, count: 90))
    let profile = lagProfile(load: constant, pain: constant, lags: 0...5)
    #expect(profile.allSatisfy { $0.pearson.r == nil && $0.spearman.r == nil })
    #expect(profile.allSatisfy { $0.kendallTau == nil && $0.n > 80 })
  }

  /// A correlation does not change when its sides are shifted and stretched,
  /// here by an amount that leaves seven digits of the values.
  @Test func `A large offset costs no digits`() throws {
    var random = Random(seed: 7)
    let values = (0..<40).map { _ in (Double(random.below(2048)), Double(random.below(2048))) }
    let day = Day(daysSince1970: 0)
    let plain = lagProfile(
      load: DailySeries(firstDay: day, values: values.map(\.0)),
      pain: DailySeries(firstDay: day, values: values.map(\.1)), lags: 0...2)
    let shifted = lagProfile(
      load: DailySeries(firstDay: day, values: values.map { $0.0 / 64 + 1e6 }),
      pain: DailySeries(firstDay: day, values: values.map { 1e6 - $0.1 / 64 }), lags: 0...2)
    for (a, b) in zip(plain, shifted) {
      expectClose(b.pearson.r, a.pearson.r.map { -$0 }, "r")
      expectClose(b.pearson.effectiveN, a.pearson.effectiveN, "N*")
    }
  }
}
