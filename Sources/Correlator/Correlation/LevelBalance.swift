/// The number of inserted values below a level, minus the number above it.
struct LevelBalance {
  /// Up to here the answer for every level is kept current with a few vector
  /// additions; beyond, a Fenwick tree is faster.
  private static let fewLevels = 48

  private let levels: Int
  private let hasFew: Bool
  private var total: Int32 = 0
  /// The answer for each level and a zero, or a tree.
  private var store: [Int32]
  /// With a tree: the count of each level.
  private var counts: [Int32] = []
  /// Without a tree: row *v* contains the sign of *l* − *v* for each level *l*.
  private var signs: [Int32] = []

  init(levels: Int) {
    self.levels = levels
    hasFew = levels <= Self.fewLevels
    store = [Int32](repeating: 0, count: levels + 1)
    if hasFew {
      signs = (0..<levels).flatMap { v in (0..<levels).map { l in Int32((l - v).signum()) } }
    } else {
      counts = [Int32](repeating: 0, count: levels)
    }
  }

  mutating func clear() {
    total = 0
    for index in store.indices { store[index] = 0 }
    for index in counts.indices { counts[index] = 0 }
  }

  mutating func insert(_ level: Int32, count: Int32) {
    if hasFew {
      let row = Int(level) * levels
      for index in 0..<levels { store[index] &+= count &* signs[row + index] }
      return
    }
    total += count
    counts[Int(level)] += count
    var index = Int(level) + 1
    while index <= levels {
      store[index] += count
      index += index & -index
    }
  }

  /// The answer for `level`; 0 for one more than the last level.
  func lessMinusGreater(_ level: Int32) -> Int {
    if hasFew { return Int(store[Int(level)]) }
    guard level < levels else { return 0 }
    var index = Int(level)
    var less: Int32 = 0
    while index > 0 {
      less += store[index]
      index &= index - 1
    }
    return Int(2 * less + counts[Int(level)] - total)
  }
}
