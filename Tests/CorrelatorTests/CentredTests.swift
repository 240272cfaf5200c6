import Foundation
import Testing

@testable import Correlator

@Suite struct CentredTests {
  /// The certified values of the NIST Statistical Reference Datasets.
  ///
  /// The last two series hold decimals that binary numbers miss in the ninth
  /// and eighth significant digit of the deviation.
  @Test(
    Shared.isNeeded,
    arguments: [
      ("PiDigits", 1e-13), ("Lottery", 1e-13), ("Lew", 1e-13), ("Mavro", 1e-12),
      ("Michelso", 1e-12), ("NumAcc1", 1e-13), ("NumAcc2", 1e-13), ("NumAcc3", 2e-9),
      ("NumAcc4", 2e-8),
    ])
  func `Mean, deviation and autocorrelation agree with NIST`(
    name: String, tolerance: Double
  ) throws {
    let lines = try Shared.text("data/reference/nist_strd/univerient/\(name).dat")
      .components(separatedBy: .newlines)
    func certified(_ title: String) throws -> Double {
      let line = try #require(lines.first { $0.hasPrefix(title) && $0.contains(":") })
      let words = line.split(separator: ":").last?.split(separator: " ") ?? []
      return try #require(words.first.flatMap { Double($0) })
    }
    let data = try #require(lines.lastIndex { $0.hasPrefix("Data:") })
    var values = lines[data...].compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
    let n = values.count

    let result = Centred(&values, count: n)
    expectClose(result.mean, try certified("Sample Mean"), "mean", tolerance: 1e-14)
    expectClose(
      (result.sumOfSquares / Double(n - 1)).squareRoot(), try certified("Sample Standard"),
      "standard deviation", tolerance: tolerance)
    expectClose(
      dot(Array(values.dropLast()), Array(values.dropFirst()), count: n - 1)
        / result.sumOfSquares,
      try certified("Sample Autocorrelation"), "autocorrelation", tolerance: tolerance)
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
