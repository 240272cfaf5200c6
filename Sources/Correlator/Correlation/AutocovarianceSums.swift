internal import RealModule

/// The sums Σ xₜ xₜ₊ⱼ of two signals at once, for all lags *j* below a limit,
/// by Fourier transform.
///
/// A signal is cut into blocks of `limit` values. With both signals packed into
/// one complex number, a block needs one transform of twice its length, padded
/// with zeros; its neighbour's spectrum, with the sign of every odd frequency
/// flipped, represents the values after it. That costs O(*n* log limit), less
/// than a transform as long as the signal.
///
/// Rounding leaks from one signal into the other, so both should have about the
/// same size.
struct AutocovarianceSums: ~Copyable {
  /// The sums of the first and second signal; element *j* belongs to lag *j*.
  let first: Buffer
  let second: Buffer

  /// One more than the longest lag, rounded up to a power of two.
  let limit: Int

  private let transform: FourierTransform
  // cos and sin of πt/limit.
  private let cosines: Buffer
  private let sines: Buffer
  private var spectrum: Spectrum
  private var next: Spectrum
  private let sum: Spectrum

  /// Prepares sums up to the lag `longestLag`.
  init(longestLag: Int) {
    limit = max(16, 1 << (Int.bitWidth - longestLag.leadingZeroBitCount))
    transform = FourierTransform(size: limit)
    first = Buffer(count: limit)
    second = Buffer(count: limit)
    cosines = Buffer(count: limit)
    sines = Buffer(count: limit)
    for t in 0..<limit {
      let angle = Double.pi * Double(t) / Double(limit)
      (cosines[t], sines[t]) = (.cos(angle), .sin(angle))
    }
    spectrum = Spectrum(size: 2 * limit)
    next = Spectrum(size: 2 * limit)
    sum = Spectrum(size: 2 * limit)
  }

  /// Sets `first` and `second` for two signals of the same length.
  mutating func compute(_ x: borrowing Buffer, _ y: borrowing Buffer) {
    sum.clear()
    load(x, y, from: 0)
    var start = limit
    repeat {
      swap(&spectrum, &next)
      if start < x.count { load(x, y, from: start) } else { next.clear() }
      accumulate()
      start += limit
    } while start < x.count + limit
    invert()
  }

  /// Transforms the block from `start` on into `next` and separates the two
  /// signals there.
  ///
  /// In bit-reversed order the frequencies *k* and −*k* stand mirrored within
  /// each run [2ᵖ, 2ᵖ⁺¹). The lower of the two places receives the first
  /// signal's spectrum, the upper the second's.
  private func load(_ x: borrowing Buffer, _ y: borrowing Buffer, from start: Int) {
    let (re, im) = (next.re.start, next.im.start)
    let count = min(limit, x.count - start)
    next.clear()
    for t in 0..<count {
      let (a, b) = (x[start + t], y[start + t])
      (re[t], im[t]) = (a, b)
      re[limit + t] = a * cosines[t] + b * sines[t]
      im[limit + t] = b * cosines[t] - a * sines[t]
    }
    transform.forward(re, im)
    transform.forward(re + limit, im + limit)
    var run = 2
    while run < 2 * limit {
      for index in run..<(run + run / 2) {
        let mirror = 3 * run - 1 - index
        let (pr, pi, qr, qi) = (re[index], im[index], re[mirror], im[mirror])
        (re[index], im[index]) = (pr + qr, pi - qi)
        (re[mirror], im[mirror]) = (pr - qr, pi + qi)
      }
      run *= 2
    }
  }

  /// Adds conj(this) · (this ± next) to the sum; frequencies from `limit` on are
  /// the odd ones.
  private func accumulate() {
    let before = sum.firstTwo
    for index in stride(from: 0, to: 2 * limit, by: 4) {
      let (this, following) = (spectrum.lanes(index), next.lanes(index))
      let both = index < limit ? this + following : this - following
      sum.set(index, sum.lanes(index) + both.times(conjugate: this))
    }
    // Frequencies 0 and `limit` are their own mirror images: there the two
    // signals are next to each other as real numbers.
    for (index, before) in [(0, before.0), (1, before.1)] {
      let (re, im) = (spectrum.re[index], spectrum.im[index])
      sum.re[index] = before.re + 4 * re * (re + next.re[index])
      sum.im[index] = before.im + 4 * im * (im + next.im[index])
    }
  }

  /// Packs the two summed spectra into one and transforms it back.
  private func invert() {
    let (re, im) = (sum.re.start, sum.im.start)
    var run = 2
    while run < 2 * limit {
      for index in run..<(run + run / 2) {
        let mirror = 3 * run - 1 - index
        let (ar, ai, br, bi) = (re[index], im[index], re[mirror], im[mirror])
        (re[index], im[index]) = (ar - bi, ai + br)
        (re[mirror], im[mirror]) = (ar + bi, br - ai)
      }
      run *= 2
    }
    transform.inverse(re, im)
    transform.inverse(re + limit, im + limit)
    let scale = 1 / Double(8 * limit)
    for t in 0..<limit {
      let (oddRe, oddIm) = (re[limit + t], im[limit + t])
      first[t] = scale * (re[t] + cosines[t] * oddRe - sines[t] * oddIm)
      second[t] = scale * (im[t] + cosines[t] * oddIm + sines[t] * oddRe)
    }
  }
}

/// The real and imaginary parts of a spectrum.
private struct Spectrum: ~Copyable {
  let re: Buffer
  let im: Buffer

  init(size: Int) {
    re = Buffer(count: size)
    im = Buffer(count: size)
  }

  var firstTwo: ((re: Double, im: Double), (re: Double, im: Double)) {
    ((re[0], im[0]), (re[1], im[1]))
  }

  func clear() {
    re.clear()
    im.clear()
  }

  @inline(__always)
  func lanes(_ index: Int) -> Lanes { Lanes(re.start, im.start, index) }

  @inline(__always)
  func set(_ index: Int, _ value: Lanes) { value.store(re.start, im.start, index) }
}
