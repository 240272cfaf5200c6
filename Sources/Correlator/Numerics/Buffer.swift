/// Numbers in memory of their own, zero at first and freed with their owner.
///
/// The inner loops of this module run over several of these at once. An array
/// would check bounds and uniqueness there, and a closure for each array would
/// bury the arithmetic.
struct Buffer: ~Copyable {
  /// The number of elements that may be used.
  let count: Int

  /// The first element; eight more zeros follow the last.
  let start: UnsafeMutablePointer<Double>

  init(count: Int) {
    self.count = Buffer.wholeFours(count)
    start = .allocate(capacity: self.count + 8)
    start.initialize(repeating: 0, count: self.count + 8)
  }

  deinit { start.deallocate() }

  /// `count` rounded up to a multiple of four.
  static func wholeFours(_ count: Int) -> Int { (count + 3) / 4 * 4 }

  @inline(__always)
  subscript(index: Int) -> Double {
    get {
      assert(index >= 0 && index < count)
      return start[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      start[index] = newValue
    }
  }

  /// Σ aₜ aₜ₊ⱼ for *j* and the three lags after it.
  ///
  /// Four sums at once, since one alone would wait for the memory.
  func fourProducts(shifted j: Int) -> SIMD4<Double> {
    var sums = (SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero)
    let later = start + j
    for t in stride(from: 0, to: count - j, by: 2) {
      let value = start.two(t)
      sums.0 += value * later.two(t)
      sums.1 += value * later.two(t + 1)
      sums.2 += value * later.two(t + 2)
      sums.3 += value * later.two(t + 3)
    }
    return SIMD4(sums.0.sum(), sums.1.sum(), sums.2.sum(), sums.3.sum())
  }

  func clear() { start.update(repeating: 0, count: count) }
}

extension UnsafePointer<Double> {
  /// The two numbers from `index` on.
  @inline(__always)
  func two(_ index: Int) -> SIMD2<Double> {
    UnsafeRawPointer(self + index).loadUnaligned(as: SIMD2<Double>.self)
  }

  /// The four numbers from `index` on.
  @inline(__always)
  func four(_ index: Int) -> SIMD4<Double> {
    UnsafeRawPointer(self + index).loadUnaligned(as: SIMD4<Double>.self)
  }
}

extension UnsafeMutablePointer<Double> {
  /// The two numbers from `index` on.
  @inline(__always)
  func two(_ index: Int) -> SIMD2<Double> { UnsafePointer(self).two(index) }

  /// Replaces the two numbers from `index` on.
  @inline(__always)
  func setTwo(_ index: Int, _ value: SIMD2<Double>) {
    UnsafeMutableRawPointer(self + index).storeBytes(of: value, as: SIMD2<Double>.self)
  }

  /// The four numbers from `index` on.
  @inline(__always)
  func four(_ index: Int) -> SIMD4<Double> { UnsafePointer(self).four(index) }

  /// Replaces the four numbers from `index` on.
  @inline(__always)
  func setFour(_ index: Int, _ value: SIMD4<Double>) {
    UnsafeMutableRawPointer(self + index).storeBytes(of: value, as: SIMD4<Double>.self)
  }
}
