internal import RealModule

/// The effective sample size, for series with gaps.
///
/// With both sides centred and Σ x² = Σ y² = N, and *c*ⱼ pairs that have a
/// partner *j* days later,
///
/// ```text
/// 1/N* = 1/N + 2/N² Σ (Σ xₜ xₜ₊ⱼ) (Σ yₜ yₜ₊ⱼ) / cⱼ,   j = 1 ... ⌊N/5⌋
/// ```
///
/// but never less than 1/N: neighbours that differ more than by chance do not
/// count as extra evidence.
///
/// Pyper and Peterman 1998, *Can. J. Fish. Aquat. Sci.* 55:2127, define it for
/// series without gaps.
struct EffectiveSize: ~Copyable {
  /// From this longest distance, the sums are computed by Fourier transform.
  private static let transformFrom = 100

  private var partners: PartnerCounts
  private var sums: AutocovarianceSums?
  private var longest = 0
  // The two sides by day, zero without a pair.
  private let x: Buffer
  private let y: Buffer

  init(_ days: PairedDays) {
    partners = PartnerCounts(days)
    x = Buffer(count: days.count)
    y = Buffer(count: days.count)
  }

  /// Prepares for the pairs at `lag`, the first `count` of `times`.
  mutating func use(lag: Int, times: [Int32], count: Int) {
    longest = count / 5
    if longest < Self.transformFrom {
      sums = nil
    } else if (sums?.limit ?? 0) <= longest {
      sums = AutocovarianceSums(longestLag: longest)
    }
    partners.update(
      lag: lag, times: times, count: count, longest: longest, sums: &sums)
    x.clear()
    y.clear()
  }

  /// The effective size for one pair of centred sides, `nil` below four pairs.
  ///
  /// The sides `a` and `b` are in the order of `times`; `squares` are their
  /// sums of squares, both positive.
  ///
  /// - Complexity: O(*n* log *n*) for *n* days.
  mutating func size(
    _ a: [Double], _ b: [Double], squares: (Double, Double), times: [Int32], count: Int
  ) -> Double? {
    guard count >= 4 else { return nil }
    let n = Double(count)
    let scale = ((n / squares.0).squareRoot(), (n / squares.1).squareRoot())
    for index in 0..<count {
      let day = Int(times[index])
      x[day] = a[index] * scale.0
      y[day] = b[index] * scale.1
    }
    let inverse = 1 / n + 2 * sumOfProducts() / (n * n)
    return inverse <= 1 / n ? n : 1 / inverse
  }

  private mutating func sumOfProducts() -> Double {
    guard longest > 0 else { return 0 }
    if sums != nil {
      sums?.compute(x, y)
      return sums?.productsOverPartners(partners.counts, upTo: longest) ?? 0
    }
    var total = 0.0
    for first in stride(from: 1, through: longest, by: 8) {
      let products = x.eightProducts(shifted: first) * y.eightProducts(shifted: first)
      for j in first...min(first + 7, longest) where partners.counts[j] > 0 {
        total += products[j - first] / partners.counts[j]
      }
    }
    return total
  }
}

extension AutocovarianceSums {
  /// Σ first · second / partners over the lags from 1 to `longest`.
  fileprivate func productsOverPartners(_ partners: [Double], upTo longest: Int) -> Double {
    var total = 0.0
    for j in 1...longest where partners[j] > 0 { total += first[j] * second[j] / partners[j] }
    return total
  }
}
