/// Mid-ranks by counting: equal values share the mean of their ranks.
///
/// One instance serves any number of lags without allocating again.
struct MidRanks {
  /// The count of each level in the last call of ``assign``.
  private(set) var counts: [Int32]

  private var rankOfLevel: [Double]

  /// Prepares for levels 0 ..< `levels`.
  init(levels: Int) {
    counts = [Int32](repeating: 0, count: levels)
    rankOfLevel = [Double](repeating: 0, count: levels)
  }

  /// The number of pairs of equal values in the last ranking.
  var tiedPairs: Int { counts.reduce(0) { $0 + Int($1) * (Int($1) - 1) / 2 } }

  /// Ranks the first `count` of `levels` among themselves, from 1 to `count`.
  ///
  /// - Complexity: O(`count` + number of levels).
  mutating func assign(_ levels: [Int32], count: Int, to ranks: inout [Double]) {
    for level in counts.indices { counts[level] = 0 }
    for index in 0..<count { counts[Int(levels[index])] += 1 }
    var below: Int32 = 0
    for level in counts.indices {
      rankOfLevel[level] = Double(below) + Double(counts[level] + 1) / 2
      below += counts[level]
    }
    for index in 0..<count { ranks[index] = rankOfLevel[Int(levels[index])] }
  }
}
