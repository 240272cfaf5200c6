/// Regresses an outcome some days later on a regressor, given controls, at one
/// lag after another.
///
/// The controls are made orthonormal once, on all days of the design. At a lag
/// the days without an outcome are taken out of their 14 × 14 matrix of
/// products, which stays well conditioned; that costs one pass over the data
/// where a factorisation of its own would cost fourteen. If it does not stay
/// well conditioned, the lag gets its own factorisation.
struct ControlledRegression: ~Copyable {
  let design: ControlledDesign

  /// What the last fit left; defined for days that it used.
  let residuals: Residuals

  private let outcome: [Double]
  private let basis: OrthonormalBasis
  // 1 for the rows in use, 0 for the others, and the two sides centred there.
  private let weight: Buffer
  private let x: Buffer
  private let y: Buffer

  /// `outcome` holds one value a day, NaN if unknown.
  init(_ design: consuming ControlledDesign, outcome: [Double]) {
    let stride = design.stride
    basis = OrthonormalBasis(
      of: design.controls, columns: design.columns, stride: stride)
    self.design = design
    self.outcome = outcome
    residuals = Residuals(rows: stride)
    weight = Buffer(count: stride)
    x = Buffer(count: stride)
    y = Buffer(count: stride)
  }

  /// The number of rows with an outcome `lag` days later.
  func rows(at lag: Int) -> Int {
    design.days.reduce(0) { $0 + (outcomeIsKnown(at: Int($1) + lag) ? 1 : 0) }
  }

  /// Whether the last fit used the row.
  func isUsed(_ row: Int) -> Bool { weight[row] > 0 }

  /// The slope of the outcome `lag` days later; `nil` with fewer than 20 rows
  /// or if ``SlopeEstimate`` is undefined.
  ///
  /// - Complexity: O(*m* *q*²).
  mutating func fit(lag: Int) -> SlopeEstimate? {
    let used = loadRows(lag: lag)
    guard used >= 20 else { return nil }
    let variation = dot(x.start, x.start, count: x.count)
    if basis.smallestRemainder > 1e-5, let inverse = factorOfUsedRows(used) {
      leaveResiduals(inverse)
      return SlopeEstimate(residuals, pairs: used, controls: basis.count, variation: variation)
    }
    let controls = leaveResidualsByOwnBasis(used: used)
    return SlopeEstimate(residuals, pairs: used, controls: controls, variation: variation)
  }

  private func outcomeIsKnown(at day: Int) -> Bool {
    day >= 0 && day < outcome.count && !outcome[day].isNaN
  }

  /// Fills `weight`, `x` and `y` and returns the number of rows in use; 0 if
  /// either side is constant there.
  private func loadRows(lag: Int) -> Int {
    var used = 0
    var sums = (0.0, 0.0)
    var first: (x: Double, y: Double)?
    var varies = (x: false, y: false)
    for (row, day) in design.days.enumerated() {
      let later = Int(day) + lag
      guard outcomeIsKnown(at: later) else {
        (weight[row], y[row]) = (0, 0)
        continue
      }
      weight[row] = 1
      y[row] = outcome[later]
      sums.0 += design.regressor[row]
      sums.1 += outcome[later]
      used += 1
      if let first {
        varies.x = varies.x || design.regressor[row] != first.x
        varies.y = varies.y || outcome[later] != first.y
      } else {
        first = (design.regressor[row], outcome[later])
      }
    }
    let means = (sums.0 / Double(max(used, 1)), sums.1 / Double(max(used, 1)))
    for row in stride(from: 0, to: weight.count, by: 4) {
      let weight = weight.start.four(row)
      x.start.setFour(row, (design.regressor.start.four(row) - means.0) * weight)
      y.start.setFour(row, (y.start.four(row) - means.1) * weight)
    }
    return varies.x && varies.y ? used : 0
  }

