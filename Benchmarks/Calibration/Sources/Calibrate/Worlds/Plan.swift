/// What is settled for each day before the leg has its say, the warm-up included.
struct Plan {
  /// The days before the diary, until nothing is left of how life began.
  static let warmUp = 60

  let warmUp: Int
  /// The weekday of each day, 0 for Monday.
  let weekdays: [Int]
  /// The chance of a run, and its distance in kilometres.
  var chance: [Double]
  var distance: [Double]
  /// Points of pain that come from elsewhere.
  var ache: [Double]
  /// What is logged of the day.
  var sitting: [Double]?
  var flare: [Double]?

  /// Warm-up and diary.
  var count: Int { weekdays.count }

  /// The diary alone.
  var days: Int { count - warmUp }

  /// The days as the diary counts them, from a negative number to the last.
  var diaryDays: Range<Int> { -warmUp..<days }

  init(_ week: Week, days: Int, warmUp: Int, from weekday: Int, _ random: inout Random) {
    self.warmUp = warmUp
    let first = weekday + 6 * warmUp
    weekdays = (0..<(warmUp + days)).map { (first + $0) % 7 }
    chance = weekdays.map { week.chance[$0] }
    distance = weekdays.map { week.distance[$0] * random.logNormal(week.spread, shift: week.shift) }
    ache = [Double](repeating: 0, count: warmUp + days)
  }

  /// Kilometres are logged in tenths.
  static func tenths(_ distance: Double) -> Double {
    (distance * 10).rounded(.toNearestOrEven) / 10
  }

  /// Multiplies the chance and the distance of a run, by day of the diary.
  mutating func scale(chance: (Int) -> Double = { _ in 1 }, distance: (Int) -> Double = { _ in 1 })
  {
    for (index, day) in diaryDays.enumerated() {
      self.chance[index] *= chance(day)
      self.distance[index] *= distance(day)
    }
  }

  /// Adds pain from elsewhere, by day of the diary.
  mutating func add(ache: (Int) -> Double) {
    for (index, day) in diaryDays.enumerated() { self.ache[index] += ache(day) }
  }

  /// Decides on every run beforehand, so that the load is known.
  mutating func settle(_ random: inout Random) {
    for day in chance.indices { chance[day] = random.unit() < chance[day] ? 1 : 0 }
  }
}

/// A training week, Monday first.
struct Week {
  /// The chance of a run.
  var chance: [Double]
  /// The median distance of a run, and the scatter and shift of its logarithm.
  var distance: [Double]
  var spread = 0.25
  var shift = 0.0

  /// Four runs or so.
  static let four = Week(
    chance: [0.15, 0.70, 0.20, 0.65, 0.15, 0.70, 0.75], distance: [5, 8, 5, 8, 5, 9, 15])

  /// Three runs or so.
  static let three = Week(
    chance: [0.15, 0.75, 0.10, 0.75, 0.10, 0.30, 0.85], distance: four.distance)

  /// Four runs or so, with a longer Sunday.
  static let longSunday = Week(
    chance: [0.10, 0.85, 0.15, 0.80, 0.10, 0.75, 0.80], distance: [5, 8, 5, 8, 5, 10, 16],
    shift: -0.03)

  /// The same three days and distances every week, one run in ten missed.
  static let sameDays = Week(
    chance: [0, 0.9, 0, 0.9, 0, 0, 0.9], distance: [0, 8, 0, 8, 0, 0, 14], spread: 0)

  /// The same loop on random days.
  static let loop = Week(
    chance: [Double](repeating: 0.45, count: 7), distance: [Double](repeating: 8, count: 7),
    spread: 0)

  /// A run every day, for plans that take away from it.
  static func daily(spread: Double) -> Week {
    Week(
      chance: [Double](repeating: 1, count: 7), distance: [Double](repeating: 8, count: 7),
      spread: spread)
  }
}
