/// A square matrix of at most 16 rows, for the inside of loops.
struct SmallMatrix: ~Copyable {
  /// The distance between rows.
  static let stride = 16

  let elements: Buffer

  /// Creates a matrix with `diagonal` in its first `size` places and zeros
  /// elsewhere.
  init(size: Int = 0, diagonal: Double = 0) {
    elements = Buffer(count: Self.stride * Self.stride)
    for i in 0..<size { self[i, i] = diagonal }
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * Self.stride + column] }
    nonmutating set { elements[row * Self.stride + column] = newValue }
  }

  /// Adds `factor` v vᵀ, where `v` has 16 elements.
  func addProduct(of v: borrowing Buffer, factor: Double, size: Int) {
    for row in 0..<size {
      let scale = factor * v[row]
      let start = elements.start + row * Self.stride
      for column in Swift.stride(from: 0, to: size, by: 4) {
        start.setFour(column, start.four(column) + scale * v.start.four(column))
      }
    }
  }

  /// L⁻¹ where L Lᵀ is this matrix, for its first `size` rows and columns.
  ///
  /// `nil` if a diagonal element of L is below `smallest`.
  func inverseOfCholeskyFactor(size: Int, smallest: Double) -> SmallMatrix? {
    let factor = SmallMatrix()
    for i in 0..<size {
      for j in 0...i {
        var sum = self[i, j]
        for k in 0..<j { sum -= factor[i, k] * factor[j, k] }
        if i == j {
          guard sum >= smallest * smallest else { return nil }
          factor[i, i] = sum.squareRoot()
        } else {
          factor[i, j] = sum / factor[j, j]
        }
      }
    }
    let inverse = SmallMatrix()
    for i in 0..<size {
      inverse[i, i] = 1 / factor[i, i]
      for j in 0..<i {
        var sum = 0.0
        for k in j..<i { sum -= factor[i, k] * inverse[k, j] }
        inverse[i, j] = sum / factor[i, i]
      }
    }
    return inverse
  }
}
