extension ControlledRegression {
  /// The outcome `lag` days later in each of `count` bands of the regressor,
  /// relative to the days in none, given the controls.
  ///
  /// The model of ``fit(lag:)``, with one dummy per band instead of the
  /// regressor. A dummy's slope is found by making the controls and the other
  /// dummies orthonormal, which gives the coefficient and the HC3 standard error
  /// of the whole model (Frisch and Waugh 1933).
  ///
  /// - Parameters:
  ///   - lag: Days from regressor to outcome, at least 0.
  ///   - count: The number of bands.
  ///   - bandOf: The band of a value, 0 to `count` − 1; `nil` for the reference
  ///     days.
  /// - Returns: One estimate and its number of days per band; `nil` if
  ///   ``fit(lag:)`` is `nil`, or if one of them is undefined.
  /// - Complexity: O(*m*) for *m* days.
  mutating func bandEffects(
    lag: Int, count: Int, bandOf: (_ value: Double) -> Int?
  ) -> [(days: Int, estimate: SlopeEstimate)]? {
    guard fit(lag: lag) != nil else { return nil }
    let own = OwnBasis(design, rows: rows)
    let (stride, used) = (own.basis.stride, own.slots.count)
    var days = [Int](repeating: 0, count: count)
    let dummies = Buffer(count: count * stride)
    for (row, slot) in own.slots.enumerated() {
      guard let band = bandOf(design.regressor[slot]) else { continue }
      dummies[band * stride + row] = 1
      days[band] += 1
    }
    let outcome = own.column { rows.outcome[$0] }
    own.basis.removeProjection(from: outcome.start)
    for band in 0..<count { own.basis.removeProjection(from: dummies.start + band * stride) }
    var estimates: [(days: Int, estimate: SlopeEstimate)] = []
    for band in 0..<count {
      let others = Buffer(count: (count - 1) * stride)
      for (place, other) in (0..<count).filter({ $0 != band }).enumerated() {
        (others.start + place * stride).update(from: dummies.start + other * stride, count: stride)
      }
      let basis = OrthonormalBasis(of: others, columns: count - 1, stride: stride)
      let left = Residuals(rows: stride)
      left.regressor.start.update(from: dummies.start + band * stride, count: stride)
      left.outcome.start.update(from: outcome.start, count: stride)
      basis.removeProjection(from: left.regressor.start)
      basis.removeProjection(from: left.outcome.start)
      for row in 0..<used { left.leverage[row] = own.basis.leverage(row) + basis.leverage(row) }
      // A dummy's variation is n p (1 - p).
      let share = Double(days[band]) / Double(used)
      let variation = (Double(used) * share * (1 - share), rows.variation.outcome)
      guard
        let estimate = SlopeEstimate(
          left, pairs: used, controls: own.basis.count + basis.count, variation: variation)
      else { return nil }
      estimates.append((days[band], estimate))
    }
    return estimates
  }
}
