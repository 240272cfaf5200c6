/// Regresses an outcome some days later on a regressor, given controls, at one
/// lag after another.
///
/// The controls are made orthonormal once, on all days of the design. At each
/// lag, the days without an outcome are subtracted from their matrix of products,
/// which usually stays well conditioned; that costs one pass over the data
/// instead of the many of a new factorisation. If it does not stay well
/// conditioned, the lag gets its own factorisation, in the order of METHOD's
/// controls.
struct ControlledRegression: ~Copyable {
  let design: ControlledDesign

  /// The residuals of the last fit, by slot; zero in unused slots.
  let residuals: Residuals

  /// One value per day, NaN if unknown, and one more NaN at the end.
  private let outcome: [Double]
  /// The regressor without its weekday means.
  private let regressor: Buffer
  private let basis: OrthonormalBasis
  private let allVary: Bool
  /// Qᵀx over all days.
  private let total: SIMD8<Double>
  private(set) var rows: UsedRows

  /// Creates a regression; `outcome` has one value per day, NaN if unknown.
  init(_ design: consuming ControlledDesign, outcome: [Double]) {
    let stride = design.stride
    let dense = Buffer(count: ControlledDesign.width * stride)
    regressor = Buffer(count: stride)
    var allVary = true
    for column in 0..<design.columns {
      let (plain, v) = (design.controls.start + column * stride, dense.start + column * stride)
      design.centre(plain, into: v)
      // What is left of a constant is rounding, which must not become a column.
      allVary = allVary && dot(v, v, count: stride) > 1e-12 * dot(plain, plain, count: stride)
    }
    self.allVary = allVary
    design.centre(design.regressor.start, into: regressor.start)
    basis = OrthonormalBasis(of: dense, columns: design.columns, stride: stride)
    var total = SIMD8<Double>.zero
    for j in 0..<basis.count {
      total[j] = dot(basis.columns.start + j * stride, regressor.start, count: stride)
    }
    self.total = total
    self.outcome = outcome + [.nan]
    residuals = Residuals(rows: stride)
    rows = UsedRows(design)
    self.design = design
  }

  /// The number of days with an outcome `lag` days later.
  func rows(at lag: Int) -> Int {
    design.slots.count { !outcome[min(Int(design.days[Int($0)]) + lag, outcome.count - 1)].isNaN }
  }

  /// Whether the last fit used the slot.
  func isUsed(_ slot: Int) -> Bool { rows.weight[slot] > 0 }

  /// The slots of the last fit, by ascending day.
  var usedSlots: [Int] { design.slots.lazy.map(Int.init).filter { isUsed($0) } }

  /// The slots with an outcome `lag` days later that satisfy `condition`, by
  /// ascending day.
  func slots(at lag: Int, where condition: (_ day: Int) -> Bool = { _ in true }) -> [Int] {
    design.slots.lazy.map(Int.init).filter { slot in
      let day = Int(design.days[slot])
      return !outcome[min(day + lag, outcome.count - 1)].isNaN && condition(day)
    }
  }

  /// The outcome `lag` days after the day of a slot from ``slots(at:where:)``.
  func outcome(of slot: Int, lag: Int) -> Double { outcome[Int(design.days[slot]) + lag] }

  /// The fit of the days in `slots` alone, which have an outcome `lag` days later,
  /// with `further` controls of one value per day.
  ///
  /// - Complexity: O(*m* *q*²) for *m* days and *q* controls.
  func fit(lag: Int, slots: [Int], further: [[Double]] = []) -> WeeklyFit? {
    let controls = RowControls(design, slots: slots, further: further)
    return controls.fit(
      controls.column { design.regressor[$0] },
      controls.column { outcome(of: $0, lag: lag) }, design)
  }

  /// The slope of the outcome `lag` days later, at least 0.
  ///
  /// `nil` with fewer than 20 days, if either side is constant, or if
  /// ``SlopeEstimate`` is undefined.
  ///
  /// - Complexity: O(*m*) for *m* days.
  mutating func fit(lag: Int) -> SlopeEstimate? {
    rows.load(design, outcome: outcome, lag: lag)
    return fitLoadedRows()
  }

  /// The slope of another outcome of the same day, with one value per day, NaN if
  /// unknown; as ``fit(lag:)``.
  mutating func fit(sameDay other: [Double]) -> SlopeEstimate? {
    rows.load(design, outcome: other + [.nan], lag: 0)
    return fitLoadedRows()
  }

  private func fitLoadedRows() -> SlopeEstimate? {
    guard rows.count >= 20, rows.bothVary else { return nil }
    if allVary, basis.smallestRemainder > 1e-3, let controls = leaveResiduals() {
      return SlopeEstimate(
        residuals, pairs: rows.count, controls: controls, variation: rows.variation)
    }
    let controls = leaveResidualsByOwnBasis()
    return SlopeEstimate(
      residuals, pairs: rows.count, controls: controls, variation: rows.variation)
  }

  /// Residuals and leverages from the common basis, and the number of controls;
  /// `nil` if the used days determine too little.
  private func leaveResiduals() -> Int? {
    let products = BasisProducts(
      basis, regressor: regressor, ofAllDays: total, rows: rows, design: design)
    guard let inverse = products.gram.inverseOfCholeskyFactor(smallest: 0.1) else { return nil }
    let slopes = (inverse.gramTimes(products.regressor), inverse.gramTimes(products.outcome))
    let kernel = ResidualKernel(inverse: inverse, slopes: slopes, basis: basis)
    var weekdays = 0
    for (weekday, slots) in design.weekdays.enumerated() where rows.counts[weekday] > 0 {
      let means = products.means[weekday]
      kernel.run(
        slots, share: 1 / Double(rows.counts[weekday]), shift: inverse.times(means.basis),
        offsets: (
          means.regressor - (slopes.0 * means.basis).sum(),
          means.outcome - (slopes.1 * means.basis).sum()
        ),
        regressor: regressor, rows: rows, residuals: residuals)
      weekdays += 1
    }
    for (weekday, slots) in design.weekdays.enumerated() where rows.counts[weekday] == 0 {
      residuals.clear(slots)
    }
    return weekdays + design.columns
  }

  /// Residuals and leverages from a basis for the used days alone; returns the
  /// number of its columns.
  private func leaveResidualsByOwnBasis() -> Int {
    let own = RowControls(design, slots: usedSlots)
    let x = own.column { regressor[$0] }
    let y = own.column { rows.outcome[$0] }
    own.removeProjection(from: x.start)
    own.removeProjection(from: y.start)
    residuals.clear(0..<design.stride)
    for (row, slot) in own.slots.enumerated() {
      residuals.regressor[slot] = x[row]
      residuals.outcome[slot] = y[row]
      residuals.leverage[slot] = own.leverage(row)
    }
    return own.count
  }
}

extension ControlledDesign {
  /// Copies a column without the mean of each weekday.
  fileprivate func centre(
    _ column: UnsafePointer<Double>, into centred: UnsafeMutablePointer<Double>
  ) {
    for slots in weekdays where !slots.isEmpty {
      var sum = 0.0
      for slot in slots { sum += column[slot] }
      let mean = sum / Double(slots.count)
      for slot in slots { centred[slot] = column[slot] - mean }
    }
  }
}
