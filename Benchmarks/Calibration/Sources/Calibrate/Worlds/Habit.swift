import Foundation

/// How the leg changes what was planned for the day.
struct Habit: Sendable {
  /// What the runner knows in the morning.
  struct Morning {
    let felt: Double
    let rating: Double
    /// How the leg felt on the evening before.
    let eveningBefore: Double
    let tookPill: Bool
  }

  /// The factors of the chance of a run and of its distance.
  let factors: @Sendable (Morning) -> (chance: Double, distance: Double)

  /// Runs as planned.
  static let none = Habit { _ in (1, 1) }

  /// Runs less often and less far after a high rating.
  static let sore = Habit { (skipping($0.rating), shortening($0.rating)) }

  /// Likewise, by how the leg feels, which the rating shows only roughly.
  static let felt = Habit { (skipping($0.felt), shortening(Rating.clamped($0.felt))) }

  /// By how it felt on the evening before and feels this morning.
  static let sinceEvening = Habit {
    let felt = (Rating.clamped($0.felt) + Rating.clamped($0.eveningBefore)) / 2
    return (skipping(felt, half: 3.2, width: 0.7), shortening(felt))
  }

  /// Runs less often after a high rating, but not less far.
  static let skips = Habit { (skipping($0.rating), 1) }

  /// Likewise, unless a pill makes a run possible.
  static let skipsWithoutPill = Habit { ($0.tookPill ? 0.9 : skipping($0.rating), 1) }

  /// Runs half as often at a rating of 4 or more.
  static let skipsAtFour = Habit { ($0.rating < 4 ? 1.1 : 0.55, 1) }

  private static func skipping(_ pain: Double, half: Double = 3.5, width: Double = 0.8) -> Double {
    1.05 / (1 + exp((pain - half) / width))
  }

  private static func shortening(_ pain: Double) -> Double { max(0.3, 1 - 0.1 * pain) }
}
