internal import RealModule

/// A complex Fourier transform of a power of two, with the spectrum in
/// bit-reversed order.
///
/// Sums of products need no sorted spectrum, so the reordering passes are
/// skipped: `forward` ends where `inverse` starts. Real and imaginary parts are
/// in separate arrays, the best layout for the vector unit.
struct FourierTransform {
  /// The number of points, at least 16.
  let size: Int

  /// The factors e^(−2πi t/n), real parts then imaginary parts, in the order of
  /// the stages of `forward`.
  private let factors: [Double]

  init(size: Int) {
    precondition(size >= 16 && size & (size - 1) == 0, "The size must be a power of two.")
    self.size = size
    var factors: [Double] = []
    factors.reserveCapacity(3 * size)
    func append(multiple: Int, count: Int, of n: Int) {
      let angles = (0..<count).map { 2 * Double.pi * Double(multiple * $0) / Double(n) }
      factors += angles.map(Double.cos)
      factors += angles.map { -Double.sin($0) }
    }
    var n = size
    if !size.trailingZeroBitCount.isMultiple(of: 2) {
      append(multiple: 1, count: n / 2, of: n)
      n /= 2
    }
    while n >= 16 {
      for multiple in 1...3 { append(multiple: multiple, count: n / 4, of: n) }
      n /= 4
    }
    self.factors = factors
  }

  /// Replaces a signal in natural order by its spectrum in bit-reversed order.
  func forward(_ re: UnsafeMutablePointer<Double>, _ im: UnsafeMutablePointer<Double>) {
    factors.withUnsafeBufferPointer { buffer in
      guard var factor = buffer.baseAddress else { return }
      var n = size
      if !size.trailingZeroBitCount.isMultiple(of: 2) {
        let half = n / 2
        for t in stride(from: 0, to: half, by: 4) {
          let a = Lanes(re, im, t)
          let b = Lanes(re, im, t + half)
          (a + b).store(re, im, t)
          (a - b).times(Lanes(factor, factor + half, t)).store(re, im, t + half)
        }
        factor += 2 * half
        n = half
      }
      while n >= 16 {
        let m = n / 4
        for start in stride(from: 0, to: size, by: n) {
          let (r0, r1, r2, r3) = Self.quarters(re + start, m)
          let (i0, i1, i2, i3) = Self.quarters(im + start, m)
          for t in stride(from: 0, to: m, by: 4) {
            let (a0, a1) = (Lanes(r0, i0, t), Lanes(r1, i1, t))
            let (a2, a3) = (Lanes(r2, i2, t), Lanes(r3, i3, t))
            let (s0, s1, s2) = (a0 + a2, a0 - a2, a1 + a3)
            let s3 = (a1 - a3).timesMinusI
            (s0 + s2).store(r0, i0, t)
            (s0 - s2).times(Lanes(factor + 2 * m, factor + 3 * m, t)).store(r1, i1, t)
            (s1 + s3).times(Lanes(factor, factor + m, t)).store(r2, i2, t)
            (s1 - s3).times(Lanes(factor + 4 * m, factor + 5 * m, t)).store(r3, i3, t)
          }
        }
        factor += 6 * m
        n = m
      }
      for start in stride(from: 0, to: size, by: 4) {
        let (re, im) = (re + start, im + start)
        let (r0, r1) = (re[0] + re[2], re[0] - re[2])
        let (i0, i1) = (im[0] + im[2], im[0] - im[2])
        let (r2, r3) = (re[1] + re[3], im[1] - im[3])
        let (i2, i3) = (im[1] + im[3], re[3] - re[1])
        (re[0], im[0]) = (r0 + r2, i0 + i2)
        (re[1], im[1]) = (r0 - r2, i0 - i2)
        (re[2], im[2]) = (r1 + r3, i1 + i3)
        (re[3], im[3]) = (r1 - r3, i1 - i3)
      }
    }
  }

  @inline(__always)
  private static func quarters(
    _ start: UnsafeMutablePointer<Double>, _ m: Int
  ) -> (
    UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>,
    UnsafeMutablePointer<Double>
  ) {
    (start, start + m, start + 2 * m, start + 3 * m)
  }

