import CivilDay
import Correlator

/// Trials of one kind, by people of one kind.
struct TrialScenario: Named, Sendable {
  let name: String
  let title: String
  var unit = TrialUnit.week
  var pairs = 8
  var faults = Conduct.Faults.none
  var person = ShoeRunner()

  /// Days before the start.
  var past = 0

  /// The days after which a trial is given up: four times what it takes when all goes
  /// well.
  private var longest: Int { unit == .week ? 56 * pairs : 24 * pairs }

  /// One trial.
  func trial(effect: Double, seed: UInt64, index: Int) -> TrialRecord {
    var random = Random(seed: seed, name: "trial/\(name)/\(effect)", days: pairs, index: index)
    let firstDay = Day(daysSince1970: 19_723) + random.below(1461)
    var conduct = Conduct(
      TrialSchedule(seed: random.bits()), unit: unit, faults: faults, start: past)
    var person = person
    person.effect = effect
    let life = person.live(&conduct, days: past + longest, from: firstDay, &random)
    let (differences, end) = conduct.differences(life, count: pairs)
    return TrialRecord(
      differences: differences, isFinished: differences.count == pairs, days: end - past,
      conduct: conduct, life: life, end: end)
  }
}

/// What came of one trial.
struct TrialRecord: Sendable {
  /// B − A of the pairs analysed.
  let differences: [Double]
  /// Whether there were as many as planned.
  let isFinished: Bool
  let days: Int
  let conduct: Conduct
  let life: ShoeLife
  /// The day after the last.
  let end: Int

  /// The result at the planned end; `nil` with too few pairs.
  var result: SignFlipTest? {
    differences.count < SignFlipTest.fewestPairs ? nil : SignFlipTest(differences: differences)
  }

  /// The ratings after the days of either shoe, rest days included: what a trial by
  /// the day compares.
  var dailyRatings: (a: [Double], b: [Double]) {
    var ratings: (a: [Double], b: [Double]) = ([], [])
    for (number, days) in conduct.units.enumerated() {
      for day in days where day + 1 < min(end + 1, life.pain.count) {
        guard let rating = life.pain[day + 1] else { continue }
        if conduct.shoe(ofUnit: number) == .a {
          ratings.a.append(rating)
        } else {
          ratings.b.append(rating)
        }
      }
    }
    return ratings
  }
}

/// The looks at one trial after every pair from the sixth on, until one stops it.
struct TrialLooks: Sendable {
  /// The pair after which it stopped, if it did.
  let stop: Int?
  /// Whether the interval held the truth at every look.
  let holds: Bool

  init(_ differences: [Double], truth: Double) {
    var (stop, holds): (Int?, Bool) = (nil, true)
    for pairs in stride(from: SignFlipTest.fewestPairs, through: differences.count, by: 1) {
      guard let monitor = BettingMonitor(differences: Array(differences.prefix(pairs))) else {
        continue
      }
      let isWithin =
        monitor.lower.map { $0 <= truth } ?? true && monitor.upper.map { truth <= $0 } ?? true
      holds = holds && isWithin
      if monitor.stops {
        stop = pairs
        break
      }
    }
    self.stop = stop
    self.holds = holds
  }
}
