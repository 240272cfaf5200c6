/// The chance that a trial finds an effect, from how much units differ anyway.
///
/// Many trials are drawn. Each difference is the effect, plus or minus one of the
/// `past` differences:
///
/// ```text
/// D = effect ± past[next mod K],   minus if the top bit of the number after is 1
/// ```
///
/// with ``SplitMix64`` and a fixed seed, so that the same diary always gives the same
/// chance. A trial with a planned end finds its effect if a paired *t* test has
/// *p* < 0.05, which is quick and close to ``SignFlipTest``; a monitored one if
/// ``BettingMonitor`` would stop at any look.
///
/// - Parameters:
///   - past: Differences of ``pastPairDifferences(_:unit:)``.
///   - pairs: The number of pairs of the trial.
///   - effect: Points of pain, B minus A.
///   - monitored: Whether there is a look after every pair instead of a planned end.
///   - simulations: The number of trials drawn, at least 1.
/// - Returns: 0 to 1; `nil` with fewer than ``fewestPastPairs`` past differences, or
///   fewer than two pairs.
/// - Complexity: O(simulations · pairs).
public func trialPower(
  past: [Double], pairs: Int, effect: Double, monitored: Bool = false, simulations: Int = 2000
) -> Double? {
  guard past.count >= fewestPastPairs, past.allSatisfy(\.isFinite), pairs >= 2, simulations >= 1,
    let t = StudentT.quantile(0.975, degreesOfFreedom: Double(pairs - 1))
  else { return nil }
  var random = SplitMix64(seed: SignFlipTest.seed)
  var differences = [Double](repeating: 0, count: pairs)
  var found = 0
  for _ in 0..<simulations {
    for pair in differences.indices {
      let value = past[Int(random.next() % UInt64(past.count))]
      differences[pair] = effect + (random.next() >> 63 == 1 ? -value : value)
    }
    if monitored ? stopsEver(differences) : exceeds(t, differences) { found += 1 }
  }
  return Double(found) / Double(simulations)
}

/// The fewest past differences from which the power of a trial can be told.
public let fewestPastPairs = 4

/// The smallest effect that a trial finds with a given chance.
///
/// - Parameters:
///   - past: Differences of ``pastPairDifferences(_:unit:)``.
///   - pairs: The number of pairs of the trial.
///   - monitored: Whether there is a look after every pair instead of a planned end.
///   - chance: The least power, 0 to 1.
/// - Returns: 0.1 to 5 points of pain, in steps of 0.1; `nil` if even 5 points would be
///   missed too often, or with fewer than ``fewestPastPairs`` past differences.
/// - Complexity: O(pairs) for each of about twelve thousand simulated trials.
public func smallestDetectableEffect(
  past: [Double], pairs: Int, monitored: Bool = false, chance: Double = 0.8
) -> Double? {
  func isFound(_ tenths: Int) -> Bool {
    let power = trialPower(
      past: past, pairs: pairs, effect: Double(tenths) / 10, monitored: monitored)
    return power.map { $0 >= chance } ?? false
  }
  var (missed, found) = (0, 50)
  guard isFound(found) else { return nil }
  while found - missed > 1 {
    let middle = (missed + found) / 2
    if isFound(middle) { found = middle } else { missed = middle }
  }
  return Double(found) / 10
}

/// Whether a paired *t* test rejects at the quantile `t`.
private func exceeds(_ t: Double, _ differences: [Double]) -> Bool {
  let count = Double(differences.count)
  let mean = differences.reduce(0, +) / count
  let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  let deviation = (squares / (count - 1)).squareRoot()
  // Rounding must not decide between a mean and a deviation of the same size.
  return abs(mean) * count.squareRoot() > t * deviation * (1 + 1e-12)
}

/// Whether a stake reaches the one that stops, which no stake can before the sixth
/// pair: a difference at most doubles it.
private func stopsEver(_ differences: [Double]) -> Bool {
  var stakes = BettingProcess.Pair()
  for difference in differences {
    stakes.add(difference)
    if max(stakes.largest.more, stakes.largest.less) >= BettingMonitor.stoppingStake { return true }
  }
  return false
}
