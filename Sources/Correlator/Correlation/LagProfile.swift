/// Correlates the load of each day with the pain `lag` days later, for each lag
/// of `lags`.
///
/// A positive lag asks how pain follows load, a negative lag how load follows
/// pain; neither proves a cause. At lag *k* the pairs are (`load[t]`, `pain[t +
/// k]`), by calendar day, for all days on which both are known. No value is
/// filled in and no trend is removed. From the *N* pairs,
///
/// ```text
///                Σ (xᵢ − x̄)(yᵢ − ȳ)                             C − D
/// r = ─────────────────────────────────    τ_b = ──────────────────────────────
///     √( Σ (xᵢ − x̄)²  ·  Σ (yᵢ − ȳ)² )           √((C + D + Tₓ)(C + D + T_y))
/// ```
///
/// where means, and the mid-ranks of Spearman's coefficient, are computed from
/// the pairs at that lag, and *C*, *D*, *T* count concordant, discordant and tied
/// pairs of pairs. Cross-correlation functions such as R's `ccf` keep the means
/// and variances of the whole series and pair the other way round, so their
/// numbers differ.
///
/// Consecutive days are alike, so *N* pairs carry less information than *N*
/// independent ones. The test and the interval use the effective sample size,
///
/// ```text
/// 1/N* = 1/N + 2/N² Σⱼ cⱼ r_xx(j) r_yy(j),   j = 1 ... ⌊N/5⌋,   N* ≤ N
/// t    = r √((N* − 2)/(1 − r²))  with N* − 2 degrees of freedom
/// CI   = tanh(atanh r ± 1.959964 s),  s² = 1/(N* − 3),
///        for Spearman  s² = (1 + r²/2)/(N* − 3)
/// ```
///
/// with *c*ⱼ the number of pairs that have a partner *j* days later and
/// *r*_xx(j), *r*_yy(j) the autocorrelations over these.
///
/// - Parameters:
///   - load: Daily values in any one unit, such as kilometres.
///   - pain: Daily values in any one unit, such as 0 to 10. The two series may
///     start on different days and differ in length.
///   - lags: Days from load to pain.
/// - Returns: One element for each lag, in order. A coefficient is `nil` with
///   fewer than three pairs or if either side is constant: a sum of squared
///   deviations of at most 1e-12 max(1, Σ x²).
/// - Complexity: O(*n* log *n*) for each lag and *n* days.
///
/// Sources: Pyper and Peterman 1998, *Can. J. Fish. Aquat. Sci.* 55:2127;
/// Bonett and Wright 2000, *Psychometrika* 65:23; Knight 1966, *JASA* 61:436.
/// Checked against scipy 1.17 and R 4.2.2.
public func lagProfile(
  load: DailySeries, pain: DailySeries, lags: ClosedRange<Int>
) -> [LaggedCorrelation] {
  var profiler = LagProfiler(PairedDays(load: load, pain: pain))
  return lags.map { profiler.correlation(at: $0) }
}

/// Correlates at one lag after another in the same memory.
struct LagProfiler: ~Copyable {
  private let days: PairedDays
  private let loadLevels: Levels
  private let painLevels: Levels
  private var effectiveSize: EffectiveSize
  private var kendall: Kendall
  private var loadRanks: MidRanks
  private var painRanks: MidRanks
  // The pairs at the current lag: the first `count` elements.
  private var count = 0
  private var times: [Int32]
  private var loadLevel: [Int32]
  private var painLevel: [Int32]
  private var x: [Double]
  private var y: [Double]

  init(_ days: PairedDays) {
    self.days = days
    loadLevels = Levels(days.load)
    painLevels = Levels(days.pain)
    effectiveSize = EffectiveSize(days)
    kendall = Kendall(load: loadLevels, pain: painLevels)
    loadRanks = MidRanks(levels: loadLevels.count)
    painRanks = MidRanks(levels: painLevels.count)
    times = [Int32](repeating: 0, count: days.count + 1)
    (loadLevel, painLevel) = (times, times)
    x = [Double](repeating: 0, count: days.count + 1)
    y = x
  }

  mutating func correlation(at lag: Int) -> LaggedCorrelation {
    gatherPairs(at: lag)
    guard count >= 3 else {
      return LaggedCorrelation(
        lag: lag, n: count, pearson: .undefined, spearman: .undefined, kendallTau: nil)
    }
    effectiveSize.use(lag: lag, times: times, count: count)
    let pearson = estimate(ofRanks: false)
    loadRanks.assign(loadLevel, count: count, to: &x)
    painRanks.assign(painLevel, count: count, to: &y)
    return LaggedCorrelation(
      lag: lag, n: count, pearson: pearson, spearman: estimate(ofRanks: true),
      kendallTau: kendallTau(at: lag))
  }

  private mutating func gatherPairs(at lag: Int) {
    count = 0
    guard lag > -days.count, lag < days.count else { return }
    for day in max(0, -lag)..<min(days.count, days.count - lag) {
      let (load, pain) = (days.load[day], days.pain[day + lag])
      // Always written, kept only if both are known: a randomly taken branch
      // costs more.
      times[count] = Int32(day)
      x[count] = load
      y[count] = pain
      loadLevel[count] = loadLevels.ofDay[day]
      painLevel[count] = painLevels.ofDay[day + lag]
      count += load == load && pain == pain ? 1 : 0
    }
  }

  /// The correlation of `x` and `y`, which it centres.
  private mutating func estimate(ofRanks: Bool) -> CorrelationEstimate {
    let load = Centred(&x, count: count)
    let pain = Centred(&y, count: count)
    guard !load.isConstant, !pain.isConstant else { return .undefined }
    let squares = (load.sumOfSquares, pain.sumOfSquares)
    let r = dot(x, y, count: count) / (squares.0 * squares.1).squareRoot()
    let size = effectiveSize.size(x, y, squares: squares, times: times, count: count)
    return CorrelationEstimate(r: min(max(r, -1), 1), effectiveN: size, ofRanks: ofRanks)
  }

  /// Uses the counts from the last ranking.
  private mutating func kendallTau(at lag: Int) -> Double? {
    Kendall.tau(
      score: kendall.score(lag: lag), pairs: count,
      tied: (loadRanks.tiedPairs, painRanks.tiedPairs))
  }
}
