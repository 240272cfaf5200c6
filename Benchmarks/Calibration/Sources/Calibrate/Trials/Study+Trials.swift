import Correlator

/// How often randomised trials are wrong, and what they find.
extension Study {
  /// Points of felt pain that shoe B adds.
  private static let effects = [0.5, 1, 1.5]

  /// Trials that are analysed once, at the planned end.
  func trials(_ scenario: TrialScenario, count: Int) async -> Row {
    let null = await outcomes(scenario, effect: 0, count)
    var found: [Figure] = []
    var one: [TrialOutcome] = []
    for effect in Self.effects {
      let outcomes = await outcomes(scenario, effect: effect, count)
      found.append(Figure("found +\(effect)", Share(of: outcomes, where: \.isFound)))
      if effect == 1 { one = outcomes }
    }
    let truth = one.flatMap(\.differences).mean { $0 }
    let intervals = one.compactMap { $0.result?.ci95 }
    return row(
      .trials, scenario, count,
      [Figure("false", Share(of: null, where: \.isFound))] + found + [
        Figure("as rated", truth),
        Figure("covered", Share(of: intervals) { $0.lower <= truth && truth <= $0.upper }),
        Figure("days", day: Int(one.mean { Double($0.days) }.rounded()), of: 0),
        Figure("given up", Share(of: one) { !$0.isFinished }),
      ])
  }

  /// Trials that are looked at after every pair.
  func looks(_ scenario: TrialScenario, count: Int) async -> Row {
    let null = await outcomes(scenario, effect: 0, count)
    var found: [Figure] = []
    var one: (outcomes: [TrialOutcome], looks: [TrialLooks]) = ([], [])
    for effect in Self.effects {
      let outcomes = await outcomes(scenario, effect: effect, count)
      let looks = await self.looks(outcomes)
      found.append(Figure("found +\(effect)", Share(of: looks) { $0.stop != nil }))
      if effect == 1 { one = (outcomes, looks) }
    }
    let harmless = await looks(null, truth: 0)
    let stops = one.looks.compactMap(\.stop).sorted()
    return row(
      .looks, scenario, count,
      [
        Figure("false stops", Share(of: harmless) { $0.stop != nil }),
        Figure(
          "false, plain test", Share(of: null) { PlainLooks.reject($0.differences) }),
      ] + found + [
        Figure("planned end, +1.0", Share(of: one.outcomes, where: \.isFound)),
        Figure("median pair", day: stops.isEmpty ? nil : stops[stops.count / 2], of: 0),
        Figure("held, +0", Share(of: harmless, where: \.holds)),
        Figure("held, +1.0", Share(of: one.looks, where: \.holds)),
      ])
  }

  /// The looks at trials; the truth is the mean of all pairs, unless it is known.
  private func looks(_ outcomes: [TrialOutcome], truth: Double? = nil) async -> [TrialLooks] {
    let truth = truth ?? outcomes.flatMap(\.differences).mean { $0 }
    return await map(outcomes.count) { TrialLooks(outcomes[$0].differences, truth: truth) }
  }

  /// What a person is promised before the start, and whether it is kept.
  func promises(_ scenario: TrialScenario, count: Int) async -> Row {
    let promises = await map(count) { index -> Promise in
      let trial = scenario.trial(effect: 0, seed: seed, index: index)
      return Promise(scenario, trial)
    }
    func figures(_ name: String, _ effects: [Promise.Effect?]) -> [Figure] {
      let made = effects.compactMap(\.self)
      return [
        Figure("promised\(name)", made.mean(\.points)),
        Figure("kept\(name)", Share(of: made, where: \.isFound)),
        Figure("none\(name)", Share(of: effects) { $0 == nil }),
      ]
    }
    return row(
      .promises, scenario, count,
      figures("", promises.map(\.planned)) + figures(", looks", promises.map(\.monitored)))
  }

