import Correlator
import Testing

@Suite struct HolmTests {
  /// Expected by `method/reference.py`.
  @Test(Shared.isNeeded) func `Adjusted p-values equal the reference`() throws {
    let cases = try Shared.json("method/fixtures/nof1_and_misc.dev.json")["holm"].array
    #expect(!cases.isEmpty)
    for entry in cases {
      let adjusted = holm(entry["p"].numbers.compactMap { $0 })
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
  /// Expected by `method/reference.py`.
  @Test(Shared.isNeeded) func `The variance between groups equals the reference`() throws {
    let cases = try Shared.json("method/fixtures/nof1_and_misc.dev.json")["paule_mandel"].array
    #expect(!cases.isEmpty)
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
  /// Expected by `method/reference.py`; the algorithm's authors give the same.
  @Test(Shared.isNeeded) func `The first numbers equal the reference`() throws {
    let expected = try Shared.json("method/fixtures/nof1_and_misc.dev.json")["splitmix64"]
    let seed = try #require(expected["seed"].int)
    var random = SplitMix64(seed: UInt64(seed))
    for text in expected["first12_uint64_decimal_strings"].array {
      #expect(String(random.next()) == text.string)
    }
  }
}
