import CivilDay
import Testing

@testable import Correlator

@Suite struct EffectiveSizeTests {
  /// The sums as their definition says, for lengths around the block size.
  @Test(arguments: [(1, 3), (40, 16), (256, 100), (1000, 127), (1000, 128), (777, 300)])
  func `Sums by Fourier transform equal plain sums`(length: Int, longest: Int) {
    var random = Random(seed: UInt64(length))
    let x = (0..<length).map { _ in random.unit() - 0.4 }
    let y = (0..<length).map { _ in 2 * random.unit() - 1 }
    var sums = AutocovarianceSums(longestLag: longest)
    func buffer(_ values: [Double]) -> Buffer {
      let buffer = Buffer(count: values.count)
      for (index, value) in values.enumerated() { buffer[index] = value }
      return buffer
    }
    // The second call must not see anything of the first.
    sums.compute(buffer([5] + x), buffer([7] + y))
    sums.compute(buffer(x), buffer(y))
    for j in 0...longest {
      let shifted = 0..<max(0, length - j)
      expectClose(sums.first[j], shifted.reduce(0) { $0 + x[$1] * x[$1 + j] }, "x at \(j)")
      expectClose(
        sums.second[j], shifted.reduce(0) { $0 + y[$1] * y[$1 + j] }, "y at \(j)")
    }
  }

  /// METHOD's formula, written out: long enough for the Fourier transform, with
  /// gaps in both series and with a trend in both.
  @Test(arguments: [0, 1, -2])
  func `A long series with gaps follows the formula`(lag: Int) throws {
    var random = Random(seed: 99)
    func values() -> [Double?] {
      var level = 0.0
      return (0..<900).map { _ in
        level = 0.9 * level + random.unit() - 0.5
        return random.unit() < 0.2 ? nil : level
      }
    }
    let (load, pain) = (values(), values())
    let day = Day(daysSince1970: 0)
    let result = try #require(
      lagProfile(
        load: DailySeries(firstDay: day, values: load),
        pain: DailySeries(firstDay: day, values: pain), lags: lag - 1...lag + 1
      ).dropFirst().first)

    let times = load.indices.filter {
      load[$0] != nil && pain.indices.contains($0 + lag) && pain[$0 + lag] != nil
    }
    let n = Double(times.count)
    func centred(_ value: (Int) -> Double) -> [Int: Double] {
      let mean = times.reduce(0) { $0 + value($1) } / n
      return Dictionary(uniqueKeysWithValues: times.map { ($0, value($0) - mean) })
    }
    let x = centred { load[$0] ?? .nan }
    let y = centred { pain[$0 + lag] ?? .nan }
    func variance(_ side: [Int: Double]) -> Double {
      times.reduce(0) { $0 + (side[$1] ?? 0) * (side[$1] ?? 0) } / n
    }
    var sum = 0.0
    for j in 1...times.count / 5 {
      var (xx, yy, c) = (0.0, 0.0, 0.0)
      for t in times {
        guard let a = x[t], let b = x[t + j], let d = y[t], let e = y[t + j] else { continue }
        xx += a * b
        yy += d * e
        c += 1
      }
      if c > 0 { sum += c * (xx / c / variance(x)) * (yy / c / variance(y)) }
    }
    let expected = min(n, 1 / (1 / n + 2 * sum / (n * n)))
    #expect(expected < n)
    expectClose(result.pearson.effectiveN, expected, "N*")
  }
}
