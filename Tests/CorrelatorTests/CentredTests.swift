import Foundation
import Testing

@testable import Correlator

@Suite struct CentredTests {
  @Test(arguments: KnownSample.all)
  func `Mean, deviation and autocorrelation are those that are known`(
    sample: KnownSample
  ) throws {
    var values = sample.values
    let n = values.count
    let result = Centred(&values, count: n)
    expectClose(result.mean, sample.mean, "mean", tolerance: 1e-14)
    expectClose(
      (result.sumOfSquares / Double(n - 1)).squareRoot(), sample.deviation,
      "standard deviation", tolerance: sample.tolerance)
    expectClose(
      dot(Array(values.dropLast()), Array(values.dropFirst()), count: n - 1)
        / result.sumOfSquares,
      sample.autocorrelation, "autocorrelation", tolerance: sample.tolerance)
  }

  @Test func `The certified values are read where they are`() {
    let found = KnownSample.all.map(\.name).contains("NumAcc4")
    #expect(found == Shared.isPresent)
  }

  @Test func `A constant that binary numbers cannot hold is a constant`() {
    for value in [0.1, 2.3, 1e9 / 7, -1e-9] {
      var values = [Double](repeating: value, count: 1000)
      #expect(Centred(&values, count: 1000).isConstant)
    }
    var values = [0.0, 0, 0, 1e-5]
    #expect(!Centred(&values, count: 4).isConstant)
  }
}
