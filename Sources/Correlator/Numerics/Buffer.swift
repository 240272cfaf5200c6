/// Numbers in their own memory, initially zero and freed with their owner.
///
/// The inner loops of this module run over several of these at once. Arrays would
/// check bounds and uniqueness there, and a closure per array would bury the
/// arithmetic.
struct Buffer: ~Copyable {
  /// The number of usable elements.
  let count: Int

  /// The first element; sixteen more zeros follow the last.
  let start: UnsafeMutablePointer<Double>

  init(count: Int) {
    self.count = Buffer.wholeFours(count)
    start = .allocate(capacity: self.count + 16)
    start.initialize(repeating: 0, count: self.count + 16)
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

  /// Σ aₜ aₜ₊ⱼ for *j* and the seven lags after it.
  ///
  /// Eight sums at once, four days per step: a number is then loaded once for
  /// several products, and no sum waits for the previous one.
  func eightProducts(shifted j: Int) -> SIMD8<Double> {
    var sums = InlineArray<8, SIMD2<Double>>(repeating: .zero)
    for t in stride(from: 0, to: count - j, by: 4) {
      // Pointers move without the overflow checks that indices have.
      let (here, later) = (start + t, start + j + t)
      let (first, second) = (here.two(0), here.two(2))
      for lag in 0..<8 {
        sums[lag] += first * later.two(lag)
        sums[lag] += second * (later + 2).two(lag)
      }
    }
    var totals = SIMD8<Double>.zero
    for lag in 0..<8 { totals[lag] = sums[lag].sum() }
    return totals
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
