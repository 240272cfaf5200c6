/// Sums over the days in use: products of the common basis with itself, the
/// regressor and the outcome, all without their weekday means.
struct BasisProducts {
  /// The means of one weekday.
  struct Means {
    var basis = SIMD8<Double>.zero
    var regressor = 0.0
    var outcome = 0.0
  }

  /// QᵀQ, with ones on the diagonal for columns that do not exist.
  private(set) var gram = SmallMatrix()
  /// Qᵀx.
  private(set) var regressor = SIMD8<Double>.zero
  /// Qᵀy.
  private(set) var outcome = SIMD8<Double>.zero
  private(set) var means = [Means](repeating: Means(), count: 7)

  /// Over all days of the design, QᵀQ is the identity and the sums of each
  /// weekday are zero, so the shorter list of days decides: the used days are
  /// added, or the unused ones subtracted.
  init(
    _ basis: borrowing OrthonormalBasis, regressor x: borrowing Buffer,
    ofAllDays total: SIMD8<Double>, rows: borrowing UsedRows, design: borrowing ControlledDesign
  ) {
    let (columns, stride) = (basis.columns.start, basis.stride)
    let takesOut = 2 * rows.count > design.slots.count
    let sign = takesOut ? -1.0 : 1
    for j in 0..<SmallMatrix.size where takesOut || j >= basis.count { gram[j, j] = 1 }
    for j in 0..<basis.count {
      outcome[j] = dot(columns + j * stride, rows.outcome.start, count: stride)
    }
    if takesOut { regressor = total }
    for weekday in 0..<7 {
      var sum = Means()
      let slots = design.weekdays[weekday]
      func add(_ slot: Int) {
        var values = SIMD8<Double>.zero
        for j in 0..<basis.count { values[j] = columns[j * stride + slot] }
        gram.add(sign, values)
        regressor += sign * x[slot] * values
        sum.basis += sign * values
        sum.regressor += sign * x[slot]
      }
      if takesOut {
        for index in rows.unusedOfWeekday[weekday] { add(Int(rows.unused[index])) }
      } else {
        for slot in slots where rows.weight[slot] > 0 { add(slot) }
      }
      for slot in slots { sum.outcome += rows.outcome[slot] }
      let count = Double(rows.counts[weekday])
      guard count > 0 else { continue }
      let mean = Means(
        basis: sum.basis / count, regressor: sum.regressor / count, outcome: sum.outcome / count)
      gram.add(-count, mean.basis)
      regressor -= count * mean.regressor * mean.basis
      outcome -= count * mean.outcome * mean.basis
      means[weekday] = mean
    }
  }
}
