import Correlator

/// Bounds that a sound Correlator respects, and one with a broken standard error or
/// a missing rule does not.
///
/// Each bound is the extreme count, at a probability of 1e-7, of a true rate at the
/// edge of what METHOD 8 allows; with about eighty of them, a sound program fails by
/// chance less than once in 60,000 seeds. The seed is fixed, so it does not fail at
/// all.
struct Check {
  let study: Study
  let diaries: Int

  /// Where running does nothing and nothing is hidden, with the rates of "no link
  /// seen" after a year.
  private static let harmless: [(world: String, noLinkSeen: ClosedRange<Double>)] = [
    ("three", 0.71...0.79), ("sore", 0.80...0.88), ("both-weekly", 0.48...0.57),
    ("trends", 0.81...0.89), ("drift", 0.80...0.88), ("weekly-missing", 0.25...0.34),
    ("pill-avoids", 0.76...0.84), ("same-days", 0.07...0.15),
  ]

  /// What one reading must say of the others, and must not.
  private static let others: [(world: String, days: Int, bounds: [Bound])] = [
    // The plain correlations are wrong, and have to be.
    ("sore", 365, [Bound(.pearson, 0.95...1), Bound(.spearmanEffective, 0.9...1)]),
    ("drift", 365, [Bound(.pearson, 0.4...0.6)]),
    // The timing alarm, the second line, the recency.
    ("evening", 365, [Bound(.alarm, 0.985...1), Bound(.claim, 0...0.01)]),
    (
      "stress", 365,
      [Bound(.lessPainAfter, 0...0.005), Bound(.lessPainAfterWithoutColumns, 0.08...0.17)]
    ),
    ("ended", 730, [Bound(.worsens, 0...0.1)]),
    // Effects are found, and not denied.
    ("three-lasting", 365, [Bound(.worsens, 0.56...0.68), Bound(.noLinkSeen, 0...0.04)]),
    ("three-late", 365, [Bound(.worsens, 0.16...0.27)]),
    ("u-shape", 365, [Bound(.dependsOnLength, 0.35...0.48), Bound(.noLinkSeen, 0...0.02)]),
    ("loop-harm", 365, [Bound(.worsens, 0.66...0.78)]),
  ]

  /// Prints every bound and returns whether all of them hold.
  func passes() async throws -> Bool {
    var passes = true
    func expect(_ what: String, _ share: Share, _ rates: ClosedRange<Double>) {
      let allowed = Binomial.bounds(total: share.total, rates: rates)
      let isWithin = allowed.contains(share.count)
      passes = passes && isWithin
      let limits = [allowed.lowerBound, allowed.upperBound]
        .map { percent(Double($0) / Double(share.total)) }
      print(
        "\(isWithin ? "ok    " : "FAILS ")\(what): \(share.text) %, "
          + "allowed \(limits[0]) to \(limits[1]) %")
    }
    let harmless = Self.harmless.map { name, noLinkSeen in
      let bounds = [
        Bound(.claim, 0...0.01), Bound(.word, 0...0.02), Bound(.alarm, 0...0.013),
        Bound(.adjusted, 0.025...0.06), Bound(.noLinkSeen, noLinkSeen),
      ]
      return (world: name, days: 365, bounds: bounds)
    }
    for (name, days, bounds) in harmless + Self.others {
      let world = try World.named(name)
      let readings = await study.map(world, days: days, count: diaries) { Reading($0) }
      for bound in bounds {
        expect(
          "\(world.title), \(days) days: \(bound.event.rawValue)",
          Share(of: readings, where: bound.event.happens), bound.rates)
      }
    }
    for name in ["three", "both-weekly"] {
      let world = try World.named(name)
      let looks = await study.map(world, days: 730, count: diaries / 4) { Looks($0) }
      for (saying, highest) in [(Looks.Saying.claim, 0.025), (.word, 0.05)] {
        expect(
          "\(world.title), asked every month for two years: \(saying.rawValue)",
          Share(of: looks) { $0.first[saying] != nil }, 0...highest)
      }
    }
    for name in ["three", "three-lasting"] {
      let world = try World.named(name)
      let row = await study.habitCost(world, days: 365, count: diaries)
      if let covered = row.figures.compactMap(\.share).last {
        expect("\(world.title), 365 days: habit cost covered", covered, 0.915...0.96)
      }
    }
    for expectation in try await trialExpectations() {
      expect(expectation.what, expectation.share, expectation.rates)
    }
    return passes
  }
}
