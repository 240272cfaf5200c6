import CivilDay
import Testing

/// Correlations by their textbook formulas, to compare with.
struct PlainCorrelation {
  let pearson: Double
  let spearman: Double
  let kendall: Double
  let n: Int

  /// Pairs `load[t]` with `pain[t + lag]` where both are known.
  init(load: [Day: Double], pain: [Day: Double], lag: Int) {
    let pairs = load.compactMap { day, value in pain[day + lag].map { (value, $0) } }
    let (x, y) = (pairs.map(\.0), pairs.map(\.1))
    n = pairs.count
    pearson = Self.pearson(x, y)
    spearman = Self.pearson(Self.ranks(x), Self.ranks(y))
    kendall = Self.kendall(x, y)
  }

  private static func pearson(_ x: [Double], _ y: [Double]) -> Double {
    let (meanX, meanY) = (mean(x), mean(y))
    let products = zip(x, y).map { ($0 - meanX) * ($1 - meanY) }.reduce(0, +)
    let squaresX = x.map { ($0 - meanX) * ($0 - meanX) }.reduce(0, +)
    let squaresY = y.map { ($0 - meanY) * ($0 - meanY) }.reduce(0, +)
    return products / (squaresX * squaresY).squareRoot()
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// Equal values share the mean of their ranks.
  private static func ranks(_ values: [Double]) -> [Double] {
    values.map { value in
      let below = values.count { $0 < value }
      let equal = values.count { $0 == value }
      return Double(below) + Double(equal + 1) / 2
    }
  }

  /// τ_b, counting every pair of pairs.
  private static func kendall(_ x: [Double], _ y: [Double]) -> Double {
    var (score, untiedX, untiedY) = (0.0, 0.0, 0.0)
    for i in x.indices {
      for j in 0..<i {
        let a = sign(x[i] - x[j])
        let b = sign(y[i] - y[j])
        score += a * b
        untiedX += a * a
        untiedY += b * b
      }
    }
    return score / (untiedX * untiedY).squareRoot()
  }

  private static func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }
}

/// Expects a lag of `nerve correlate --json` to be what the formulas give.
func expectSame(_ lag: ReadJSON, as expected: PlainCorrelation, _ name: String) {
  #expect(lag["n"].int == expected.n, "\(name), n")
  expectClose(lag["pearson"]["r"], expected.pearson, "\(name), Pearson")
  expectClose(lag["spearman"]["r"], expected.spearman, "\(name), Spearman")
  expectClose(lag["kendall"]["tau"], expected.kendall, "\(name), Kendall")
}
