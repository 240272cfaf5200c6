/// Counts concordant and discordant pairs with a Fenwick tree.
///
/// Knight 1966, *JASA* 61:436, does the same by merge sort; here the sorted
/// order of the load is known beforehand and pain has few levels.
struct Kendall {
  private var tree: [Int32]
  private var seen: [Int32]
  private var waiting: [Int32]

  /// Prepares for levels of pain 0 ..< `painLevels` and up to `days` pairs.
  init(painLevels: Int, days: Int) {
    tree = [Int32](repeating: 0, count: painLevels + 1)
    seen = [Int32](repeating: 0, count: painLevels)
    waiting = [Int32](repeating: 0, count: days)
  }

  /// Concordant minus discordant pairs at `lag`; pairs tied in either do not
  /// count.
  ///
  /// - Complexity: O(*n* log *d*), where *d* is the number of pain levels.
  mutating func score(load: Levels, pain: Levels, lag: Int) -> Int {
    for index in tree.indices { tree[index] = 0 }
    for index in seen.indices { seen[index] = 0 }
    var score = 0
    var total: Int32 = 0
    var pending = 0
    var pendingLevel: Int32 = -1
    for day in load.sortedDays {
      let later = Int(day) + lag
      guard later >= 0, later < pain.ofDay.count else { continue }
      let painLevel = pain.ofDay[later]
      guard painLevel >= 0 else { continue }
      // Days with an equal load are ties: none of them may see the others.
      let loadLevel = load.ofDay[Int(day)]
      if loadLevel != pendingLevel {
        for index in 0..<pending { insert(waiting[index]) }
        total += Int32(pending)
        pending = 0
        pendingLevel = loadLevel
      }
      let less = countBelow(painLevel)
      score += Int(less) - Int(total - less - seen[Int(painLevel)])
      waiting[pending] = painLevel
      pending += 1
    }
    return score
  }

  private mutating func insert(_ level: Int32) {
    seen[Int(level)] += 1
    var index = Int(level) + 1
    while index < tree.count {
      tree[index] += 1
      index += index & -index
    }
  }

  private func countBelow(_ level: Int32) -> Int32 {
    var index = Int(level)
    var count: Int32 = 0
    while index > 0 {
      count += tree[index]
      index &= index - 1
    }
    return count
  }
}
