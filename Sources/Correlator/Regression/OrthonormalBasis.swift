internal import RealModule

/// Orthonormal columns that span the columns of a matrix.
///
/// Gram-Schmidt with two passes over each column, which is as orthogonal as a
/// Householder factorisation (Giraud, Langou and Rozložník 2005). A column that
/// depends on the earlier ones is dropped: if at most 1e-7 of its length remains.
struct OrthonormalBasis: ~Copyable {
  /// The columns, one after the other, each `stride` elements apart.
  let columns: Buffer
  let stride: Int

  /// The number of columns kept.
  let count: Int

  /// The smallest share of its length left in any column, 0 if one was dropped.
  let smallestRemainder: Double

  /// Creates the basis of `count` columns of `rows` elements, in order.
  ///
  /// Elements beyond `rows` must be zero up to `stride`, a multiple of four.
  ///
  /// - Complexity: O(`rows` · `count`²).
  init(of matrix: borrowing Buffer, columns count: Int, stride: Int) {
    columns = Buffer(count: matrix.count)
    self.stride = stride
    var kept = 0
    var smallest = 1.0
    var factors = [Double](repeating: 0, count: count)
    for column in 0..<count {
      let v = columns.start + kept * stride
      v.update(from: matrix.start + column * stride, count: stride)
      let length = dot(v, v, count: stride).squareRoot()
      for _ in 0..<2 { Self.project(v, from: columns.start, kept, stride, &factors) }
      let remainder = dot(v, v, count: stride).squareRoot()
      guard remainder > 1e-7 * length else {
        smallest = 0
        v.update(repeating: 0, count: stride)
        continue
      }
      smallest = min(smallest, remainder / length)
      for row in 0..<stride { v[row] /= remainder }
      kept += 1
    }
    self.count = kept
    smallestRemainder = smallest
  }

  /// Subtracts from `v` its projection on the first `count` columns.
  private static func project(
    _ v: UnsafeMutablePointer<Double>, from columns: UnsafeMutablePointer<Double>, _ count: Int,
    _ stride: Int, _ factors: inout [Double]
  ) {
    guard count > 0 else { return }
    for column in 0..<count {
      factors[column] = dot(v, columns + column * stride, count: stride)
    }
    factors.withUnsafeBufferPointer { factors in
      for row in Swift.stride(from: 0, to: stride, by: 4) {
        var sum = v.four(row)
        for column in 0..<count {
          sum -= factors[column] * columns.four(column * stride + row)
        }
        v.setFour(row, sum)
      }
    }
  }

  /// Subtracts from `v`, which has `stride` elements, its projection on the
  /// columns; twice, so that nothing of it remains.
  func removeProjection(from v: UnsafeMutablePointer<Double>) {
    var factors = [Double](repeating: 0, count: count)
    for _ in 0..<2 { Self.project(v, from: columns.start, count, stride, &factors) }
  }

  /// The diagonal of the projection on the columns, at one row.
  func leverage(_ row: Int) -> Double {
    var sum = 0.0
    for column in 0..<count {
      let value = columns[column * stride + row]
      sum += value * value
    }
    return sum
  }
}
