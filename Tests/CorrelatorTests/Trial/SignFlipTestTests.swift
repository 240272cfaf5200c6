import Testing

@testable import Correlator

@Suite struct SignFlipTestTests {
  /// Six differences of 1: only all signs alike are as far from 0, 2 patterns of 64.
  @Test func `Six pairs that agree are the least that counts`() throws {
    let six = try #require(SignFlipTest(differences: [1, 1, 1, 1, 1, 1]))
    #expect(six.p == 2.0 / 64 && six.mean == 1 && six.hodgesLehmann == 1 && six.isExact)
    #expect(six.ci95 == Interval(lower: 1, upper: 1))
    let five = try #require(SignFlipTest(differences: [1, 1, 1, 1, 1]))
    #expect(five.p == 2.0 / 32 && five.ci95 == nil)
    #expect(SignFlipTest.fewestPairs == 6)
  }

  /// ±1 ±2 ±4: all sums differ, so 7 is reached by two of the eight patterns; 3 by
  /// those of 7, 5 and 3.
  @Test func `Small trials are counted by hand`() throws {
    #expect(try #require(SignFlipTest(differences: [1, 2, 4])).p == 2.0 / 8)
    #expect(try #require(SignFlipTest(differences: [1, -2, 4])).p == 6.0 / 8)
    let one = try #require(SignFlipTest(differences: [-3]))
    #expect(one.p == 1 && one.mean == -3 && one.hodgesLehmann == -3 && one.ci95 == nil)
    // Subset means of 1…6 in order: 1, 1.5, …: the first and the last of 63.
    let six = try #require(SignFlipTest(differences: [6, 2, 5, 1, 4, 3]))
    #expect(six.ci95 == Interval(lower: 1, upper: 6))
    #expect(six.hodgesLehmann == 3.5)
  }

  @Test(arguments: [1, 6, 14, 15, 20, 40])
  func `Pairs without any difference show nothing`(pairs: Int) throws {
    let test = try #require(SignFlipTest(differences: [Double](repeating: 0, count: pairs)))
    #expect(test.p == 1 && test.mean == 0 && test.hodgesLehmann == 0)
    #expect(test.ci95 == (pairs < 6 ? nil : Interval(lower: 0, upper: 0)))
    #expect(test.isExact == (pairs <= 14))
  }

  @Test func `Nothing to test gives nothing`() {
    #expect(SignFlipTest(differences: []) == nil)
    #expect(SignFlipTest(differences: [1, .nan, 2]) == nil)
    #expect(SignFlipTest(differences: [1, .infinity]) == nil)
  }

  /// The arms are only names.
  @Test(arguments: [3, 6, 11, 14, 15, 27, 40])
  func `Arms that change names change the sign and nothing else`(pairs: Int) throws {
    let differences = TrialSample(pairs: pairs, effect: 0.4).differences
    let test = try #require(SignFlipTest(differences: differences))
    let turned = try #require(SignFlipTest(differences: differences.map { -$0 }))
    #expect(test.p == turned.p)
    expectClose(turned.mean, -test.mean, "mean")
    expectClose(turned.hodgesLehmann, -test.hodgesLehmann, "Hodges and Lehmann")
    expectClose(turned.ci95?.lower, test.ci95.map { -$0.upper }, "lower")
    expectClose(turned.ci95?.upper, test.ci95.map { -$0.lower }, "upper")
  }

  /// Points added to every difference move the estimates by as much.
  @Test(arguments: [8, 14, 15, 33])
  func `The interval moves with the effect`(pairs: Int) throws {
    let differences = TrialSample(pairs: pairs, effect: 0).differences
    let test = try #require(SignFlipTest(differences: differences))
    let moved = try #require(SignFlipTest(differences: differences.map { $0 + 2 }))
    expectClose(moved.ci95?.lower, test.ci95.map { $0.lower + 2 }, "lower")
    expectClose(moved.ci95?.upper, test.ci95.map { $0.upper + 2 }, "upper")
    let interval = try #require(test.ci95)
    #expect(interval.lower <= test.hodgesLehmann && test.hodgesLehmann <= interval.upper)
  }

  /// An effect inside of the interval is not rejected, one outside is.
  @Test(arguments: [6, 8, 10, 13])
  func `The interval is the test turned round`(pairs: Int) throws {
    let differences = TrialSample(pairs: pairs, effect: 0.7).differences
    let interval = try #require(SignFlipTest(differences: differences)?.ci95)
    func p(less effect: Double) throws -> Double {
      try #require(SignFlipTest(differences: differences.map { $0 - effect })).p
    }
    #expect(try p(less: interval.lower - 1e-6) <= 0.05)
    #expect(try p(less: interval.upper + 1e-6) <= 0.05)
    #expect(try p(less: interval.lower + 1e-6) > 0.05 - 1e-9)
    #expect(try p(less: interval.upper - 1e-6) > 0.05 - 1e-9)
  }

  /// Counted in full here: 2¹⁶ patterns.
  @Test func `Drawn patterns come close to all of them`() throws {
    let differences = TrialSample(pairs: 16, effect: 0.35).differences
    let test = try #require(SignFlipTest(differences: differences))
    #expect(!test.isExact)
    let total = differences.reduce(0, +)
    let far = (0..<(1 << 16)).count { pattern in
      let turned = differences.indices.reduce(0.0) {
        pattern >> $1 & 1 == 1 ? $0 + differences[$1] : $0
      }
      return abs(total - 2 * turned) >= abs(total) - 1e-9
    }
    let exact = Double(far) / 65_536
    #expect(exact > 0.001 && exact < 0.5)
    #expect(abs(test.p - exact) < 4 * (exact / 9999).squareRoot())
    // A drawn p is never 0.
    let sure = try #require(SignFlipTest(differences: [Double](repeating: 2, count: 40)))
    #expect(sure.p == 1.0 / 10_000 && sure.ci95 == Interval(lower: 2, upper: 2))
  }

  @Test(Shared.isNeeded) func `Exact tests equal the reference`() throws {
    let misc = try Shared.json("method/fixtures/nof1_and_misc.dev.json")["signflip"].array
    let looks = try Shared.json("method/fixtures/section6.dev.json")["peek"].array
    let cases = misc.map { ($0["D"], $0["expected"]) } + looks.map { ($0["D"], $0["end"]) }
    #expect(cases.count >= 13)
    for (differences, expected) in cases {
      let test = try #require(
        SignFlipTest(differences: differences.numbers.compactMap { $0 }))
      expectClose(test.mean, expected["mean"], "mean")
      expectClose(test.p, expected["p"], "p")
      expectClose(test.hodgesLehmann, expected["hodges_lehmann"], "Hodges and Lehmann")
      expectClose(test.ci95?.lower, expected["ci"].numbers.first ?? nil, "lower")
      expectClose(test.ci95?.upper, expected["ci"].numbers.last ?? nil, "upper")
    }
  }
}
