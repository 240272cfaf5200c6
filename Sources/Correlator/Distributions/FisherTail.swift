internal import RealModule

/// The probability that *F* is at least `f`, with one, two or three degrees of
/// freedom above and any number below.
///
/// With *x* = ν/(ν + d f) and *a* = ν/2 it is I_x(a, d/2). That is the tail of
/// Student's *t* for *d* = 1 and x^a for *d* = 2; a third degree adds
/// x^a √(1 − x) / (½ B(a, ½)) to the first, by the recurrence of the incomplete
/// beta function (NIST Digital Library of Mathematical Functions, 8.17.20).
///
/// - Parameters:
///   - f: The statistic, at least 0.
///   - numerator: *d*, 1 to 3.
///   - denominator: ν > 0.
/// - Returns: A probability from 0 to 1. Checked against scipy 1.17 `stats.f`.
func fisherTail(_ f: Double, numerator: Int, denominator: Double) -> Double {
  let (a, ratio) = (denominator / 2, Double(numerator) * max(f, 0) / denominator)
  let logarithm = Double.log(onePlus: ratio)
  guard ratio.isFinite else { return 0 }
  if numerator == 2 { return Double.exp(-a * logarithm) }
  let first = betaTail(halfDegrees: a, ratio: ratio, logOnePlusRatio: logarithm)
  guard numerator == 3 else { return first }
  let more =
    2 * Double.exp(-a * logarithm) * (ratio / (1 + ratio)).squareRoot() * gammaRatio(a)
    / Double.pi.squareRoot()
  return min(1, first + more)
}
