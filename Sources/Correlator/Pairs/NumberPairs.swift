internal import RealModule

/// Unordered pairs of numbers, and their statistics.
///
/// Unlike ``lagProfile(load:pain:lags:)`` this knows no days. A side counts as
/// constant only if all its numbers are equal, and two pairs are enough for a
/// line, as in SQL:2003.
public struct NumberPairs {
  /// The number of pairs.
  public let count: Int

  // Centred on their means, in the order of the pairs.
  private var x: [Double]
  private var y: [Double]
  private let centredX: Centred
  private let centredY: Centred
  private let variesX: Bool
  private let variesY: Bool

  /// Creates pairs of `x` and `y`, which have the same length.
  public init(x: [Double], y: [Double]) {
    count = min(x.count, y.count)
    variesX = x.vary
    variesY = y.vary
    (self.x, self.y) = (x, y)
    centredX = Centred(&self.x, count: count)
    centredY = Centred(&self.y, count: count)
  }

  private var products: Double { dot(x, y, count: count) }

  /// Pearson's correlation, −1 to 1; `nil` if either side is constant.
  public var correlation: Double? {
    guard variesX, variesY else { return nil }
    let (a, b) = (centredX.sumOfSquares, centredY.sumOfSquares)
    // The squares of numbers such as 1e100 have a product out of range.
    let scale = (a * b).isNormal ? (a * b).squareRoot() : a.squareRoot() * b.squareRoot()
    let r = products / scale
    return r.isFinite ? min(max(r, -1), 1) : nil
  }

  /// The slope of the least-squares line, *y* on *x*; `nil` if `x` is constant.
  public var slope: Double? {
    guard variesX else { return nil }
    let slope = products / centredX.sumOfSquares
    return slope.isFinite ? slope : nil
  }

  /// The share of the variance of *y* that the line explains, *r*², 0 to 1; 1 if only
  /// `y` is constant and `nil` if `x` is, as in SQL:2003.
  public var determination: Double? {
    guard variesX else { return nil }
    if variesY { return correlation.map { $0 * $0 } }
    return centredY.mean.isFinite ? 1 : nil
  }

  /// The value of that line at *x* = 0; `nil` if `x` is constant.
  public var intercept: Double? { slope.map { centredY.mean - $0 * centredX.mean } }
}

/// Spearman's correlation: Pearson's of the mid-ranks.
///
/// - Returns: −1 to 1; `nil` if either side is constant.
/// - Complexity: O(*n* log *n*).
public func spearman(x: [Double], y: [Double]) -> Double? {
  NumberPairs(x: ranked(x).ranks, y: ranked(y).ranks).correlation
}

/// Kendall's τ_b.
///
/// - Returns: −1 to 1; `nil` if either side is constant.
/// - Complexity: O(*n* log *n*).
public func kendall(x: [Double], y: [Double]) -> Double? {
  let (rankedX, rankedY) = (ranked(x), ranked(y))
  var kendall = Kendall(load: rankedX.levels, pain: rankedY.levels)
  return Kendall.tau(
    score: kendall.score(lag: 0), pairs: x.count,
    tied: (rankedX.tiedPairs, rankedY.tiedPairs))
}

/// The standard deviation, with *n* − 1; `nil` for fewer than two numbers.
public func standardDeviation(_ values: [Double]) -> Double? {
  sampleVariance(values)?.squareRoot()
}

/// The variance, with *n* − 1; `nil` for fewer than two numbers.
public func sampleVariance(_ values: [Double]) -> Double? {
  guard values.count > 1 else { return nil }
  return sumOfSquares(values) / Double(values.count - 1)
}

/// The variance, with *n*; `nil` if empty.
public func populationVariance(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  return sumOfSquares(values) / Double(values.count)
}

/// The sum of the squares of the distances from the mean; not a number if a value is
/// infinite.
private func sumOfSquares(_ values: [Double]) -> Double {
  guard values.vary || !values[0].isFinite else { return 0 }
  var values = values
  return Centred(&values, count: values.count).sumOfSquares
}

private func ranked(_ values: [Double]) -> (levels: Levels, ranks: [Double], tiedPairs: Int) {
  let levels = Levels(values)
  var midRanks = MidRanks(levels: levels.count)
  var ranks = values
  midRanks.assign(levels.ofDay, count: values.count, to: &ranks)
  return (levels, ranks, midRanks.tiedPairs)
}

extension [Double] {
  /// Whether the values differ.
  fileprivate var vary: Bool { contains { $0 != self[0] } }
}
