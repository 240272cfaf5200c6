import Correlator
import Foundation
import Testing

@Suite struct StudentTTests {
  /// Expected by scipy 1.17 `stats.t`.
  @Test func `Tails and quantiles equal those of scipy`() throws {
    let fixtures = try Fixture.tables("tdist.dev.json")
    let cdf = fixtures.flatMap { $0["cdf"].array }
    #expect(cdf.count > 20)
    for entry in cdf {
      let (t, df) = (try #require(entry["t"].number), try #require(entry["df"].number))
      let p = StudentT.twoSidedP(t, degreesOfFreedom: df)
      let expected = try #require(entry["two_sided_p"].number)
      expectClose(p, expected, "t = \(t), df = \(df)", tolerance: 1e-11)
      expectClose(p.map { $0 / expected }, 1, "relative, t = \(t), df = \(df)")
    }
    let quantiles = fixtures.flatMap { $0["quantile"].array }
    #expect(quantiles.count > 20)
    for entry in quantiles {
      let (p, df) = (try #require(entry["prob"].number), try #require(entry["df"].number))
      let t = StudentT.quantile(p, degreesOfFreedom: df)
      expectClose(t, entry["quantile"], "p = \(p), df = \(df)")
    }
  }

  /// With two degrees of freedom, 1 − *t* / √(2 + *t*²); written so that nothing
  /// cancels.
  @Test(arguments: [1e-9, 0.3, 1, 2, 50, 1e6, 1e100])
  func `The tail with two degrees of freedom has a closed form`(t: Double) {
    let expected = 2 / (2 + t * t) / (1 + t / (2 + t * t).squareRoot())
    let p = StudentT.twoSidedP(t, degreesOfFreedom: 2)
    expectClose(p.map { $0 / expected }, 1, "relative, t = \(t)", tolerance: 1e-12)
  }

  /// With one degree of freedom, Cauchy's distribution: 1/2 + atan(*t*) / π.
  @Test func `The quantile with one degree of freedom is a tangent`() {
    for p in stride(from: 0.05, to: 1, by: 0.05) {
      let expected = tan(Double.pi * (p - 0.5))
      expectClose(StudentT.quantile(p, degreesOfFreedom: 1), expected, "p = \(p)")
    }
  }

  @Test(arguments: [0.3, 1, 2.5, 5, 30, 363.7, 18_000, 1e7])
  func `The quantile undoes the distribution`(df: Double) {
    for p in [1e-12, 0.001, 0.025, 0.2, 0.49, 0.5, 0.51, 0.95, 0.975, 0.999] {
      let t = StudentT.quantile(p, degreesOfFreedom: df)
      let outside = t.flatMap { StudentT.twoSidedP($0, degreesOfFreedom: df) }
      expectClose(
        outside.map { p < 0.5 ? $0 / 2 : 1 - $0 / 2 }, p, "p = \(p), df = \(df)",
        tolerance: 1e-12)
    }
  }

  @Test func `Arguments out of range have no answer`() {
    #expect(StudentT.twoSidedP(1, degreesOfFreedom: 0) == nil)
    #expect(StudentT.twoSidedP(1, degreesOfFreedom: -1) == nil)
    #expect(StudentT.twoSidedP(1, degreesOfFreedom: .infinity) == nil)
    #expect(StudentT.twoSidedP(.nan, degreesOfFreedom: 3) == nil)
    #expect(StudentT.quantile(0, degreesOfFreedom: 3) == nil)
    #expect(StudentT.quantile(1, degreesOfFreedom: 3) == nil)
    #expect(StudentT.twoSidedP(.infinity, degreesOfFreedom: 3) == 0)
    #expect(StudentT.twoSidedP(0, degreesOfFreedom: 3) == 1)
  }
}
