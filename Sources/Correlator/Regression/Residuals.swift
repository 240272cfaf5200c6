/// The residuals of a regressor and an outcome given the controls, row by row;
/// zeros in unused rows.
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

  /// Marks slots as unused.
  func clear(_ slots: Range<Int>) {
    for slot in slots { (regressor[slot], outcome[slot], leverage[slot]) = (0, 0, 0) }
  }
}
