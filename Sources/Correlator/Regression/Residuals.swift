/// What the controls leave of a regressor and an outcome, row by row; rows that
/// are not used hold zeros.
struct Residuals: ~Copyable {
  /// *e*ₓ.
  let regressor: Buffer
  /// *e*_y.
  let outcome: Buffer
  /// The diagonal of the controls' projection.
  let leverage: Buffer

  init(rows: Int) {
    regressor = Buffer(count: rows)
    outcome = Buffer(count: rows)
    leverage = Buffer(count: rows)
  }

  /// Marks slots as not used.
  func clear(_ slots: Range<Int>) {
    for slot in slots { (regressor[slot], outcome[slot], leverage[slot]) = (0, 0, 0) }
  }
}
