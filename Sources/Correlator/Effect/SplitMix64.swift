/// Steele, Lea and Flood's generator of 2014: the same numbers on every
/// machine.
///
/// It flips coins when the outcome must be reproducible; it is not for secrets.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator that repeats itself for the same `seed`.
  public init(seed: UInt64) {
    state = seed
  }

  /// Creates the same generator after its first `skipped` numbers, without
  /// drawing them.
  init(seed: UInt64, skipping skipped: UInt64) {
    state = seed &+ skipped &* Self.increment
  }

  /// What the state grows by with each number.
  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= Self.increment
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
