/// A symmetric or triangular matrix of seven rows.
struct SmallMatrix {
  static let size = ControlledDesign.width

  private var elements: InlineArray<49, Double> = .init(repeating: 0)

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * Self.size + column] }
    set { elements[row * Self.size + column] = newValue }
  }

  /// Adds `factor` v vᵀ to the lower triangle.
  mutating func add(_ factor: Double, _ v: SIMD8<Double>) {
    for row in 0..<Self.size {
      for column in 0...row { self[row, column] += factor * v[row] * v[column] }
    }
  }

  /// L⁻¹ with L Lᵀ equal to this matrix; only the lower triangle is read.
  ///
  /// `nil` if a diagonal element of L is below `smallest`.
  func inverseOfCholeskyFactor(smallest: Double) -> SmallMatrix? {
    var factor = SmallMatrix()
    for i in 0..<Self.size {
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
    for i in 0..<Self.size {
      inverse[i, i] = 1 / factor[i, i]
      for j in 0..<i {
        var sum = 0.0
        for k in j..<i { sum -= factor[i, k] * inverse[k, j] }
        inverse[i, j] = sum / factor[i, i]
      }
    }
    return inverse
  }

  /// L v.
  func times(_ v: SIMD8<Double>) -> SIMD8<Double> {
    var product = SIMD8<Double>.zero
    for i in 0..<Self.size {
      for j in 0...i { product[i] += self[i, j] * v[j] }
    }
    return product
  }

  /// Lᵀ L v.
  func gramTimes(_ v: SIMD8<Double>) -> SIMD8<Double> {
    let inner = times(v)
    var product = SIMD8<Double>.zero
    for i in 0..<Self.size {
      for j in 0...i { product[j] += self[i, j] * inner[i] }
    }
    return product
  }
}
