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

  /// Checks one fit.
  ///
  /// - Complexity: O(flips · weeks).
  init(_ sums: WeekSums) { self = Self.all([sums])[0] }

  /// Checks several fits.
  ///
  /// All of them draw from the same seed, so those with as many weeks flip the
  /// same coins, which are then tossed once.
  static func all(_ fits: [WeekSums]) -> [WeekCrossCheck] {
    var far = [Int](repeating: 0, count: fits.count)
    for weeks in Set(fits.map(\.scaled.count)) {
      let group = fits.indices.filter { fits[$0].scaled.count == weeks }
      for start in stride(from: 0, to: group.count, by: 4) {
        let members = Array(group[start..<min(start + 4, group.count)])
        let counts = farFlips(members.map { fits[$0] }, weeks: weeks)
        for (place, member) in members.enumerated() { far[member] = counts[place] }
      }
    }
    return zip(fits, far).map { fit, far in
      WeekCrossCheck(
        // The observed signs are one of the possible flips, so p is never 0.
        p: Double(1 + far) / Double(flips + 1), weeks: fit.scaled.count,
        weeksWorse: fit.plain.count { $0 > 0 })
    }
  }

  /// The number of flips at least as extreme as each of up to four fits.
  private static func farFlips(_ fits: [WeekSums], weeks: Int) -> SIMD4<Int> {
    var bounds = SIMD4<Double>(repeating: .infinity)
    var sums = [SIMD4<Double>](repeating: .zero, count: weeks)
    for (place, fit) in fits.enumerated() {
      // The tolerance makes the identity flip count despite rounding.
      bounds[place] = abs(fit.total) - 1e-12 * fit.scaled.reduce(0) { $0 + abs($1) }
      for (week, sum) in fit.scaled.enumerated() { sums[week][place] = sum }
    }
    var random = SplitMix64(seed: seed)
    var far = SIMD4<Int>.zero
    sums.withUnsafeBufferPointer { sums in
      for _ in 0..<flips {
        var total = SIMD4<Double>.zero
        for sum in sums {
          // One or minus one, by the top bit: exact, and without a branch.
          let sign = Double(bitPattern: 1.0.bitPattern | random.next() & (1 << 63))
          total += sign * sum
        }
        for place in fits.indices where abs(total[place]) >= bounds[place] { far[place] += 1 }
      }
    }
    return far
  }
}

/// The contribution of each week to Σ *e*ₓ *e*_y, weeks ascending.
struct WeekSums: Equatable, Sendable {
  /// Σ *e*ₓ *e*_y.
  private(set) var plain: [Double] = []
  /// G_v.
  private(set) var scaled: [Double] = []
  private var week: Int32 = -1

  /// T.
  var total: Double { plain.reduce(0, +) }

  /// Adds a row; days must ascend.
  mutating func add(_ row: Int, of residuals: borrowing Residuals, day: Int32) {
    if day / 7 != week {
      plain.append(0)
      scaled.append(0)
      week = day / 7
    }
    let product = residuals.regressor[row] * residuals.outcome[row]
    // A day with full leverage has no residual and must not divide by zero.
    let rest = max(1 - residuals.leverage[row], 1e-12)
    plain[plain.count - 1] += product
    scaled[scaled.count - 1] += product / rest.squareRoot()
  }

  init() {}

  /// The sums of the last fit of `regression`, which must have succeeded.
  init(_ regression: borrowing ControlledRegression) {
    for slot in regression.design.slots.lazy.map(Int.init) where regression.isUsed(slot) {
      add(slot, of: regression.residuals, day: regression.design.days[slot])
    }
  }
}

/// A fit and what its weeks contribute.
struct WeeklyFit: Equatable, Sendable {
  let estimate: SlopeEstimate
  let weeks: WeekSums
}

extension ControlledRegression {
  /// The fit at `lag` with its weeks; `nil` if undefined.
  mutating func weeklyFit(lag: Int) -> WeeklyFit? {
    guard let estimate = fit(lag: lag) else { return nil }
    return WeeklyFit(estimate: estimate, weeks: WeekSums(self))
  }
}
