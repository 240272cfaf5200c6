/// The pseudo-random numbers of SplitMix64: the same sequence for the same seed
/// on every machine.
///
/// Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators".
/// Not for secrets.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Creates the sequence for `seed`.
  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  // The standard library may change its conversion from bits to ranges, so the
  // diary has its own.

  /// Returns a number of at least 0 and less than 1.
  mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns whether something with this probability happens.
  mutating func chance(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// Returns a whole number in `range`, all equally likely.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(uniform() * Double(range.count))
  }

  /// Returns a nearly normally distributed number with mean 0 and variance 1,
  /// never beyond 6.
  ///
  /// The sum of twelve uniform numbers needs no logarithm, whose last digit
  /// differs between C libraries.
  mutating func normal() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + uniform() }
  }
}
