/// What an activity measured, and when two that did are one: the rule for files and
/// for what is typed alike.
struct ActivityMeasures {
  let distanceM: Double?
  /// What its time may be: without pauses, and with them.
  let seconds: [Double]

  /// Seconds by which clocks that saw the same start may differ.
  static let tolerance = 120
  /// By how much measures of the same activity may differ.
  static let agreement = 0.02

  /// Whether distance and time agree, as far as both are known of each; `false` if
  /// neither is.
  func agree(with other: ActivityMeasures) -> Bool {
    disagreement(with: other).map { $0 <= Self.agreement } ?? false
  }

  /// The larger part by which distance and time differ, as far as both are known
  /// of each; `nil` if neither is.
  func disagreement(with other: ActivityMeasures) -> Double? {
    func part(_ first: Double, _ second: Double) -> Double {
      abs(first - second) / max(first, second)
    }
    let distances = distanceM.flatMap { first in other.distanceM.map { part(first, $0) } }
    var times: Double?
    for mine in seconds {
      for theirs in other.seconds { times = min(times ?? .infinity, part(mine, theirs)) }
    }
    guard let distances, let times else { return distances ?? times }
    return max(distances, times)
  }
}
