import Correlator

/// What one diary says, read once.
struct Reading: Sendable {
  /// Tests of one lag.
  enum Test: String, CaseIterable, Sendable {
    case pearson = "Pearson, naive"
    case spearman = "Spearman, naive"
    case pearsonEffective = "Pearson, N*"
    case spearmanEffective = "Spearman, N*"
    case adjusted = "adjusted, HC3"
  }

  /// The whole rule, with what else the days held.
  let kind: Verdict.Kind
  /// By load and pain alone; `nil` if that is all there is.
  let plainKind: Verdict.Kind?
  /// Whether the ratings look as if they were made after the run.
  let alarm: Bool
  /// The *p*-value of each test at lag 1; without the undefined ones.
  let pValues: [Test: Double]
  /// The adjusted effect at lag 1, per kilometre.
  let slope: Double?
  let interval: Interval?
  /// After a typical run.
  let points: Double?

  init(_ life: Life) {
    let plain = life.diary()
    let whole = life.wholeDiary
    let analysis = analyse(whole ?? plain, lags: 1...1)
    kind = analysis.verdict.kind
    plainKind = whole == nil ? nil : verdict(plain).kind
    alarm = analysis.timingIsDoubtful
    let correlation = analysis.lags[0].correlation
    // As the diary declares its ratings, alarm or not.
    let effect = adjustedEffects(plain, lags: 1...1).first
    var pValues: [Test: Double] = [:]
    pValues[.pearson] = Self.naive(correlation.pearson.r, correlation.n)
    pValues[.spearman] = Self.naive(correlation.spearman.r, correlation.n)
    pValues[.pearsonEffective] = correlation.pearson.p
    pValues[.spearmanEffective] = correlation.spearman.p
    pValues[.adjusted] = effect?.estimate.p
    self.pValues = pValues
    slope = effect?.estimate.slope
    interval = effect?.estimate.ci95
    points = effect?.pointsPerTypicalRun
  }

  /// The textbook test, as if all days were independent.
  private static func naive(_ r: Double?, _ n: Int) -> Double? {
    guard let r, n > 3, abs(r) < 1 else { return nil }
    let df = Double(n - 2)
    return StudentT.twoSidedP(r * (df / (1 - r * r)).squareRoot(), degreesOfFreedom: df)
  }
}
