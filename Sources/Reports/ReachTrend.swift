/// The direction of the reach from one month to the next.
///
/// Physiotherapists see pain that retreats towards the back as a good sign
/// (centralisation), but only while numbness and weakness do not grow.
public enum ReachTrend: String, CaseIterable, Sendable {
  /// Towards the back, by half a step or more.
  case up
  /// Towards the toes, by half a step or more.
  case down
  /// Neither.
  case steady

  /// Days with a known reach that a month needs for a comparison.
  public static let neededDays = 5

  /// Compares two months; `nil` if either has too few days.
  public init?(from before: MonthFigures, to now: MonthFigures) {
    guard min(before.reachDays, now.reachDays) >= Self.neededDays,
      let old = before.meanReach, let new = now.meanReach
    else { return nil }
    let step = 0.5
    self = new - old >= step ? .down : old - new >= step ? .up : .steady
  }
}
