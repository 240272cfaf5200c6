/// A square matrix of at most 16 rows, in rows of 16.
struct SmallMatrix {
  var rows: InlineArray<16, SIMD16<Double>> = .init(repeating: .zero)

  subscript(row: Int, column: Int) -> Double {
    get { rows[row][column] }
    set { rows[row][column] = newValue }
  }
}

extension SmallMatrix {
  /// L⁻¹ where L Lᵀ is this matrix, for its first `size` rows and columns.
  ///
  /// `nil` if a diagonal element of L is below `smallest`.
  func inverseOfCholeskyFactor(size: Int, smallest: Double) -> SmallMatrix? {
    var factor = SmallMatrix()
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
    var inverse = SmallMatrix()
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
