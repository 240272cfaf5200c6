internal import RealModule

/// The bar for a Wald statistic that holds however often one looks.
///
/// A plain 5 % test, read once a month, makes a false claim to two people in five
/// within ten years. A normal mixture (Robbins 1970, *Ann. Math. Stat.* 41:1397;
/// Waudby-Smith and colleagues 2024, *Ann. Stat.* 52) is crossed with probability
/// `alpha` at most once and for all:
///
/// ```text
/// a = −2 ln α,   ρ = (a + ln(a + 1)) / 180
/// bar(m) = (1 + 1/(m ρ)) (d ln(1 + m ρ) + a)
/// ```
///
/// It is tightest near 180 pairs.
///
/// - Parameters:
///   - pairs: The number of pairs *m*, at least 1.
///   - alpha: The probability of ever crossing it without an effect.
///   - dimensions: *d*, 1 for the square of a *t*.
/// - Returns: The value that the statistic must exceed.
public func confidenceBar(pairs: Int, alpha: Double, dimensions: Int = 1) -> Double {
  let a = -2 * Double.log(alpha)
  let scaled = Double(pairs) * (a + .log(a + 1)) / 180
  return (1 + 1 / scaled) * (Double(dimensions) * .log(1 + scaled) + a)
}

/// The lags that carry the verdict.
enum VerdictLags {
  static let all = 1...3

  /// The levels of a claim at each lag, and those of a hint.
  static let claim = [0.03, 0.01, 0.01]
  static let hint = [0.075, 0.02, 0.02]

  /// The level of the test of bands.
  static let bands = 0.01
}
