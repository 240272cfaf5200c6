/// What the diaries of a world look like.
struct Traits: Sendable {
  /// Kilometres and run days in a week.
  private(set) var distance = 0.0
  private(set) var runs = 0.0
  /// The ratings: their mean and standard deviation, shares, and how alike neighbours are.
  private(set) var pain = 0.0
  private(set) var deviation = 0.0
  private(set) var zeros = 0.0
  private(set) var missing = 0.0
  private(set) var memory = 0.0
  /// The true effect of a typical run on the next rating, and the true habit cost.
  private(set) var effect = 0.0
  private(set) var cost = 0.0

  init(_ life: Life) {
    let weeks = Double(life.load.count) / 7
    distance = life.load.reduce(0, +) / weeks
    runs = Double(life.load.count { $0 > 0 }) / weeks
    let ratings = life.pain.compactMap(\.self)
    let count = Double(ratings.count)
    pain = ratings.reduce(0, +) / count
    let variance = ratings.reduce(0) { $0 + ($1 - pain) * ($1 - pain) } / count
    deviation = variance.squareRoot()
    zeros = Double(ratings.count { $0 == 0 }) / count
    missing = 1 - count / Double(life.pain.count)
    let pairs = zip(life.pain, life.pain.dropFirst()).compactMap { first, second in
      first.flatMap { first in second.map { (first - pain) * ($0 - pain) } }
    }
    memory = variance > 0 ? pairs.reduce(0, +) / Double(pairs.count) / variance : 0
    effect = life.effect
    cost = life.cost
  }

  static let columns: [(name: String, value: KeyPath<Traits, Double> & Sendable)] = [
    ("km a week", \.distance), ("runs a week", \.runs), ("mean pain", \.pain),
    ("its SD", \.deviation), ("zeros", \.zeros), ("missing", \.missing),
    ("autocorrelation", \.memory), ("effect", \.effect), ("habit cost", \.cost),
  ]
}
