/// An orthonormal basis of all controls, including constant and weekdays, for the
/// used days alone.
struct OwnBasis: ~Copyable {
  /// The slot of each row, by ascending day.
  let slots: [Int]

  /// The columns of the basis, one row for each slot.
  let basis: OrthonormalBasis

  init(_ design: borrowing ControlledDesign, rows: borrowing UsedRows) {
    var slots: [Int] = []
    for slot in design.slots.lazy.map(Int.init) where rows.weight[slot] > 0 { slots.append(slot) }
    let stride = Buffer.wholeFours(slots.count)
    let columns = 1 + design.columns + 6
    let controls = Buffer(count: columns * stride)
    for (row, slot) in slots.enumerated() {
      controls[row] = 1
      for column in 0..<design.columns {
        controls[(1 + column) * stride + row] = design.controls[column * design.stride + slot]
      }
      let weekday = design.weekdays.firstIndex { $0.contains(slot) } ?? 0
      if weekday > 0 { controls[(design.columns + weekday) * stride + row] = 1 }
    }
    self.slots = slots
    basis = OrthonormalBasis(of: controls, columns: columns, stride: stride)
  }

  /// A column with the value of each row's slot.
  func column(_ value: (_ slot: Int) -> Double) -> Buffer {
    let column = Buffer(count: basis.stride)
    for (row, slot) in slots.enumerated() { column[row] = value(slot) }
    return column
  }
}
