internal import RealModule

/// The 0.975 quantile of the normal distribution.
let normalQuantile975 = 1.959963984540054

extension CorrelationEstimate {
  static let undefined = CorrelationEstimate(r: nil, effectiveN: nil, ci95: nil, p: nil)

  /// The test and the interval that `effectiveN` independent pairs allow.
  ///
  /// ```text
  /// t  = r √((N* − 2) / (1 − r²)),  N* − 2 degrees of freedom
  /// CI = tanh(atanh r ± 1.959964 s),  s² = 1 / (N* − 3),
  ///      for ranks  s² = (1 + r²/2) / (N* − 3)    (Bonett & Wright 2000)
  /// ```
  init(r: Double, effectiveN: Double?, ofRanks: Bool) {
    guard let effectiveN, effectiveN >= 4 else {
      self.init(r: r, effectiveN: effectiveN, ci95: nil, p: nil)
      return
    }
    guard abs(r) < 1 else {
      self.init(r: r, effectiveN: effectiveN, ci95: nil, p: 0)
      return
    }
    let df = effectiveN - 2
    let p = StudentT.twoSidedP(r * (df / (1 - r * r)).squareRoot(), degreesOfFreedom: df)
    let variance = (ofRanks ? 1 + r * r / 2 : 1) / (effectiveN - 3)
    let half = normalQuantile975 * variance.squareRoot()
    let centre = Double.atanh(r)
    self.init(
      r: r, effectiveN: effectiveN,
      ci95: Interval(lower: .tanh(centre - half), upper: .tanh(centre + half)), p: p)
  }
}
