/// A slope given controls, with a standard error that is right even if the
/// scatter is uneven.
///
/// The controls are made orthonormal, columns *Q*; their residuals of the
/// regressor *X* and the outcome *Y* are *e*ₓ and *e*_y. Then
///
/// ```text
/// b  = Σ eₓ e_y / S,   S = Σ eₓ²,   u = e_y − b eₓ,   h = Σⱼ Q² + eₓ² / S
/// se = √( Σ (eₓ u / (1 − h))² ) / S         (HC3, Long & Ervin 2000)
/// ```
///
/// with *m* − *q* − 1 degrees of freedom; a row with 1 − *h* ≤ 1e-8 contributes
/// nothing to the standard error.
public struct SlopeEstimate: Equatable, Sendable {
  /// The number of days used, *m*.
  public let pairs: Int

  /// The number of controls that are independent of each other, *q*.
  public let controls: Int

  /// *b*: units of the outcome per unit of the regressor.
  public let slope: Double

  /// The standard error of `slope`.
  public let standardError: Double

  /// Two-sided, by Student's *t*; for a slope of zero.
  public internal(set) var p: Double

  /// The 95 % interval of `slope`.
  public let ci95: Interval

  /// The 90 % interval of `slope`.
  public let ci90: Interval

  /// S / Σ (X − mean X)²: the share of the regressor's variation that the
  /// controls leave, 0 to 1.
  public let share: Double

  /// S.
  let regressorSquares: Double

  /// Σ *e*_y².
  let outcomeSquares: Double

  /// Σ *u*² / degrees of freedom.
  let residualVariance: Double

  /// *m* − *q* − 1.
  public var degreesOfFreedom: Int { pairs - controls - 1 }

  /// `slope` / `standardError`.
  public var t: Double { slope / standardError }

  /// Σ *e*ₓ *e*_y / √(Σ *e*ₓ² Σ *e*_y²), −1 to 1; `nil` if *e*_y is zero.
  public var partialR: Double? {
    outcomeSquares > 0 ? slope * (regressorSquares / outcomeSquares).squareRoot() : nil
  }

  /// `ci95` on the scale of `partialR`, clipped to −1...1.
  public var partialRCI95: Interval? {
    guard outcomeSquares > 0 else { return nil }
    let scale = (regressorSquares / outcomeSquares).squareRoot()
    return Interval(lower: max(-1, ci95.lower * scale), upper: min(1, ci95.upper * scale))
  }
}

extension SlopeEstimate {
  /// Fits the residuals; `variation` is Σ (X − mean X)² and the same for the
  /// outcome.
  ///
  /// Undefined if S is at most 1e-9 of the former, with fewer than five degrees
  /// of freedom, if the fit is perfect, or if the controls explain the outcome up
  /// to rounding.
  init?(
    _ left: borrowing Residuals, pairs: Int, controls: Int,
    variation: (regressor: Double, outcome: Double)
  ) {
    let df = pairs - controls - 1
    guard df >= 5 else { return nil }
    let (ex, ey, leverage) = (left.regressor.start, left.outcome.start, left.leverage.start)
    let count = left.regressor.count
    let squares = dot(ex, ex, count: count)
    let outcomeSquares = dot(ey, ey, count: count)
    guard variation.regressor > 0, squares > 1e-9 * variation.regressor,
      outcomeSquares > 1e-18 * variation.outcome
    else { return nil }
    let slope = dot(ex, ey, count: count) / squares
    var scores = SIMD4<Double>.zero
    var residuals = SIMD4<Double>.zero
    for row in stride(from: 0, to: count, by: 4) {
      let x = ex.four(row)
      let u = ey.four(row) - slope * x
      residuals += u * u
      let rest = 1 - (leverage.four(row) + x * x / squares)
      let score = (x * u / rest).replacing(with: 0, where: rest .<= 1e-8)
      scores += score * score
    }
    let se = scores.sum().squareRoot() / squares
    guard se > 0, slope.isFinite, se.isFinite,
      let p = StudentT.twoSidedP(slope / se, degreesOfFreedom: Double(df)),
      let t95 = StudentT.quantile(0.975, degreesOfFreedom: Double(df)),
      let t90 = StudentT.quantile(0.95, degreesOfFreedom: Double(df))
    else { return nil }
    self.init(
      pairs: pairs, controls: controls, slope: slope, standardError: se, p: p,
      ci95: Interval(lower: slope - t95 * se, upper: slope + t95 * se),
      ci90: Interval(lower: slope - t90 * se, upper: slope + t90 * se),
      share: squares / variation.regressor, regressorSquares: squares,
      outcomeSquares: outcomeSquares,
      residualVariance: residuals.sum() / Double(df))
  }
}
