internal import RealModule

/// The sums Σ xₜ xₜ₊ⱼ of two signals at once, for all lags *j* below a limit,
/// by Fourier transform.
///
/// A signal is cut into blocks of `limit` values. With both signals packed into
/// one complex number, a block needs one transform of twice its length, padded
/// with zeros; its neighbour's spectrum, with the sign of every odd frequency
/// turned, stands for the values that follow it. That costs O(*n* log limit),
/// less than a transform as long as the signal.
///
/// Rounding spills from one signal into the other, so that both should have
/// about the same size.
struct AutocovarianceSums {
  /// The sums of the first and second signal; element *j* belongs to lag *j*.
  private(set) var first: [Double] = []
  private(set) var second: [Double] = []

  /// One more than the longest lag, rounded up to a power of two.
  let limit: Int

  private let transform: FourierTransform
  private let cosines: [Double]
  private let sines: [Double]
  // Spectra of a block, of the one after it, and the sum over blocks.
  private var re: [Double]
  private var im: [Double]
  private var nextRe: [Double]
  private var nextIm: [Double]
  private var sumRe: [Double]
  private var sumIm: [Double]

  /// Prepares sums up to the lag `longestLag`.
  init(longestLag: Int) {
    limit = max(16, 1 << (Int.bitWidth - longestLag.leadingZeroBitCount))
    transform = FourierTransform(size: limit)
    let angles = (0..<limit).map { [limit] in Double.pi * Double($0) / Double(limit) }
    cosines = angles.map(Double.cos)
    sines = angles.map(Double.sin)
    let zeros = [Double](repeating: 0, count: 2 * limit)
    (re, im, nextRe, nextIm, sumRe, sumIm) = (zeros, zeros, zeros, zeros, zeros, zeros)
  }

  /// Sets `first` and `second` for two signals of the same length.
  mutating func compute(_ x: [Double], _ y: [Double]) {
    for index in sumRe.indices { (sumRe[index], sumIm[index]) = (0, 0) }
    let blocks = max(1, (x.count + limit - 1) / limit)
    loadSpectrum(x, y, from: 0)
    swapSpectra()
    for block in 1...blocks {
      if block < blocks {
        loadSpectrum(x, y, from: block * limit)
      } else {
        for index in nextRe.indices { (nextRe[index], nextIm[index]) = (0, 0) }
      }
      accumulate()
      swapSpectra()
    }
    invert()
  }

  private mutating func swapSpectra() {
    swap(&re, &nextRe)
    swap(&im, &nextIm)
  }

  /// Transforms one block into `nextRe` and `nextIm` and separates the two
  /// signals there.
  ///
  /// In bit-reversed order the frequencies *k* and −*k* stand mirrored within
  /// each run [2ᵖ, 2ᵖ⁺¹). The lower of the two places receives the first
  /// signal's spectrum, the upper the second's.
  private mutating func loadSpectrum(_ x: [Double], _ y: [Double], from start: Int) {
    let limit = limit
    let count = min(limit, x.count - start)
    nextRe.withUnsafeMutableBufferPointer { re in
      nextIm.withUnsafeMutableBufferPointer { im in
        guard let re = re.baseAddress, let im = im.baseAddress else { return }
        for t in 0..<count {
          let (a, b) = (x[start + t], y[start + t])
          (re[t], im[t]) = (a, b)
          re[limit + t] = a * cosines[t] + b * sines[t]
          im[limit + t] = b * cosines[t] - a * sines[t]
        }
        for t in count..<max(count, limit) {
          (re[t], im[t], re[limit + t], im[limit + t]) = (0, 0, 0, 0)
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
    }
  }

  /// Adds conj(this) · (this ± next); frequencies from `limit` on are the odd
  /// ones.
  private mutating func accumulate() {
    // Frequencies 0 and `limit` are their own mirror images: there the two
    // signals stand side by side as two real numbers.
    for (index, sign) in [(0, 1.0), (1, 1.0)] {
      sumRe[index] += 4 * re[index] * (re[index] + sign * nextRe[index])
      sumIm[index] += 4 * im[index] * (im[index] + sign * nextIm[index])
    }
    let limit = limit
    re.withUnsafeBufferPointer { re in
      im.withUnsafeBufferPointer { im in
        nextRe.withUnsafeBufferPointer { nextRe in
          nextIm.withUnsafeBufferPointer { nextIm in
            sumRe.withUnsafeMutableBufferPointer { sumRe in
              sumIm.withUnsafeMutableBufferPointer { sumIm in
                for index in 2..<limit {
                  let (sr, si) = (re[index] + nextRe[index], im[index] + nextIm[index])
                  sumRe[index] += re[index] * sr + im[index] * si
                  sumIm[index] += re[index] * si - im[index] * sr
                }
                for index in limit..<(2 * limit) {
                  let (sr, si) = (re[index] - nextRe[index], im[index] - nextIm[index])
                  sumRe[index] += re[index] * sr + im[index] * si
                  sumIm[index] += re[index] * si - im[index] * sr
                }
              }
            }
          }
        }
      }
    }
  }

  /// Packs the two summed spectra into one and transforms it back.
  private mutating func invert() {
    let limit = limit
    let scale = 1 / Double(8 * limit)
    first = [Double](repeating: 0, count: limit)
    second = first
    sumRe.withUnsafeMutableBufferPointer { re in
      sumIm.withUnsafeMutableBufferPointer { im in
        guard let re = re.baseAddress, let im = im.baseAddress else { return }
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
        for t in 0..<limit {
          let (oddRe, oddIm) = (re[limit + t], im[limit + t])
          first[t] = scale * (re[t] + cosines[t] * oddRe - sines[t] * oddIm)
          second[t] = scale * (im[t] + cosines[t] * oddIm + sines[t] * oddRe)
        }
      }
    }
  }
}
