internal import RealModule

/// Iₓ(a, 1/2) with *x* = 1 / (1 + `ratio`): the tail of Student's *t*.
///
/// Didonato and Morris's continued fraction (1992, *ACM TOMS* 18:360) converges
/// quickly for *x* below its mean; above it, 1 − I₁₋ₓ(1/2, a) is used.
///
/// Here *a* is half the degrees of freedom ν, and `ratio` = *t*² / ν may be
/// infinite; its logarithm may not.
func betaTail(halfDegrees a: Double, ratio: Double, logOnePlusRatio logarithm: Double) -> Double {
  if ratio == 0 { return 1 }
  let x = 1 / (1 + ratio)
  let y = ratio.isFinite ? ratio / (1 + ratio) : 1
  // x^a · y^(1/2) / B(a, 1/2)
  let front = Double.exp(-a * logarithm) * y.squareRoot() * gammaRatio(a) / Double.pi.squareRoot()
  if x < (a + 1) / (a + 2.5) {
    return min(1, front / betaFraction(a, 0.5, x, y))
  }
  return max(0, 1 - front / betaFraction(0.5, a, y, x))
}

/// Γ(a + 1/2) / Γ(a).
///
/// The asymptotic series of Graham, Knuth and Patashnik, *Concrete Mathematics*,
/// exercise 9.60, from *a* = 40; below that the recurrence of Γ. The difference
/// of two logarithms of Γ would lose five digits; this loses none.
func gammaRatio(_ a: Double) -> Double {
  var a = a
  var factor = 1.0
  while a < 40 {
    factor *= a / (a + 0.5)
    a += 1
  }
  let inverse = 1 / a
  var series = 39_325.0 / 33_554_432
  for coefficient in [
    869.0 / 4_194_304, -399.0 / 262_144, -21.0 / 32_768, 5.0 / 1024, 1.0 / 128, -1.0 / 8, 1,
  ] {
    series = series * inverse + coefficient
  }
  return factor * a.squareRoot() * series
}

/// x^a (1 − x)^b / (B(a, b) Iₓ(a, b)) by Lentz's method; `y` is 1 − x, which the
/// caller knows to full precision.
private func betaFraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
  var fraction = a * (a * y - b * x + 1) / (a + 1)
  var c = fraction
  var d = 0.0
  var m = 1.0
  while m < 10_000 {
    let middle = a + 2 * m
    let numerator =
      (a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x / ((middle - 1) * (middle - 1))
    let term =
      m + m * (b - m) * x / (middle - 1)
      + (a + m) * (a * y - b * x + 1 + m * (2 - x)) / (middle + 1)
    d = 1 / (term + numerator * d)
    c = term + numerator / c
    fraction *= c * d
    if abs(c * d - 1) <= .ulpOfOne { break }
    m += 1
  }
  return fraction
}
