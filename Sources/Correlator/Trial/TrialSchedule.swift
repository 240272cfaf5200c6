/// The coins of a randomised trial: which arm comes first in each pair.
///
/// Pair *i*, counted from 0, begins with B if the top bit of number *i* of
/// ``SplitMix64`` is 1, and with A if it is 0. The seed alone decides, so the
/// whole trial can be checked with it afterwards. Each number comes without those
/// before it, so that only the pair that begins is drawn.
public struct TrialSchedule: Equatable, Sendable {
  /// What all coins follow from.
  public let seed: UInt64

  /// Creates the coins of `seed`.
  public init(seed: UInt64) {
    self.seed = seed
  }

  /// Whether a pair begins with arm B.
  ///
  /// - Parameter pair: The number of the pair, from 0.
  /// - Returns: `true` for B, then A; `false` for A, then B.
  /// - Complexity: O(1).
  public func startsWithB(pair: Int) -> Bool {
    var random = SplitMix64(seed: seed, skipping: UInt64(truncatingIfNeeded: pair))
    return random.next() >> 63 == 1
  }
}
