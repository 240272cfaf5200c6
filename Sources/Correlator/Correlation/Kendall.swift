/// Counts concordant and discordant pairs while going through the days by
/// ascending load.
///
/// Knight 1966, *JASA* 61:436, uses merge sort; here the order of the load is
/// known beforehand, and pain usually has a dozen levels.
struct Kendall {
  private let load: Levels
  /// The level of pain of each day, padded with an unknown day on both sides; an
  /// unknown day has its own level, above all others.
  private let painLevel: [Int32]
  private let levels: Int
  private var balance: LevelBalance
  private var waiting: [Int32]

  init(load: Levels, pain: Levels) {
    self.load = load
    levels = pain.count
    painLevel =
      [Int32(levels)] + pain.ofDay.map { $0 < 0 ? Int32(pain.count) : $0 } + [Int32(levels)]
    balance = LevelBalance(levels: levels)
    waiting = [Int32](repeating: 0, count: levels + 1)
  }

  /// Concordant minus discordant pairs at `lag`; pairs tied in either do not
  /// count.
  ///
  /// - Complexity: O(*n* log *d*), where *d* is the number of pain levels.
  mutating func score(lag: Int) -> Int {
    balance.clear()
    var score = 0
    let last = painLevel.count - 1
    for group in load.groups {
      if group.count == 1 {
        let level = painLevel[min(max(Int(load.sortedDays[group.lowerBound]) + lag + 1, 0), last)]
        score += balance.lessMinusGreater(level)
        if level < levels { balance.insert(level, count: 1) }
        continue
      }
      // Days with equal loads are ties: none may see the others.
      for index in group {
        let level = painLevel[min(max(Int(load.sortedDays[index]) + lag + 1, 0), last)]
        score += balance.lessMinusGreater(level)
        waiting[Int(level)] += 1
      }
      waiting[levels] = 0
      for level in 0..<levels where waiting[level] > 0 {
        balance.insert(Int32(level), count: waiting[level])
        waiting[level] = 0
      }
    }
    return score
  }

  /// τ_b from the score of `pairs` days, of which `tied` pairs are equal in load
  /// or pain; `nil` if either is constant.
  static func tau(score: Int, pairs: Int, tied: (load: Int, pain: Int)) -> Double? {
    let all = pairs * (pairs - 1) / 2
    let untied = Double(all - tied.load) * Double(all - tied.pain)
    guard untied > 0 else { return nil }
    return Double(score) / untied.squareRoot()
  }
}
