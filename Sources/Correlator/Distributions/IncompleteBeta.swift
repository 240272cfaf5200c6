internal import RealModule

/// Iₓ(a, 1/2) with *x* = 1 / (1 + `ratio`): the tail of Student's *t*.
///
/// The continued fraction DLMF 8.17.22, evaluated by Lentz's method, converges
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
    return min(1, front / a * betaFraction(a, 0.5, x))
  }
  return max(0, 1 - 2 * front * betaFraction(0.5, a, y))
}

/// Γ(a + 1/2) / Γ(a).
///
/// The asymptotic series of Graham, Knuth and Patashnik, *Concrete
/// Mathematics*, exercise 9.60, from *a* = 40 on; below that the recurrence of
/// Γ. The difference of two logarithms of Γ would lose five digits where this
/// loses none.
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

private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var fraction = d
  var m = 1.0
  while m < 100_000 {
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    fraction *= d * c
    if abs(d * c - 1) < 1e-16 { break }
    m += 1
  }
  return fraction
}
