internal import CivilDay
internal import RealModule

/// The adjusted effect of load on the next day's pain, month by month.
///
/// See ``MonthlyEffects`` for the formulas and ``AdjustedEffect`` for the model.
/// A month needs ten usable days for an effect. The shrunken value is
/// μ + τ²/(τ² + se²) (b − μ) with μ the weighted mean of the months.
///
/// - Parameter diary: As for ``analyse(_:lags:limit:)``; its timing is never doubted.
/// - Returns: The months and the effect of all days, or `nil` if the latter is
///   undefined.
/// - Complexity: O(*n* log *n*) for *n* days.
public func monthlyEffects(_ diary: Diary) -> MonthlyEffects? {
  let days = PairedDays(diary)
  let model = EffectModel(days, timing: diary.timing)
  let month = { (day: Int) in (days.firstDay + day).month }
  guard let sums = model.sums(lag: 1, groupOf: month),
    let overall = adjustedEffects(diary, lags: 1...1).first
  else { return nil }
  let table = MonthTable(sums, residualVariance: overall.estimate.residualVariance)
  return MonthlyEffects(
    months: zip(sums.groups, table.effects).map { group, effect in
      MonthlyEffects.Entry(
        month: group.group, days: group.days, effect: effect,
        correlation: nextDayCorrelation(days, in: group.group))
    },
    overall: overall, betweenVariance: table.betweenVariance)
}

/// The correlation of a month's loads with the next day's pain.
private func nextDayCorrelation(_ diary: PairedDays, in month: Month) -> LaggedCorrelation {
  let days = month.days
  let start = max(0, days.lowerBound - diary.firstDay)
  let end = min(diary.count, days.upperBound - diary.firstDay + 1)
  var profiler = LagProfiler(
    diary.slice(load: start..<end, pain: start..<min(diary.count, end + 1)))
  return profiler.correlation(at: 1)
}

/// The effects of groups of days.
struct MonthTable {
  /// τ².
  let betweenVariance: Double
  /// One element per group, `nil` below ten days.
  let effects: [MonthlyEffects.Effect?]

  init<Group>(_ sums: GroupSums<Group>, residualVariance: Double) {
    let own = sums.groups.map { group in
      (slope: group.products / group.squares, variance: residualVariance / group.squares)
    }
    // Only units that nobody uses put a variance out of range.
    let usable = zip(sums.groups, own).map { group, own in
      group.days >= 10 && group.squares > 0 && own.variance > 0 && own.variance.isFinite
    }
    let compared = zip(own, usable).filter(\.1).map(\.0)
    let groups = compared.map { ($0.slope, $0.variance) }
    let between = pauleMandel(groups.map(\.0), variances: groups.map(\.1))
    let mean = weightedMean(groups, between)
    let all = sums.groups.reduce((squares: 0, products: 0)) {
      ($0.squares + $1.squares, $0.products + $1.products)
    }
    betweenVariance = between
    effects = sums.groups.indices.map { index in
      guard usable[index] else { return nil }
      let (slope, variance) = own[index]
      let se = variance.squareRoot()
      let rest = all.squares - sums.groups[index].squares
      var z: Double?
      if rest > 1e-9 * all.squares {
        let restSlope = (all.products - sums.groups[index].products) / rest
        z = (slope - restSlope) / (variance + residualVariance / rest).squareRoot()
      }
      return MonthlyEffects.Effect(
        slope: slope, standardError: se,
        ci95: Interval(
          lower: slope - normalQuantile975 * se, upper: slope + normalQuantile975 * se),
        shrunken: mean + between / (between + variance) * (slope - mean), differenceZ: z,
        differenceP: z.map {
          min(1, Double(compared.count) * Double.erfc(abs($0) / 2.0.squareRoot()))
        })
    }
  }
}