  /// The inverse Cholesky factor of QᵀQ over the rows in use.
  private func factorOfUsedRows(_ used: Int) -> SmallMatrix? {
    let (rows, q) = (design.days.count, basis.count)
    // Over all rows the matrix is the identity. The shorter of the two lists
    // of rows is summed.
    let takesOut = used > rows / 2
    let gram = SmallMatrix(size: q, diagonal: takesOut ? 1 : 0)
    let values = Buffer(count: SmallMatrix.stride)
    for row in 0..<rows where isUsed(row) != takesOut {
      for column in 0..<q { values[column] = basis.columns[column * basis.stride + row] }
      gram.addProduct(of: values, factor: takesOut ? -1 : 1, size: q)
    }
    return gram.inverseOfCholeskyFactor(size: q, smallest: 0.1)
  }

  /// Residuals and leverages from the common basis.
  private func leaveResiduals(_ inverse: borrowing SmallMatrix) {
    let (q, stride) = (basis.count, basis.stride)
    let columns = basis.columns.start
    let factorsX = coefficients(of: x, inverse)
    let factorsY = coefficients(of: y, inverse)
    for row in Swift.stride(from: 0, to: stride, by: 4) {
      var ex = x.start.four(row)
      var ey = y.start.four(row)
      let weight = weight.start.four(row)
      var leverage = SIMD4<Double>.zero
      for j in 0..<q {
        let value = columns.four(j * stride + row)
        ex -= factorsX[j] * value
        ey -= factorsY[j] * value
        var z = SIMD4<Double>.zero
        let factors = inverse.elements.start + j * SmallMatrix.stride
        for i in 0...j { z += factors[i] * columns.four(i * stride + row) }
        leverage += z * z
      }
      residuals.regressor.start.setFour(row, ex * weight)
      residuals.outcome.start.setFour(row, ey * weight)
      residuals.leverage.start.setFour(row, leverage * weight)
    }
  }

  /// (QᵀQ)⁻¹ Qᵀ v.
  private func coefficients(of v: borrowing Buffer, _ inverse: borrowing SmallMatrix) -> Buffer {
    let (q, stride) = (basis.count, basis.stride)
    let coefficients = Buffer(count: SmallMatrix.stride)
    let products = Buffer(count: SmallMatrix.stride)
    for j in 0..<q {
      products[j] = dot(basis.columns.start + j * stride, v.start, count: stride)
    }
    for j in 0..<q {
      let row = inverse.elements.start + j * SmallMatrix.stride
      let sum = dot(row, products.start, count: q)
      for i in 0...j { coefficients[i] += sum * row[i] }
    }
    return coefficients
  }

  /// Residuals and leverages from a basis for the rows in use alone; returns
  /// the number of its columns.
  private func leaveResidualsByOwnBasis(used: Int) -> Int {
    let stride = Buffer.wholeFours(used)
    let controls = Buffer(count: design.columns * stride)
    let ownX = Buffer(count: stride)
    let ownY = Buffer(count: stride)
    let rows = design.days.indices.filter { weight[$0] > 0 }
    for (own, row) in rows.enumerated() {
      for column in 0..<design.columns {
        controls[column * stride + own] = design.controls[column * design.stride + row]
      }
      (ownX[own], ownY[own]) = (x[row], y[row])
    }
    let basis = OrthonormalBasis(of: controls, columns: design.columns, stride: stride)
    basis.removeProjection(from: ownX)
    basis.removeProjection(from: ownY)
    residuals.regressor.clear()
    residuals.outcome.clear()
    residuals.leverage.clear()
    for (own, row) in rows.enumerated() {
      var leverage = 0.0
      for column in 0..<basis.count {
        let value = basis.columns[column * stride + own]
        leverage += value * value
      }
      residuals.regressor[row] = ownX[own]
      residuals.outcome[row] = ownY[own]
      residuals.leverage[row] = leverage
    }
    return basis.count
  }
}
