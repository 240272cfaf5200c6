import Correlator

/// The smaller answers beside the verdict.
extension Study {
  /// The worlds in which the habit cost is measured.
  static let habitWorlds = [
    "three", "three-sore", "three-lasting", "three-fading", "three-passing",
  ]

  /// The worlds in which ratings are lost for no reason of the leg.
  static let missingWorlds = ["weekly-missing", "weekly-missing-runs"]

  /// Whether the interval of the habit cost holds the true cost.
  func habitCost(_ world: World, days: Int, count: Int) async -> Row {
    let results = await map(world, days: days, count: count) {
      (truth: $0.cost, cost: Correlator.habitCost($0.diary()))
    }
    let truth = results.mean(\.truth)
    let costs = results.compactMap(\.cost)
    return Row(
      chapter: .habit, world: world, days: days, diaries: count,
      figures: [
        Figure("truth", truth), Figure("estimate", costs.mean(\.points)),
        Figure("half-width", costs.mean { ($0.ci95.upper - $0.ci95.lower) / 2 }),
        Figure(
          "covered", Share(of: costs) { $0.ci95.lower <= truth && truth <= $0.ci95.upper }),
      ])
  }

  /// Whether a run is said to change the same evening.
  func sameDay(_ world: World, days: Int, count: Int) async -> Row {
    let effects = await map(world, days: days, count: count) {
      $0.wholeDiary.flatMap(sameDayEffect)
    }
    func said(_ name: String, _ estimate: (SameDayEffect) -> SlopeEstimate?) -> Figure {
      Figure(name, Share(of: effects) { ($0.flatMap(estimate)?.p ?? 1) < 0.01 })
    }
    let defined = effects.compactMap(\.self)
    return Row(
      chapter: .sameDay, world: world, days: days, diaries: count,
      figures: [
        said("by run", \.run), said("by load", \.load),
        Figure("mean effect of a run", defined.mean { $0.run?.slope ?? 0 }),
        Figure("after minus before", defined.mean { $0.afterMinusBefore?.mean ?? 0 }),
      ])
  }

  /// Whether ratings seem to be missing after run days.
  func missing(_ world: World, days: Int, count: Int) async -> Row {
    let differences = await map(world, days: days, count: count) { life in
      missingRatings(marks: life.load.map { $0 > 0 }, ratings: life.pain.map { $0 != nil })
        .difference
    }
    let intervals = differences.compactMap { $0?.ci95 }
    return Row(
      chapter: .missing, world: world, days: days, diaries: count,
      figures: [
        Figure("seems so", Share(of: intervals) { $0.lower > 0 || $0.upper < 0 })
      ])
  }
}