  /// The same trials, by our analysis and by StudyU's.
  func studyU(_ scenario: TrialScenario, count: Int) async -> Row {
    func pValues(_ effect: Double) async -> [(ours: Double, studyU: Double, welch: Double)] {
      await map(count) { index in
        let trial = scenario.trial(effect: effect, seed: seed, index: index)
        let (a, b) = trial.dailyRatings
        return (trial.result?.p ?? 1, Welch.pByStudyU(a, b) ?? 1, Welch.p(a, b) ?? 1)
      }
    }
    let (null, one) = await (pValues(0), pValues(1))
    let bar = null.map(\.studyU).sorted()[count / 20]
    return row(
      .studyU, scenario, count,
      [
        Figure("false, Nerve", Share(of: null) { $0.ours < 0.05 }),
        Figure("false, StudyU", Share(of: null) { $0.studyU < 0.05 }),
        Figure("false, Welch", Share(of: null) { $0.welch < 0.05 }),
        Figure("found +1, Nerve", Share(of: one) { $0.ours < 0.05 }),
        Figure("found +1, StudyU", Share(of: one) { $0.studyU < 0.05 }),
        Figure("found +1, Welch", Share(of: one) { $0.welch < 0.05 }),
        Figure("found +1, StudyU with a true 5 %", Share(of: one) { $0.studyU < bar }),
      ])
  }

  private func outcomes(
    _ scenario: TrialScenario, effect: Double, _ count: Int
  ) async -> [TrialOutcome] {
    await map(count) { TrialOutcome(scenario.trial(effect: effect, seed: seed, index: $0)) }
  }

  private func row(
    _ chapter: Chapter, _ scenario: TrialScenario, _ count: Int, _ figures: [Figure]
  ) -> Row {
    Row(
      chapter: chapter,
      subject: Subject(name: scenario.name, title: scenario.title, kind: "\(scenario.unit)"),
      length: scenario.pairs, count: count, figures: figures)
  }
}

/// The looks of somebody who reads a paired *t* test after every pair.
private enum PlainLooks {
  /// Whether one has *p* < 0.05.
  static func reject(_ differences: [Double]) -> Bool {
    stride(from: SignFlipTest.fewestPairs, through: differences.count, by: 1).contains { pairs in
      let values = differences.prefix(pairs)
      let mean = values.reduce(0, +) / Double(pairs)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / Double(pairs * (pairs - 1))).squareRoot()
      let p = StudentT.twoSidedP(mean / error, degreesOfFreedom: Double(pairs - 1))
      return (p ?? 1) < 0.05
    }
  }
}

/// What is kept of one trial with a planned end.
private struct TrialOutcome: Sendable {
  let differences: [Double]
  let result: SignFlipTest?
  let days: Int
  let isFinished: Bool

  var isFound: Bool { (result?.p ?? 1) < 0.05 }

  init(_ trial: TrialRecord) {
    differences = trial.differences
    result = trial.result
    days = trial.days
    isFinished = trial.isFinished
  }
}

/// What one person is promised, and whether a trial with just that effect finds it.
private struct Promise: Sendable {
  struct Effect: Sendable {
    let points: Double
    let isFound: Bool
  }

  /// `nil` without a promise.
  let planned: Effect?
  let monitored: Effect?

  init(_ scenario: TrialScenario, _ trial: TrialRecord) {
    let past = pastPairDifferences(
      trial.life.diary(count: scenario.past), unit: scenario.unit)
    func effect(monitored: Bool, isFound: ([Double]) -> Bool) -> Effect? {
      smallestDetectableEffect(past: past, pairs: scenario.pairs, monitored: monitored).map {
        points in
        Effect(points: points, isFound: isFound(trial.differences.map { $0 + points }))
      }
    }
    planned = effect(monitored: false) { (SignFlipTest(differences: $0)?.p ?? 1) < 0.05 }
    monitored = effect(monitored: true) { BettingMonitor(differences: $0)?.stops ?? false }
  }
}
