/// The controls of chosen days alone, made orthonormal.
///
/// ``ControlledRegression`` shares one basis among all lags; this is for the fits
/// that choose days or controls of their own.
struct RowControls: ~Copyable {
  /// The slot of each row, by ascending day.
  let slots: [Int]

  /// The number of controls that are independent of each other, *q*.
  let count: Int

  /// The weekday of each row, if the weekday means stand for constant and dummies.
  private let weekdays: [Int]?
  private let rowsOfWeekday: [Double]
  private let basis: OrthonormalBasis

  /// The length of a column, the number of rows rounded up to a multiple of four.
  var stride: Int { basis.stride }

  /// The controls of the rows in `slots`, with further columns after them, each
  /// with one value per day.
  ///
  /// Without near dependence the weekday means are subtracted from the columns,
  /// which leaves half as many; otherwise all columns are taken in METHOD's order,
  /// since the order decides which of them are dropped.
  init(_ design: borrowing ControlledDesign, slots: [Int], further: [[Double]] = []) {
    let stride = Buffer.wholeFours(slots.count)
    let columns = design.columns + further.count
    let numbers = Buffer(count: columns * stride)
    var rowsOfWeekday = [Double](repeating: 0, count: 7)
    var weekdays = [Int](repeating: 0, count: slots.count)
    for (row, slot) in slots.enumerated() {
      for column in 0..<design.columns {
        numbers[column * stride + row] = design.controls[column * design.stride + slot]
      }
      for (column, values) in further.enumerated() {
        numbers[(design.columns + column) * stride + row] = values[Int(design.days[slot])]
      }
      weekdays[row] = design.weekday(of: slot)
      rowsOfWeekday[weekdays[row]] += 1
    }
    let centred = Buffer(count: columns * stride)
    centred.start.update(from: numbers.start, count: columns * stride)
    var allVary = true
    for column in 0..<columns {
      let (plain, v) = (numbers.start + column * stride, centred.start + column * stride)
      Self.subtractMeans(v, weekdays, rowsOfWeekday)
      // What is left of a constant is rounding, which must not become a column.
      allVary = allVary && dot(v, v, count: stride) > 1e-12 * dot(plain, plain, count: stride)
    }
    self.slots = slots
    self.rowsOfWeekday = rowsOfWeekday
    let quick = OrthonormalBasis(of: centred, columns: columns, stride: stride)
    if allVary, quick.smallestRemainder > 1e-3 {
      count = quick.count + rowsOfWeekday.count { $0 > 0 }
      self.weekdays = weekdays
      basis = quick
    } else {
      let all = Self.inOrder(numbers, weekdays, design.columns, further.count, stride: stride)
      let complete = OrthonormalBasis(of: all, columns: 7 + columns, stride: stride)
      count = complete.count
      self.weekdays = nil
      basis = complete
    }
  }

  /// Constant, controls, dummies of the weekdays, further columns.
  private static func inOrder(
    _ numbers: borrowing Buffer, _ weekdays: [Int], _ controls: Int, _ further: Int, stride: Int
  ) -> Buffer {
    let all = Buffer(count: (7 + controls + further) * stride)
    for (row, weekday) in weekdays.enumerated() {
      all[row] = 1
      if weekday > 0 { all[(controls + weekday) * stride + row] = 1 }
    }
    (all.start + stride).update(from: numbers.start, count: controls * stride)
    (all.start + (7 + controls) * stride)
      .update(from: numbers.start + controls * stride, count: further * stride)
    return all
  }

  /// A column with one value per row.
  func column(_ value: (_ slot: Int) -> Double) -> Buffer {
    let column = Buffer(count: stride)
    for (row, slot) in slots.enumerated() { column[row] = value(slot) }
    return column
  }

  /// Subtracts from a column its projection on the controls.
  func removeProjection(from column: UnsafeMutablePointer<Double>) {
    if let weekdays { Self.subtractMeans(column, weekdays, rowsOfWeekday) }
    basis.removeProjection(from: column)
  }

  /// The diagonal of the projection on the controls, at one row.
  func leverage(_ row: Int) -> Double {
    (weekdays.map { 1 / rowsOfWeekday[$0[row]] } ?? 0) + basis.leverage(row)
  }

  private static func subtractMeans(
    _ column: UnsafeMutablePointer<Double>, _ weekdays: [Int], _ counts: [Double]
  ) {
    var means = InlineArray<7, Double>(repeating: 0)
    for (row, weekday) in weekdays.enumerated() { means[weekday] += column[row] }
    for weekday in 0..<7 where counts[weekday] > 0 { means[weekday] /= counts[weekday] }
    for (row, weekday) in weekdays.enumerated() { column[row] -= means[weekday] }
  }
}

extension RowControls {
  /// The slope of `outcome` on `regressor`, each with one value per row, and the
  /// contributions of the weeks; `nil` if ``SlopeEstimate`` is undefined.
  ///
  /// `others` are columns that count as further controls; none of them may have
  /// anything left of the controls.
  ///
  /// - Complexity: O(*m*) for *m* rows.
  func fit(
    _ regressor: borrowing Buffer, _ outcome: borrowing Buffer,
    others: borrowing Buffer = Buffer(count: 0), _ design: borrowing ControlledDesign
  ) -> WeeklyFit? {
    let variation = (
      Self.variation(regressor, rows: slots.count), Self.variation(outcome, rows: slots.count)
    )
    guard variation.0 > 0 else { return nil }
    let more = OrthonormalBasis(
      of: others, columns: stride == 0 ? 0 : others.count / stride, stride: stride)
    let left = Residuals(rows: slots.count)
    left.regressor.start.update(from: regressor.start, count: stride)
    left.outcome.start.update(from: outcome.start, count: stride)
    removeProjection(from: left.regressor.start)
    removeProjection(from: left.outcome.start)
    more.removeProjection(from: left.regressor.start)
    more.removeProjection(from: left.outcome.start)
    for row in slots.indices { left.leverage[row] = leverage(row) + more.leverage(row) }
    guard
      let estimate = SlopeEstimate(
        left, pairs: slots.count, controls: count + more.count, variation: variation)
    else { return nil }
    var weeks = WeekSums()
    for (row, slot) in slots.enumerated() { weeks.add(row, of: left, day: design.days[slot]) }
    return WeeklyFit(estimate: estimate, weeks: weeks)
  }

  /// Σ (x − x̄)².
  private static func variation(_ column: borrowing Buffer, rows: Int) -> Double {
    var mean = 0.0
    for row in 0..<rows { mean += column[row] }
    mean /= Double(max(rows, 1))
    var sum = 0.0
    for row in 0..<rows { sum += (column[row] - mean) * (column[row] - mean) }
    return sum
  }
}
