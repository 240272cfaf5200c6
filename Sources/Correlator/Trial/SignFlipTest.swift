/// The result of a randomised trial at its planned end, from the coins alone.
///
/// Each pair has a difference *D* = B − A. If the arms did the same, the coin that
/// put one of them first also gave *D* its sign, so every pattern of signs was as
/// likely as the one that came. No assumption about pain is needed: neither
/// independent days nor a normal distribution.
///
/// ```text
/// p = share of the 2ᵐ patterns with |Σ ± D| ≥ |Σ D|
/// ```
///
/// The interval holds every effect that, taken off each *D*, the same test would
/// not reject at 5 %. Its ends are order statistics of the means of the 2ᵐ − 1
/// subsets of the differences: number *q* and number 2ᵐ − *q*, with
/// *q* = ⌊0.025 · 2ᵐ⌋ (Hartigan 1969, *J. Am. Stat. Assoc.* 64:1303).
///
/// Beyond ``mostExactPairs`` the patterns are too many to list, and 9,999 are drawn
/// from ``SplitMix64`` with a fixed seed, one coin for each difference in turn:
///
/// ```text
/// p = (1 + number of draws with |Σ ± D| ≥ |Σ D|) / 10000
/// ```
///
/// The differences that a draw turns round are a random subset. Hartigan's theorem
/// holds for random subsets too, so the ends are numbers 250 and 9,750 of the means
/// of the first 9,999 that are not empty.
public struct SignFlipTest: Equatable, Sendable {
  /// The number of differences, *m*.
  public let pairs: Int

  /// The mean difference, B minus A.
  public let mean: Double

  /// The two-sided *p*-value, above 0 and at most 1.
  public let p: Double

  /// The 95 % interval of the effect; `nil` below six pairs, where no pattern is
  /// rare enough.
  public let ci95: Interval?

  /// The median of the means of all two differences, each also with itself: an
  /// effect that a single odd pair hardly moves (Hodges and Lehmann 1963).
  public let hodgesLehmann: Double

  /// Whether all patterns were counted, rather than some of them drawn.
  public let isExact: Bool

  /// The fewest pairs that give a result at all: with five, even if all of them
  /// agree, *p* is 0.0625.
  public static let fewestPairs = 6

  /// The most pairs of which all patterns are counted.
  public static let mostExactPairs = 14

  /// Tests the differences of all analysed pairs; `nil` without any, or if one is
  /// not finite.
  ///
  /// Whether there are ``fewestPairs`` is for the caller to ask.
  ///
  /// - Parameter differences: B minus A, in the order of the pairs.
  /// - Complexity: O(2ᵐ log 2ᵐ) up to ``mostExactPairs``, O(*m*) draws beyond.
  public init?(differences: [Double]) {
    guard differences.allSatisfy(\.isFinite), let middle = Self.hodgesLehmann(differences)
    else { return nil }
    pairs = differences.count
    mean = differences.reduce(0, +) / Double(pairs)
    hodgesLehmann = middle
    isExact = pairs <= Self.mostExactPairs
    let flips = isExact ? Self.all(differences) : Self.drawn(differences)
    p = flips.p
    ci95 = Self.interval(flips.means)
  }
}

extension SignFlipTest {
  static let draws = 9999
  static let seed: UInt64 = 20_240_229

  /// What the patterns give: the *p*-value and the mean of each non-empty subset.
  private typealias Flips = (p: Double, means: [Double])

  /// Every pattern; bit *i* of its number turns difference *i* round.
  private static func all(_ differences: [Double]) -> Flips {
    var sums = [0.0]
    sums.reserveCapacity(1 << differences.count)
    for difference in differences { sums += sums.map { $0 + difference } }
    let observed = Observed(differences)
    let far = sums.count { observed.isReached(turning: $0) }
    let means = sums.indices.dropFirst().map { sums[$0] / Double($0.nonzeroBitCount) }
    return (Double(far) / Double(sums.count), means)
  }

  private static func drawn(_ differences: [Double]) -> Flips {
    var random = SplitMix64(seed: seed)
    let observed = Observed(differences)
    var (drawn, far) = (0, 0)
    var means: [Double] = []
    means.reserveCapacity(draws)
    while means.count < draws {
      var (turned, count) = (0.0, 0)
      for difference in differences where random.next() >> 63 == 1 {
        turned += difference
        count += 1
      }
      if drawn < draws, observed.isReached(turning: turned) { far += 1 }
      drawn += 1
      if count > 0 { means.append(turned / Double(count)) }
    }
    return (Double(1 + far) / Double(draws + 1), means)
  }

  /// The sum that the trial gave.
  private struct Observed {
    let total: Double
    /// Makes the pattern that came count despite rounding.
    let tolerance: Double

    init(_ differences: [Double]) {
      total = differences.reduce(0, +)
      tolerance = 1e-9 * max(1, differences.reduce(0) { $0 + abs($1) })
    }

    /// Whether turning differences round that add up to `turned` gives a sum as far
    /// from 0.
    func isReached(turning turned: Double) -> Bool {
      abs(total - 2 * turned) >= abs(total) - tolerance
    }
  }

  /// The order statistics of Hartigan's theorem, for 2ᵐ − 1 or 9,999 means.
  private static func interval(_ means: [Double]) -> Interval? {
    let place = (means.count + 1) / 40
    guard place >= 1 else { return nil }
    let means = means.sorted()
    return Interval(lower: means[place - 1], upper: means[means.count - place])
  }

  private static func hodgesLehmann(_ differences: [Double]) -> Double? {
    median(
      differences.indices.flatMap { first in
        differences[first...].map { (differences[first] + $0) / 2 }
      })
  }
}
