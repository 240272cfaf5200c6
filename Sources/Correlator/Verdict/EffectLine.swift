/// One line of effects at lags 1 to 3, by lag and version.
struct EffectLine {
  private let fits: [[WeeklyFit]]
  private let typicalRun: Double
  private var checks: [[WeekCrossCheck?]]

  /// `nil` if a fit is undefined.
  init?(_ fits: [[WeeklyFit]?], typicalRun: Double) {
    let defined = fits.compactMap(\.self)
    guard defined.count == fits.count else { return nil }
    self.fits = defined
    self.typicalRun = typicalRun
    checks = defined.map { $0.map { _ in nil } }
  }

  /// All estimates.
  var estimates: [SlopeEstimate] { fits.flatMap { $0.map(\.estimate) } }

  /// The estimates at `lag`, by version.
  func estimates(at lag: Int) -> [SlopeEstimate] {
    fits[lag - VerdictLags.all.lowerBound].map(\.estimate)
  }

  /// The cross-check made at `lag`; of two versions the one with the larger *p*.
  func crossCheck(at lag: Int) -> WeekCrossCheck? {
    checks[lag - VerdictLags.all.lowerBound].compactMap(\.self).max { $0.p < $1.p }
  }

  /// Whether `lag` counts at the levels in every version, and as what.
  ///
  /// Less pain must be larger, because every hidden bias points towards it.
  mutating func counting(at lag: Int, levels: [Double]) -> Verdict.Direction? {
    let place = lag - VerdictLags.all.lowerBound
    var direction: Verdict.Direction?
    for estimate in estimates(at: lag) {
      let points = estimate.slope * typicalRun
      let bar = confidenceBar(pairs: estimate.pairs, alpha: levels[place])
      let own: Verdict.Direction = points > 0 ? .more : .less
      guard estimate.t * estimate.t > bar, abs(points) >= (points > 0 ? 0.1 : 0.3),
        direction == nil || direction == own
      else { return nil }
      direction = own
    }
    // The check is the most expensive step, and two levels ask for it.
    if checks[place].contains(where: { $0 == nil }) {
      checks[place] = WeekCrossCheck.all(fits[place].map(\.weeks))
    }
    return checks[place].allSatisfy { ($0?.p ?? 1) < 0.05 } ? direction : nil
  }

  /// The lags that count at the levels, with their directions.
  mutating func counting(_ levels: [Double]) -> [(lag: Int, direction: Verdict.Direction)] {
    var counting: [(lag: Int, direction: Verdict.Direction)] = []
    for lag in VerdictLags.all {
      if let direction = self.counting(at: lag, levels: levels) {
        counting.append((lag, direction))
      }
    }
    return counting
  }

  /// The effects as they are shown.
  func shown() -> [AdjustedEffect] {
    let estimates = VerdictLags.all.compactMap {
      EffectModel.weaker(self.estimates(at: $0))?.estimate
    }
    let adjusted = holm(estimates.map(\.p))
    return zip(VerdictLags.all, zip(estimates, adjusted)).map { lag, fit in
      AdjustedEffect(
        lag: lag, estimate: fit.0, holmP: fit.1, pointsPerTypicalRun: fit.0.slope * typicalRun,
        crossCheck: crossCheck(at: lag))
    }
  }
}
