/// The evidence of a diary up to its last day: effects at lags 1 to 3.
struct Snapshot: ~Copyable {
  static let lags = 1...3

  let runs: RunSummary
  let shortfall: Shortfall?
  /// The defined effects at lags 1 to 3.
  let effects: [(lag: Int, estimate: SlopeEstimate)]
  /// Holm's correction of their *p*-values.
  let holmP: [Double]

  private var model: EffectModel
  private var checks: [Int: WeekCrossCheck] = [:]

  /// The data missing for a verdict.
  struct Shortfall {
    let reason: Verdict.Reason
    /// The available pairs, if more of them would be enough.
    var pairs: Int?
  }

  static let neededPairs = 60

  init(_ diary: PairedDays, timing: Timing) {
    var model = EffectModel(diary, timing: timing)
    let runs = RunSummary(diary)
    var effects: [(lag: Int, estimate: SlopeEstimate)] = []
    for lag in Self.lags {
      if let estimate = model.estimate(lag: lag) { effects.append((lag, estimate)) }
    }
    // The weakest lag decides, since the verdict needs all three.
    var rows = effects.map(\.estimate.pairs).min() ?? 0
    if effects.count < Self.lags.count {
      rows = Self.lags.map { model.rows(at: $0) }.min() ?? 0
    }
    self.runs = runs
    self.effects = effects
    self.model = model
    holmP = holm(effects.map(\.estimate.p))
    shortfall = Self.shortfall(runs, effects.map(\.estimate), rows: rows)
  }

  private static func shortfall(
    _ runs: RunSummary, _ effects: [SlopeEstimate], rows: Int
  ) -> Shortfall? {
    let isComplete = effects.count == lags.count
    // Without a run, more days like these would not help.
    if runs.typicalRun == nil { return Shortfall(reason: .tooFewPairs) }
    if rows < neededPairs {
      return Shortfall(
        reason: isComplete ? .fewerThan60DayPairs : .tooFewPairs, pairs: rows)
    }
    if !runs.hasVariation { return Shortfall(reason: .tooLittleVariation) }
    let share = effects.map(\.share).min() ?? 0
    return isComplete && share >= 0.05 ? nil : Shortfall(reason: .loadFixedByWeekday)
  }

  /// Points of pain after a typical run.
  func points(_ perUnit: Double) -> Double { perUnit * (runs.typicalRun ?? 0) }

  /// Whether an effect is large enough to count.
  ///
  /// Relief must be larger, because every hidden bias points towards it.
  func isLarge(_ estimate: SlopeEstimate) -> Bool {
    abs(points(estimate.slope)) >= (estimate.slope > 0 ? 0.1 : 0.3)
  }

  /// The effects that count at `level`: significant, large, and supported by the
  /// cross-check.
  mutating func counting(at level: Double) -> [(lag: Int, estimate: SlopeEstimate)] {
    guard shortfall == nil else { return [] }
    var counting: [(lag: Int, estimate: SlopeEstimate)] = []
    for (effect, p) in zip(effects, holmP) where p < level && isLarge(effect.estimate) {
      if let check = crossCheck(lag: effect.lag), check.p < 0.05 { counting.append(effect) }
    }
    return counting
  }

  private mutating func crossCheck(lag: Int) -> WeekCrossCheck? {
    // The check is the most expensive step, and two levels ask for it.
    if let known = checks[lag] { return known }
    let check = model.crossCheck(lag: lag)
    checks[lag] = check
    return check
  }
}

extension Snapshot {
  /// The effects at `lags`, if defined, with the cross-checks made so far.
  ///
  /// Holm's correction runs over lags 1 to 3, requested or not, and over the
  /// later requested ones.
  mutating func adjustedEffects(lags: ClosedRange<Int>) -> [Int: AdjustedEffect] {
    var later: [(lag: Int, estimate: SlopeEstimate)] = []
    for lag in lags where lag > Self.lags.upperBound {
      if let estimate = model.estimate(lag: lag) { later.append((lag, estimate)) }
    }
    let all = zip(effects + later, holmP + holm(later.map(\.estimate.p)))
    var adjusted: [Int: AdjustedEffect] = [:]
    for (effect, p) in all where lags.contains(effect.lag) {
      adjusted[effect.lag] = AdjustedEffect(
        lag: effect.lag, estimate: effect.estimate, holmP: p,
        pointsPerTypicalRun: runs.typicalRun.map { $0 * effect.estimate.slope },
        crossCheck: checks[effect.lag])
    }
    return adjusted
  }

  /// Pain after short, middle and long runs; see ``DoseResponse``.
  mutating func doseResponse(of diary: PairedDays) -> DoseResponse {
    guard shortfall == nil else { return DoseResponse(.notEnoughData) }
    let effects = adjustedEffects(lags: Self.lags).values.sorted { $0.lag < $1.lag }
    return DoseResponse(diary, effects: effects, model: &model)
  }
}
