/// The bounds that the intervals of a snapshot leave, in points of pain after a
/// typical run.
struct Bounds {
  /// From the lowest to the highest limit of the 90 % intervals at lags 1 to 3.
  let range: Interval

  /// The largest effect of either sign within these intervals.
  let largest: Double

  /// The lags with a significant effect that is too small to count.
  let smallEffectLags: [Int]

  /// The largest standard error.
  let standardError: Double

  /// The smallest number of pairs.
  let pairs: Int

  /// The additional pairs until a 90 % interval around zero is within ± sesoi
  /// with a probability of 80 %; not positive if it is already.
  ///
  /// With *m* pairs and *q* controls, 2*q* + (*m* − 2*q*)(se / (sesoi/2.927))²
  /// pairs are needed: the standard error shrinks with the root of the pairs
  /// beyond those that the controls use up. 2.927 is 1.645 + 1.282, the
  /// quantiles of the normal distribution for 5 % and 10 %.
  let missingPairs: Double

  /// Bounds of a snapshot without shortfall.
  init(_ snapshot: borrowing Snapshot, sesoi: Double) {
    let estimates = snapshot.effects.map(\.estimate)
    range = Interval(
      lower: snapshot.points(estimates.map(\.ci90.lower).min() ?? 0),
      upper: snapshot.points(estimates.map(\.ci90.upper).max() ?? 0))
    largest = max(abs(range.lower), abs(range.upper))
    standardError = snapshot.points(estimates.map(\.standardError).max() ?? 0)
    pairs = estimates.map(\.pairs).min() ?? 0
    // Controls use up pairs at a fixed cost; only the rest narrows the interval.
    let used = Double(2 * (estimates.first?.controls ?? 0))
    let ratio = standardError / (sesoi / 2.927)
    missingPairs = used + (Double(pairs) - used) * ratio * ratio - Double(pairs)
    var small: [Int] = []
    for (effect, p) in zip(snapshot.effects, snapshot.holmP)
    where p < 0.05 && !snapshot.isLarge(effect.estimate) {
      small.append(effect.lag)
    }
    smallEffectLags = small
  }
}
