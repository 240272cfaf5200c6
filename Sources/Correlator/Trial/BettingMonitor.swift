/// A look at a trial that is still running, which may be repeated after every pair.
///
/// A test that is read again and again finds something sooner or later. This one
/// bets instead: on more pain in arm B with one stake, on less with another, each 1
/// at the start. With *d* = ±(*D* − *c*),
///
/// ```text
/// stake(c, ±) = ¼ Σ over l = ¼, ½, 1, 2 of  Π exp(l d) / cosh(l d)
/// ```
///
/// As long as a coin decides which arm comes first and the arms do the same, nobody
/// can expect to win, and the chance that either stake with *c* = 0 *ever* reaches
/// ``stoppingStake`` is at most 5 %, however often one looks. The interval holds
/// the effects *c* against which the stakes have not reached it.
///
/// The price is power: the same trial at its planned end, by ``SignFlipTest``, finds
/// more. Source: Waudby-Smith and Ramdas 2024, *J. R. Stat. Soc. B* 86:1.
public struct BettingMonitor: Equatable, Sendable {
  /// The number of differences so far.
  public let pairs: Int

  /// The largest stake on more pain in arm B, over all looks so far.
  public let stakeMore: Double

  /// The largest stake on less pain in arm B.
  public let stakeLess: Double

  /// 2 over the larger stake, at most 1: a *p*-value that holds at every look.
  public let p: Double

  /// The lower end of the 95 % interval of the effect; `nil` if it is further than
  /// 1,024 points from the mean.
  public let lower: Double?

  /// The upper end of the 95 % interval of the effect; `nil` if it is further than
  /// 1,024 points from the mean.
  public let upper: Double?

  /// Whether the trial may stop, because one of the stakes has reached
  /// ``stoppingStake``.
  public let stops: Bool

  /// The stake that ends a trial: 2 over 0.05, as there are two of them.
  public static let stoppingStake = 40.0

  /// Looks at the differences so far; `nil` below ``SignFlipTest/fewestPairs``, or if
  /// one is not finite.
  ///
  /// - Parameter differences: B minus A, in the order of the pairs.
  /// - Complexity: O(*m*) for each of about two hundred bisections.
  public init?(differences: [Double]) {
    guard differences.count >= SignFlipTest.fewestPairs, differences.allSatisfy(\.isFinite)
    else { return nil }
    var stakes = BettingProcess.Pair()
    for difference in differences { stakes.add(difference) }
    let largest = max(stakes.largest.more, stakes.largest.less)
    pairs = differences.count
    (stakeMore, stakeLess) = stakes.largest
    p = min(1, 2 / largest)
    lower = Self.end(differences, sign: 1)
    upper = Self.end(differences, sign: -1)
    stops = largest >= Self.stoppingStake
  }

  /// The effect at which the stake falls below the one that stops, on one side of
  /// the mean.
  private static func end(_ differences: [Double], sign: Double) -> Double? {
    func isRejected(_ effect: Double) -> Bool {
      BettingProcess.stake(differences, shift: effect, sign: sign) >= stoppingStake
    }
    let mean = differences.reduce(0, +) / Double(differences.count)
    guard !isRejected(mean) else { return mean }
    var step = 1.0
    while !isRejected(mean - sign * step) {
      step *= 2
      guard step <= 1024 else { return nil }
    }
    var (rejected, kept) = (mean - sign * step, mean)
    for _ in 0..<100 {
      let middle = (rejected + kept) / 2
      if isRejected(middle) { rejected = middle } else { kept = middle }
    }
    return (rejected + kept) / 2
  }
}
