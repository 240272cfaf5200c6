/// A square matrix of three rows.
struct Matrix3 {
  typealias Vector = SIMD3<Double>

  private(set) var rows: InlineArray<3, Vector>

  /// Zero in the first `size` rows, and the identity in the others.
  init(size: Int) {
    rows = .init(repeating: .zero)
    for index in size..<3 { rows[index][index] = 1 }
  }

  private init(rows: InlineArray<3, Vector>) { self.rows = rows }

  subscript(row: Int, column: Int) -> Double { rows[row][column] }

  /// Adds `factor` v vᵀ.
  mutating func add(_ factor: Double, _ v: Vector) {
    for row in 0..<3 { rows[row] += factor * v[row] * v }
  }

  var diagonal: Vector { Vector(rows[0][0], rows[1][1], rows[2][2]) }

  var determinant: Double { (rows[0] * Self.cross(rows[1], rows[2])).sum() }

  /// The inverse of a symmetric matrix; `nil` if the determinant is zero.
  func inverse() -> Matrix3? {
    let determinant = determinant
    guard determinant != 0, determinant.isFinite else { return nil }
    return Matrix3(rows: [
      Self.cross(rows[1], rows[2]) / determinant, Self.cross(rows[2], rows[0]) / determinant,
      Self.cross(rows[0], rows[1]) / determinant,
    ])
  }

  func times(_ v: Vector) -> Vector {
    Vector((rows[0] * v).sum(), (rows[1] * v).sum(), (rows[2] * v).sum())
  }

  /// vᵀ times this matrix times v.
  func quadratic(_ v: Vector) -> Double { (v * times(v)).sum() }

  /// The diagonal of *A M A*, with this matrix as the symmetric *A*.
  func diagonalAround(_ middle: Matrix3) -> Vector {
    Vector(middle.quadratic(rows[0]), middle.quadratic(rows[1]), middle.quadratic(rows[2]))
  }

  private static func cross(_ a: Vector, _ b: Vector) -> Vector {
    Vector(
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
  }
}
