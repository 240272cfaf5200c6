import Correlator

/// Counts over the diaries of one world and length.
struct Tally: Sendable {
  let world: World
  let days: Int
  private(set) var diaries = 0
  private(set) var rejections: [Answers.Method: Int] = [:]
  private(set) var verdicts: [Verdict.Kind: Int] = [:]
  /// Diaries with an interval, and those whose interval contains the truth.
  private(set) var intervals = 0
  private(set) var covering = 0
  private var points = 0.0
  /// Diaries in which each third of the runs is found, smallest load first.
  private var foundThirds = SIMD3<Int>.zero

  /// The true slope at lag 1.
  let truth: Double

  init(world: World, days: Int, truth: Double) {
    self.world = world
    self.days = days
    self.truth = truth
  }

  mutating func add(_ answers: Answers) {
    diaries += 1
    for (method, p) in answers.pValues where p < 0.05 { rejections[method, default: 0] += 1 }
    verdicts[answers.verdict, default: 0] += 1
    if let interval = answers.interval {
      intervals += 1
      if interval.lower <= truth, truth <= interval.upper { covering += 1 }
      points += answers.pointsPerTypicalRun ?? 0
    }
    for (third, outcome) in answers.thirds.enumerated() where outcome == .found {
      foundThirds[third] += 1
    }
  }

  static func + (a: Tally, b: Tally) -> Tally {
    var sum = a
    sum.diaries += b.diaries
    sum.intervals += b.intervals
    sum.covering += b.covering
    sum.points += b.points
    sum.foundThirds &+= b.foundThirds
    sum.rejections.merge(b.rejections, uniquingKeysWith: +)
    sum.verdicts.merge(b.verdicts, uniquingKeysWith: +)
    return sum
  }

  /// The share of diaries with *p* < 0.05.
  func rate(_ method: Answers.Method) -> Share {
    Share(count: rejections[method] ?? 0, of: diaries)
  }

  /// The share of diaries with one of these verdicts.
  func rate(_ kinds: Verdict.Kind...) -> Share {
    Share(count: kinds.reduce(0) { $0 + (verdicts[$1] ?? 0) }, of: diaries)
  }

  /// The share of diaries in which a third of the runs is found, 0 for the smallest
  /// load.
  func found(third: Int) -> Share { Share(count: foundThirds[third], of: diaries) }

  /// The share of intervals that contain the truth.
  var coverage: Share { Share(count: covering, of: intervals) }

  /// The mean effect, in points after a typical run.
  var meanPoints: Double? { intervals > 0 ? points / Double(intervals) : nil }
}

/// A share with its Monte Carlo error.
struct Share: Sendable {
  let count: Int
  let total: Int

  init(count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  var value: Double { total > 0 ? Double(count) / Double(total) : 0 }

  /// The standard error of `value`, never quite zero.
  var error: Double {
    guard total > 0 else { return 0 }
    let p = (Double(count) + 1) / (Double(total) + 2)
    return (p * (1 - p) / Double(total)).squareRoot()
  }

  /// In per cent, with its error.
  var text: String { "\(percent(value)) ± \(percent(error))" }
}

/// Per cent with one decimal.
func percent(_ value: Double) -> String {
  let tenths = Int((value * 1000).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
