internal import RealModule

/// Subtracts the mean from values and checks whether they vary at all.
struct Centred {
  let mean: Double

  /// Σ (x − x̄)².
  let sumOfSquares: Double

  /// Whether the values count as constant.
  ///
  /// For a constant, rounding leaves a sum of squares near 1e-16 Σ x², so
  /// anything up to 1e-12 max(1, Σ x²) counts as constant.
  let isConstant: Bool

  /// Centres the first `count` of `values`.
  ///
  /// Two passes: a sum of squares minus the square of a sum would lose all
  /// digits of values such as 10,000,000.2.
  init(_ values: inout [Double], count: Int) {
    var sum = 0.0
    var raw = 0.0
    for index in 0..<count {
      sum = Relaxed.sum(sum, values[index])
      raw = Relaxed.multiplyAdd(values[index], values[index], raw)
    }
    mean = sum / Double(max(count, 1))
    var squares = 0.0
    for index in 0..<count {
      values[index] -= mean
      squares = Relaxed.multiplyAdd(values[index], values[index], squares)
    }
    sumOfSquares = squares
    isConstant = squares <= 1e-12 * max(1, raw)
  }
}

/// Σ aᵢ bᵢ over the first `count` elements.
func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int) -> Double {
  var sum = 0.0
  for index in 0..<count { sum = Relaxed.multiplyAdd(a[index], b[index], sum) }
  return sum
}
