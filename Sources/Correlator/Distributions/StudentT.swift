internal import RealModule

/// Student's *t* distribution for any positive degrees of freedom, including
/// fractional ones.
///
/// Fractional degrees of freedom arise because an effective sample size is not
/// a whole number. All functions return `nil` for degrees of freedom that are
/// not positive and finite.
///
/// With ν degrees of freedom and *x* = ν / (ν + *t*²),
///
/// ```text
/// P(|T| ≥ |t|) = Iₓ(ν/2, 1/2)
/// ```
///
/// where *I* is the regularised incomplete beta function: NIST Digital Library
/// of Mathematical Functions, 8.17, <https://dlmf.nist.gov/8.17>. Checked
/// against scipy 1.17 `stats.t`.
public enum StudentT {
  /// The probability that |*T*| is at least |`t`|: a two-sided *p*-value.
  ///
  /// The relative error stays near 1e-13 even far out in the tail.
  ///
  /// - Parameters:
  ///   - t: The statistic; infinite gives 0.
  ///   - degreesOfFreedom: ν > 0.
  /// - Returns: A probability from 0 to 1, or `nil` if `t` is not a number or
  ///   `degreesOfFreedom` is not positive and finite.
  /// - Complexity: O(√ν), at most a few hundred steps for a lifetime of days.
  public static func twoSidedP(_ t: Double, degreesOfFreedom: Double) -> Double? {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite, !t.isNaN else { return nil }
    return twoSided(abs(t), degreesOfFreedom)
  }

  /// The value that *T* stays at or below with probability `probability`.
  ///
  /// - Parameters:
  ///   - probability: Strictly between 0 and 1.
  ///   - degreesOfFreedom: ν > 0.
  /// - Returns: The quantile, or `nil` if an argument is out of range.
  /// - Complexity: O(√ν) for each of about five Newton steps.
  public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double? {
    guard probability > 0, probability < 1, degreesOfFreedom > 0, degreesOfFreedom.isFinite
    else { return nil }
    if probability == 0.5 { return 0 }
    let outside = 2 * min(probability, 1 - probability)
    let size = distance(leaving: outside, degreesOfFreedom)
    return probability < 0.5 ? -size : size
  }

  private static func twoSided(_ t: Double, _ df: Double) -> Double {
    // (t/√ν)² overflows long before its logarithm does.
    let scaled = t / df.squareRoot()
    let ratio = scaled * scaled
    let logarithm = ratio.isFinite ? Double.log(onePlus: ratio) : 2 * Double.log(scaled)
    return betaTail(halfDegrees: df / 2, ratio: ratio, logOnePlusRatio: logarithm)
  }

  private static func density(_ t: Double, _ df: Double) -> Double {
    let scaled = t / df.squareRoot()
    return gammaRatio(df / 2) / (Double.pi * df).squareRoot()
      * .exp(-(df + 1) / 2 * .log(onePlus: scaled * scaled))
  }

  /// Solves P(|T| ≥ t) = `outside` for t > 0 by Newton's method on logarithms.
  ///
  /// The logarithm of the tail is a concave function of log t, so the steps
  /// approach the root from one side after the first.
  private static func distance(leaving outside: Double, _ df: Double) -> Double {
    let target = Double.log(outside)
    var position = 0.0
    for _ in 0..<400 {
      let t = Double.exp(position)
      let tail = twoSided(t, df)
      let slope = -2 * density(t, df) * t / tail
      guard tail > 0, slope < 0, slope.isFinite else {
        position -= 1
        continue
      }
      let step = (target - Double.log(tail)) / slope
      position += min(max(step, -4), 4)
      // The remaining error is of the order of the step squared.
      if abs(step) < 1e-8 { break }
    }
    return .exp(position)
  }
}
