/// What the usual running goes with on an average day.
///
/// The model of ``AdjustedEffect``, with the sum of the next fourteen days as the
/// outcome: Y = 14 × mean of the known ratings of y[t+1] to y[t+14], of which ten
/// must be known. The slope times the mean of all known loads is the difference in
/// points that the habit goes with. Its 95 % interval covers the truth in about 93
/// to 95 % of simulated diaries; a shorter window misses part of a lasting cost.
///
/// It describes and decides nothing.
public struct HabitCost: Equatable, Sendable {
  /// The number of days used.
  public let pairs: Int

  /// The mean of all known loads, rest days included.
  public let meanLoad: Double

  /// Points of pain on an average day.
  public let points: Double

  /// The standard error of `points`.
  public let standardError: Double

  /// The 95 % interval of `points`.
  public let ci95: Interval

  /// The days after a run that are summed.
  public static let horizon = 14
}

extension EffectVersion {
  /// `nil` with fewer than 60 days, or if undefined.
  func habitCost() -> HabitCost? {
    var outcome = [Double](repeating: .nan, count: diary.count)
    let horizon = HabitCost.horizon
    for day in outcome.indices
    where day + horizon < diary.count && !diary.pain[day].isNaN {
      let known = diary.pain[(day + 1)...(day + horizon)].filter { !$0.isNaN }
      guard known.count >= 10 else { continue }
      outcome[day] = Double(horizon) * known.reduce(0, +) / Double(known.count)
    }
    let loads = diary.load.filter { !$0.isNaN }
    guard let fit = regression.fit(sameDay: outcome), fit.pairs >= 60 else { return nil }
    let mean = loads.reduce(0, +) / Double(loads.count)
    return HabitCost(
      pairs: fit.pairs, meanLoad: mean, points: fit.slope * mean,
      standardError: fit.standardError * mean,
      ci95: Interval(lower: fit.ci95.lower * mean, upper: fit.ci95.upper * mean))
  }
}
