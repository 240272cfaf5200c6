/// How the errors of the adjusted slopes at several lags go together.
///
/// The slopes rest on nearly the same days, so combining them needs more than their
/// standard errors. With the parts of HC3 that belong to each day *t*
/// (METHOD 3),
///
/// ```text
/// g(t) = eₓ u / ((1 − h) S),   cov(bⱼ, bₖ) = Σ gⱼ(t) gₖ(t)
/// ```
///
/// over the days used at both lags; a day with 1 − *h* ≤ 1e-8 contributes nothing. The
/// diagonal has the squares of the standard errors, and no combination of slopes gets a
/// negative variance.
public struct SlopeCovariance: Equatable, Sendable {
  /// Days from load to pain, ascending, at least 1.
  public let lags: [Int]

  /// A row for each lag, in squared points of pain per squared unit of load; `nil` where
  /// a slope is undefined.
  public let matrix: [[Double?]]
}

/// The covariance of the slopes of ``adjustedEffects(_:lags:)``.
///
/// With an unknown timing, the slope shown at each lag is that of one reading of the
/// ratings, and the covariance is that of the slopes shown.
///
/// - Parameters:
///   - diary: As for ``analyse(_:lags:limit:)``; its timing is never doubted.
///   - lags: Days from load to pain; those below 1 have no effect.
/// - Returns: The covariance, with `nil` for undefined slopes.
/// - Complexity: O(*n* *k*²) for *n* days and *k* lags.
public func slopeCovariance(_ diary: Diary, lags: ClosedRange<Int> = 1...3) -> SlopeCovariance {
  let model = EffectModel(PairedDays(diary), timing: diary.timing)
  let lags = lags.filter { $0 >= 1 }
  let influences = lags.map { model.influences(at: $0) }
  var matrix = [[Double?]](
    repeating: [Double?](repeating: nil, count: lags.count), count: lags.count)
  for (row, first) in influences.enumerated() {
    for (column, second) in influences.enumerated().prefix(row + 1) {
      guard let first, let second else { continue }
      var sum = 0.0
      for day in first.indices { sum += first[day] * second[day] }
      matrix[row][column] = sum
      matrix[column][row] = sum
    }
  }
  return SlopeCovariance(lags: lags, matrix: matrix)
}

extension EffectModel {
  /// What each day contributes to the error of the slope shown at `lag`, by day; `nil` if
  /// that is undefined.
  fileprivate func influences(at lag: Int) -> [Double]? {
    let shown = Self.weaker(versions.map { $0.fit(at: lag)?.estimate })
    return shown.flatMap { versions[$0.version].influences(at: lag) }
  }
}

extension EffectVersion {
  fileprivate func influences(at lag: Int) -> [Double]? {
    // Fits are kept without their residuals.
    regression.fit(lag: lag).map { regression.influences(of: $0, days: diary.count) }
  }
}

extension ControlledRegression {
  /// g of each day of the last fit, which was `estimate`; 0 on other days.
  fileprivate func influences(of estimate: SlopeEstimate, days: Int) -> [Double] {
    var influences = [Double](repeating: 0, count: days)
    let squares = estimate.regressorSquares
    for slot in design.slots.lazy.map(Int.init) where isUsed(slot) {
      let x = residuals.regressor[slot]
      let rest = 1 - (residuals.leverage[slot] + x * x / squares)
      guard rest > 1e-8 else { continue }
      let u = residuals.outcome[slot] - estimate.slope * x
      influences[Int(design.days[slot])] = x * u / (rest * squares)
    }
    return influences
  }
}
