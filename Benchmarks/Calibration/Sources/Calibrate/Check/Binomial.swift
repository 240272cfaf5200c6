import Foundation

/// The limits of chance.
enum Binomial {
  static let probability = 1e-7

  /// The counts that a true rate within `rates` stays within.
  static func bounds(total: Int, rates: ClosedRange<Double>) -> ClosedRange<Int> {
    var low = 0
    var below = 0.0
    while low < total {
      below += mass(low, total, rates.lowerBound)
      if below > probability { break }
      low += 1
    }
    var high = total
    var above = 0.0
    while high > 0 {
      above += mass(high, total, rates.upperBound)
      if above > probability { break }
      high -= 1
    }
    return min(low, high)...max(low, high)
  }

  private static func mass(_ count: Int, _ total: Int, _ p: Double) -> Double {
    if p <= 0 { return count == 0 ? 1 : 0 }
    if p >= 1 { return count == total ? 1 : 0 }
    let ways =
      lgamma(Double(total + 1)) - lgamma(Double(count + 1)) - lgamma(Double(total - count + 1))
    return exp(ways + Double(count) * log(p) + Double(total - count) * log(1 - p))
  }
}