  /// Reverses `forward`, except that the result is `size` times too large.
  func inverse(_ re: UnsafeMutablePointer<Double>, _ im: UnsafeMutablePointer<Double>) {
    for start in stride(from: 0, to: size, by: 4) {
      let (re, im) = (re + start, im + start)
      let (r0, r1) = (re[0] + re[1], re[0] - re[1])
      let (i0, i1) = (im[0] + im[1], im[0] - im[1])
      let (r2, r3) = (re[2] + re[3], im[3] - im[2])
      let (i2, i3) = (im[2] + im[3], re[2] - re[3])
      (re[0], im[0]) = (r0 + r2, i0 + i2)
      (re[1], im[1]) = (r1 + r3, i1 + i3)
      (re[2], im[2]) = (r0 - r2, i0 - i2)
      (re[3], im[3]) = (r1 - r3, i1 - i3)
    }
    factors.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var factor = base + buffer.count
      var n = 16
      while n <= size {
        let m = n / 4
        factor -= 6 * m
        for start in stride(from: 0, to: size, by: n) {
          let (r0, r1, r2, r3) = Self.quarters(re + start, m)
          let (i0, i1, i2, i3) = Self.quarters(im + start, m)
          for t in stride(from: 0, to: m, by: 4) {
            let u0 = Lanes(r0, i0, t)
            let u2 = Lanes(r1, i1, t).times(conjugate: Lanes(factor + 2 * m, factor + 3 * m, t))
            let u1 = Lanes(r2, i2, t).times(conjugate: Lanes(factor, factor + m, t))
            let u3 = Lanes(r3, i3, t).times(conjugate: Lanes(factor + 4 * m, factor + 5 * m, t))
            let (s0, s1, s2) = (u0 + u2, u0 - u2, u1 + u3)
            let s3 = (u3 - u1).timesMinusI
            (s0 + s2).store(r0, i0, t)
            (s1 + s3).store(r1, i1, t)
            (s0 - s2).store(r2, i2, t)
            (s1 - s3).store(r3, i3, t)
          }
        }
        n *= 4
      }
      if factor > base {
        let half = size / 2
        for t in stride(from: 0, to: half, by: 4) {
          let a = Lanes(re, im, t)
          let b = Lanes(re, im, t + half).times(conjugate: Lanes(base, base + half, t))
          (a + b).store(re, im, t)
          (a - b).store(re, im, t + half)
        }
      }
    }
  }
}

/// Four complex numbers.
struct Lanes {
  var re: SIMD4<Double>
  var im: SIMD4<Double>

  @inline(__always)
  init(re: SIMD4<Double>, im: SIMD4<Double>) {
    self.re = re
    self.im = im
  }

  /// Reads the four numbers that start at `index`.
  @inline(__always)
  init(_ re: UnsafePointer<Double>, _ im: UnsafePointer<Double>, _ index: Int) {
    self.re = UnsafeRawPointer(re + index).loadUnaligned(as: SIMD4<Double>.self)
    self.im = UnsafeRawPointer(im + index).loadUnaligned(as: SIMD4<Double>.self)
  }

  @inline(__always)
  func store(
    _ re: UnsafeMutablePointer<Double>, _ im: UnsafeMutablePointer<Double>, _ index: Int
  ) {
    UnsafeMutableRawPointer(re + index).storeBytes(of: self.re, as: SIMD4<Double>.self)
    UnsafeMutableRawPointer(im + index).storeBytes(of: self.im, as: SIMD4<Double>.self)
  }

  @inline(__always)
  static func + (a: Lanes, b: Lanes) -> Lanes { Lanes(re: a.re + b.re, im: a.im + b.im) }

  @inline(__always)
  static func - (a: Lanes, b: Lanes) -> Lanes { Lanes(re: a.re - b.re, im: a.im - b.im) }

  @inline(__always)
  var timesMinusI: Lanes { Lanes(re: im, im: -re) }

  @inline(__always)
  func times(_ w: Lanes) -> Lanes {
    Lanes(re: re * w.re - im * w.im, im: re * w.im + im * w.re)
  }

  @inline(__always)
  func times(conjugate w: Lanes) -> Lanes {
    Lanes(re: re * w.re + im * w.im, im: im * w.re - re * w.im)
  }
}
