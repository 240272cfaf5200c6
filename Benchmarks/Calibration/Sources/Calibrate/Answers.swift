import Correlator

/// The methods' answers for one diary.
struct Answers: Sendable {
  /// The *p*-value of each method at lag 1; `nil` if undefined.
  let pValues: [Method: Double]
  /// The adjusted effect at lag 1: slope and 95 % interval, per kilometre.
  let slope: Double?
  let interval: Interval?
  let pointsPerTypicalRun: Double?
  let verdict: Verdict.Kind
  /// The outcomes for the thirds of the runs, smallest load first; empty without any.
  let thirds: [DoseResponse.Outcome]

  enum Method: String, CaseIterable, Sendable {
    case pearson = "Pearson, naive"
    case spearman = "Spearman, naive"
    case pearsonEffective = "Pearson, N*"
    case spearmanEffective = "Spearman, N*"
    case adjusted = "adjusted, HC3"
  }

  init(_ diary: (load: DailySeries, pain: DailySeries), timing: Timing) {
    var pValues: [Method: Double] = [:]
    if let lag = lagProfile(load: diary.load, pain: diary.pain, lags: 1...1).first {
      pValues[.pearson] = Self.naive(lag.pearson.r, lag.n)
      pValues[.spearman] = Self.naive(lag.spearman.r, lag.n)
      pValues[.pearsonEffective] = lag.pearson.p
      pValues[.spearmanEffective] = lag.spearman.p
    }
    let effect = adjustedEffects(
      load: diary.load, pain: diary.pain, timing: timing, lags: 1...1
    ).first
    pValues[.adjusted] = effect?.estimate.p
    self.pValues = pValues
    slope = effect?.estimate.slope
    interval = effect?.estimate.ci95
    pointsPerTypicalRun = effect?.pointsPerTypicalRun
    verdict = Correlator.verdict(load: diary.load, pain: diary.pain, timing: timing).kind
    thirds = doseResponse(load: diary.load, pain: diary.pain, timing: timing).bands.map(\.outcome)
  }

  /// The textbook test, as if all days were independent.
  private static func naive(_ r: Double?, _ n: Int) -> Double? {
    guard let r, n > 3, abs(r) < 1 else { return nil }
    let df = Double(n - 2)
    return StudentT.twoSidedP(r * (df / (1 - r * r)).squareRoot(), degreesOfFreedom: df)
  }
}
