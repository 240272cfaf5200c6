import TestSupport
import Testing

@testable import WrittenValues

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
    (1.005, 2, "1.00"), (2.675, 2, "2.67"), (0.05, 1, "0.1"), (0.25, 1, "0.2"), (9.95, 1, "9.9"),
    (9.96, 1, "10.0"), (-0.04, 1, "0.0"), (-0.0, 2, "0.00"), (-0.06, 1, "-0.1"),
    (-12.5, 1, "-12.5"),
    (1e21, 1, "1000000000000000000000.0"), (8200, 0, "8200"), (0.1, 20, "0.10000000000000000555"),
  ])
  func `Fixed decimals round the exact value, ties to even`(
    value: Double, decimals: Int, expected: String
  ) {
    #expect(NumberText.fixed(value, decimals) == expected)
  }

  @Test(arguments: [nil, .nan, .infinity, -.infinity] as [Double?])
  func `A value that is not known is never a number`(value: Double?) {
    #expect(NumberText.fixed(value, 1) == "–")
    #expect(NumberText.signed(value, 1) == "–")
    #expect(NumberText.shortest(value) == "–")
  }

  @Test(arguments: [
    (0.34, "+0.3"), (-0.36, "-0.4"), (0, "0.0"), (-0.0, "0.0"), (0.04, "0.0"), (-0.04, "0.0"),
    (12, "+12.0"),
  ])
  func `A signed number shows its direction, zero has none`(value: Double, expected: String) {
    #expect(NumberText.signed(value, 1) == expected)
  }

  @Test(arguments: [
    (8.0, "8"), (8.2, "8.2"), (-0.0, "0"), (0.1 + 0.2, "0.30000000000000004"), (1e-7, "1e-07"),
    (1e16, "1e+16"), (-1.5, "-1.5"), (.leastNonzeroMagnitude, "5e-324"), (100, "100"),
  ])
  func `The shortest text reads back as the same number`(value: Double, expected: String) {
    #expect(NumberText.shortest(value) == expected)
    #expect(Double(expected) == value)
  }

  @Test func `The largest number fits`() {
    let text = NumberText.fixed(-.greatestFiniteMagnitude, 30)
    #expect(text.count == 1 + 309 + 1 + 30)
    #expect(Double(text) == -.greatestFiniteMagnitude)
  }

  @Test(.enabled(if: PythonReference.path != nil, "needs python3"))
  func `Thousands of numbers look as Python formats them`() throws {
    var random = SplitMix64(seed: 20_261_123)
    let cases = (0..<6000).map { index -> (Double, Int) in
      let value =
        switch index % 4 {
        case 0: Double.random(in: -100...100, using: &random)
        // Halves of the last digit, where rounding has to be exact.
        case 1: Double(Int.random(in: -99_999...99_999, using: &random)) / 1000
        case 2: Double(Int.random(in: -9999...9999, using: &random)) / 16
        default: Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
        }
      return (value.isFinite ? value : 0, Int.random(in: 0...6, using: &random))
    }
    // `z` drops the sign of a zero, as nerve does.
    let script = """
      import sys
      for line in sys.stdin.read().split("\\n")[:-1]:
          bits, decimals = line.split()
          value = float.fromhex(bits)
          print(format(value, f"z.{decimals}f"))
      """
    let input = cases.map { "\(hex($0.0)) \($0.1)\n" }.joined()
    let lines = try PythonReference.run(script, input: input).split(separator: "\n")
    #expect(lines.count == cases.count)
    for ((value, decimals), line) in zip(cases, lines) {
      #expect(NumberText.fixed(value, decimals) == line)
    }
  }

  /// The exact value for Python's `float.fromhex`.
  private func hex(_ value: Double) -> String {
    guard value != 0 else { return "0x0p0" }
    let significand = UInt64(value.significand * 0x1p52)
    return "\(value < 0 ? "-" : "")0x\(String(significand, radix: 16))p\(Int(value.exponent) - 52)"
  }

  @Test(
    arguments: [
      (0.1 + 0.2, "0.3"), (1 / 3.0, "0.333333333333333"), (2 / 3.0, "0.666666666666667"),
      (8, "8.0"), (-0.1 - 0.2, "-0.3"), (0, "0.0"), (48.56666666666667, "48.5666666666667"),
      (99.99999999999999, "100.0"), (-9.999999999999998, "-10.0"),
      (123_456_789.123456789, "123456789.123457"),
      (9_007_199_254_740_991, "9007199254740991.0"), (1e21 / 3, "3.33333333333333e+20"),
      (1e-7, "1e-07"), (0.00012345678901234567, "0.000123456789012346"), (.infinity, "Inf"),
      (-.infinity, "-Inf"), (1e300, "1e+300"),
    ] as [(Double, String)])
  func `A number to read has at most 15 digits that count`(number: Double, text: String) {
    #expect(NumberText.readable(number) == text)
  }
}
