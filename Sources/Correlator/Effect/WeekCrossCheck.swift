/// A second look at an adjusted effect, without its standard error.
///
/// If load did nothing, each week's contribution could just as well have had the
/// other sign. With *e*ₓ and *e*_y for the residuals of load and pain,
///
/// ```text
/// G_v = Σ eₓ e_y / √(1 − leverage) over the days of week v = ⌊t/7⌋
/// T   = Σ eₓ e_y
/// p   = (1 + number of flips with |Σ ± G_v| ≥ |T|) / 2000
/// ```
///
/// over 1,999 flips of all signs, drawn from ``SplitMix64`` with a fixed seed,
/// so that the same diary always gives the same number.
public struct WeekCrossCheck: Equatable, Sendable {
  /// The share of flips at least as extreme as the diary, 1/2000 to 1.
  public let p: Double

  /// The number of contributing weeks.
  public let weeks: Int

  /// The number of weeks in which pain was worse than expected after more
  /// running.
  public let weeksWorse: Int
}

extension WeekCrossCheck {
  static let flips = 1999
  static let seed: UInt64 = 20_240_229

  /// Checks the last fit of `regression`, which must have succeeded.
  ///
  /// - Complexity: O(flips · weeks).
  init(lastFitOf regression: borrowing ControlledRegression) {
    let residuals = WeekSums(regression)
    // The tolerance makes the identity flip count despite rounding.
    let bound = abs(residuals.total) - 1e-12 * residuals.scaled.reduce(0) { $0 + abs($1) }
    var random = SplitMix64(seed: Self.seed)
    var far = 0
    residuals.scaled.withUnsafeBufferPointer { sums in
      for _ in 0..<Self.flips {
        var total = 0.0
        for sum in sums {
          // Flipping the sign bit is exact and needs no branch.
          let sign = random.next() & (1 << 63)
          total += Double(bitPattern: sum.bitPattern ^ sign)
        }
        if abs(total) >= bound { far += 1 }
      }
    }
    self.init(
      // The observed signs are one of the possible flips, so p is never 0.
      p: Double(1 + far) / Double(Self.flips + 1), weeks: residuals.scaled.count,
      weeksWorse: residuals.plain.count { $0 > 0 })
  }
}

extension ControlledRegression {
  /// The cross-check of the fit at `lag`; `nil` if undefined.
  mutating func crossCheck(lag: Int) -> WeekCrossCheck? {
    fit(lag: lag) == nil ? nil : WeekCrossCheck(lastFitOf: self)
  }
}

/// The contribution of each week to Σ *e*ₓ *e*_y, weeks ascending.
struct WeekSums {
  /// Σ *e*ₓ *e*_y.
  private(set) var plain: [Double] = []
  /// G_v.
  private(set) var scaled: [Double] = []

  /// T.
  var total: Double { plain.reduce(0, +) }

  init(_ regression: borrowing ControlledRegression) {
    var current: Int32 = -1
    for slot in regression.design.slots.lazy.map(Int.init) where regression.isUsed(slot) {
      let week = regression.design.days[slot] / 7
      if week != current {
        plain.append(0)
        scaled.append(0)
        current = week
      }
      let product = regression.residuals.regressor[slot] * regression.residuals.outcome[slot]
      // A day with full leverage has no residual and must not divide by zero.
      let rest = max(1 - regression.residuals.leverage[slot], 1e-12)
      plain[plain.count - 1] += product
      scaled[scaled.count - 1] += product / rest.squareRoot()
    }
  }
}
