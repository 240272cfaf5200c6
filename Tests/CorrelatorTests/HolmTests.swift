import Correlator
import Testing

@Suite struct HolmTests {
  /// Expected by numpy.
  @Test func `Adjusted p-values equal the reference`() throws {
    let cases = try Fixture.tables("nof1_and_misc.dev.json").flatMap { $0["holm"].array }
    #expect(cases.count >= 4)
    for entry in cases {
      let adjusted = holm(entry["p"].numbers.compactMap { $0 })
      #expect(adjusted.count == entry["holm"].array.count)
      for (value, expected) in zip(adjusted, entry["holm"].numbers) {
        expectClose(value, expected, "Holm")
      }
    }
  }

  /// Holm 1979 by hand: 3 × 0.01, then 2 × 0.015 = 0.03 again, then 0.04.
  @Test func `A later p-value is never below an earlier one`() {
    let adjusted = holm([0.04, 0.01, 0.0125])
    for (value, expected) in zip(adjusted, [0.04, 0.03, 0.03]) {
      expectClose(value, expected, "Holm", tolerance: 1e-15)
    }
    #expect(holm([]).isEmpty)
  }
}

@Suite struct PauleMandelTests {
  /// Expected by scipy, as the root of its equation.
  @Test func `The variance between groups equals the reference`() throws {
    let cases = try Fixture.tables("nof1_and_misc.dev.json").flatMap { $0["paule_mandel"].array }
    #expect(cases.count >= 3)
    for entry in cases {
      let value = pauleMandel(
        entry["b"].numbers.compactMap { $0 }, variances: entry["v"].numbers.compactMap { $0 })
      expectClose(value, entry["tau2"], "tau²", tolerance: 1e-8)
    }
  }

  /// With equal errors v, τ² is the sample variance less v.
  @Test func `Equal errors leave the rest of the sample variance`() {
    expectClose(pauleMandel([1, 2, 6], variances: [0.5, 0.5, 0.5]), 6.5, "tau²")
    #expect(pauleMandel([1, 1.1, 0.9], variances: [1, 1, 1]) == 0)
    #expect(pauleMandel([1], variances: [1]) == 0)
  }
}

@Suite struct SplitMix64Tests {
  /// Expected by an implementation in Python; the algorithm's authors give the same.
  @Test func `The first numbers equal the reference`() throws {
    for table in try Fixture.tables("nof1_and_misc.dev.json") {
      let expected = table["splitmix64"]
      let seed = try #require(expected["seed"].int)
      var random = SplitMix64(seed: UInt64(seed))
      let numbers = expected["first12_uint64_decimal_strings"].array.compactMap(\.string)
      #expect(numbers.count == 12)
      #expect(numbers == numbers.map { _ in String(random.next()) })
    }
  }
}
