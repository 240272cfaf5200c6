import Correlator
import Foundation

/// Bounds that a sound Correlator respects, and one with a broken standard error
/// does not.
///
/// Each bound is the extreme count, at a probability of 1e-7, of a true rate at
/// the edge of what METHOD 8 allows; with about forty of them, a sound program
/// fails by chance less than once in 100,000 seeds. The seed is fixed, so it does
/// not fail at all.
enum Check {
  /// Worlds, with the lowest and highest true rate of false alarms at 5 %.
  static let nulls: [(world: String, days: Int, lowest: Double, highest: Double)] = [
    ("ar-0.9-0.9", 90, 0.02, 0.06), ("ar-0.9-0.9", 365, 0.035, 0.055),
    ("weekly", 90, 0.015, 0.055), ("weekly", 365, 0.03, 0.055),
    ("both-weekly", 365, 0.03, 0.055), ("trends", 365, 0.025, 0.055),
    ("weekly-missing", 365, 0.025, 0.055),
    ("sore", 90, 0.015, 0.055), ("sore", 365, 0.03, 0.055),
    ("sore-missing", 365, 0.025, 0.055), ("evening", 365, 0.03, 0.06),
  ]

  /// Worlds in which the plain correlation must fail, or the effect be found.
  static let powers: [(world: String, days: Int, method: Answers.Method, lowest: Double)] = [
    ("sore", 365, .pearson, 0.95), ("sore", 365, .spearmanEffective, 0.9),
    ("ar-0.9-0.9", 365, .pearson, 0.4), ("lasting-0.2", 365, .adjusted, 0.88),
    ("lasting-0.3", 180, .adjusted, 0.85),
  ]

  /// The highest true rate of false claims by the verdict.
  static let falseClaims = 0.01

  /// The highest true rate at which a third of harmless runs is distinguished from
  /// rest days.
  static let falseThirds = 0.05

  /// The violations.
  static func failures(_ study: Study) async -> [String] {
    var failures: [String] = []
    for (name, days, lowest, highest) in nulls {
      guard let world = World.all.first(where: { $0.name == name }) else { continue }
      let tally = await study.tally(world, days: days, truth: 0)
      let rate = tally.rate(.adjusted)
      let allowed = Binomial.bounds(total: rate.total, lowest: lowest, highest: highest)
      report("\(world.title), \(days) days: false alarms", rate, allowed, &failures)
      let claims = tally.rate(.worsens, .relieves, .mixed)
      let few = Binomial.bounds(total: claims.total, lowest: 0, highest: falseClaims)
      report("\(world.title), \(days) days: false claims", claims, few, &failures)
      let third = tally.found(third: 2)
      let rare = Binomial.bounds(total: third.total, lowest: 0, highest: falseThirds)
      report("\(world.title), \(days) days: a third found", third, rare, &failures)
    }
    if let world = World.all.first(where: { $0.name == "long-runs" }) {
      let tally = await study.tally(world, days: 365, truth: 0)
      let found = tally.found(third: 2)
      let often = Binomial.bounds(total: found.total, lowest: 0.5, highest: 1)
      report("\(world.title), 365 days: top third found", found, often, &failures)
      let blamed = tally.found(third: 0)
      let rare = Binomial.bounds(total: blamed.total, lowest: 0, highest: falseThirds)
      report("\(world.title), 365 days: bottom third blamed", blamed, rare, &failures)
    }
    for (name, days, method, lowest) in powers {
      guard let world = World.all.first(where: { $0.name == name }) else { continue }
      let rate = await study.tally(world, days: days, truth: 0).rate(method)
      let allowed = Binomial.bounds(total: rate.total, lowest: lowest, highest: 1)
      report("\(world.title), \(days) days: \(method.rawValue)", rate, allowed, &failures)
    }
    for name in ["lasting-0.2", "sore-lasting-0.2"] {
      guard let world = World.all.first(where: { $0.name == name }) else { continue }
      let truth = await study.truth(world)
      let coverage = await study.tally(world, days: 365, truth: truth).coverage
      let allowed = Binomial.bounds(total: coverage.total, lowest: 0.9, highest: 0.97)
      report("\(world.title), 365 days: coverage", coverage, allowed, &failures)
    }
    return failures
  }

  private static func report(
    _ name: String, _ share: Share, _ allowed: ClosedRange<Int>, _ failures: inout [String]
  ) {
    let isWithin = allowed.contains(share.count)
    let line =
      "\(name): \(share.text) %, allowed \(percent(Double(allowed.lowerBound) / Double(share.total)))"
      + " to \(percent(Double(allowed.upperBound) / Double(share.total))) %"
    print(isWithin ? "ok    \(line)" : "FAILS \(line)")
    if !isWithin { failures.append(line) }
  }
}

/// The limits of chance.
enum Binomial {
  static let probability = 1e-7

  /// The counts that a true rate between `lowest` and `highest` stays within.
  static func bounds(total: Int, lowest: Double, highest: Double) -> ClosedRange<Int> {
    var low = 0
    var below = 0.0
    while low < total {
      below += mass(low, total, lowest)
      if below > probability { break }
      low += 1
    }
    var high = total
    var above = 0.0
    while high > 0 {
      above += mass(high, total, highest)
      if above > probability { break }
      high -= 1
    }
    return min(low, high)...max(low, high)
  }

  private static func mass(_ count: Int, _ total: Int, _ p: Double) -> Double {
    if p <= 0 { return count == 0 ? 1 : 0 }
    if p >= 1 { return count == total ? 1 : 0 }
    let ways =
      lgamma(Double(total + 1)) - lgamma(Double(count + 1)) - lgamma(Double(total - count + 1))
    return exp(ways + Double(count) * log(p) + Double(total - count) * log(1 - p))
  }
}
