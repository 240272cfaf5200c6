import Correlator

extension TrialScenario {
  static let all = planned + monitored + promised + studyU

  /// Both units with the usual number of pairs, and everything that may go wrong.
  static let planned = conducted("week", .week, 8) + conducted("run", .run, 20)

  private static func conducted(
    _ name: String, _ unit: TrialUnit, _ pairs: Int
  ) -> [TrialScenario] {
    let missed = Conduct.Faults(holidays: 0.15, lostRatings: 0.15)
    func scenario(
      _ suffix: String, _ title: String, _ faults: Conduct.Faults = .none,
      _ person: ShoeRunner = ShoeRunner()
    ) -> TrialScenario {
      TrialScenario(
        name: name + suffix, title: "\(name)s: \(title)", unit: unit, pairs: pairs,
        faults: faults, person: person)
    }
    return [
      scenario("", "all goes well"),
      scenario("-missed", "15 % of weeks without a run, 15 % of ratings missing", missed),
      scenario("-pauses", "two weeks of pause at a rating of 7", Conduct.Faults(pauses: true)),
      scenario("-quits", "no more runs after a bad morning", Conduct.Faults(quits: true)),
      scenario(
        "-wrong", "one run in five in the wrong shoe", Conduct.Faults(wrongShoes: 0.2)),
      scenario("-sore", "skips when sore", .none, ShoeRunner(habit: .sore)),
      scenario("-heals", "the leg heals meanwhile", .none, ShoeRunner(healing: 4)),
      scenario("-carry", "what B adds lasts", .none, ShoeRunner(carry: 0.88)),
      scenario("-all", "all of these", .all, afflicted),
    ]
  }

  /// A person in whose leg everything happens.
  private static let afflicted = ShoeRunner(habit: .sore, carry: 0.88, healing: 4)

  /// Trials that are looked at after every pair.
  static let monitored =
    [8, 12, 20].map { monitored(.week, $0) } + [20, 40].map { monitored(.run, $0) } + [
      TrialScenario(
        name: "looks-all", title: "weeks: all that goes wrong", pairs: 12,
        faults: .all, person: afflicted)
    ]

  private static func monitored(_ unit: TrialUnit, _ pairs: Int) -> TrialScenario {
    TrialScenario(
      name: "looks-\(unit)-\(pairs)", title: "\(unit)s: all goes well", unit: unit,
      pairs: pairs)
  }

  /// Trials of weeks that StudyU's test analyses too.
  static let studyU = [
    TrialScenario(
      name: "independent", title: "every day for itself", person: ShoeRunner(memory: 0)),
    TrialScenario(name: "alike", title: "today is like yesterday (0.88)"),
    TrialScenario(
      name: "carry", title: "the same, and every run leaves something that lasts",
      person: ShoeRunner(mean: 1, strain: 0.4, carry: 0.88)),
    TrialScenario(
      name: "heals", title: "the same as the second, in a leg that heals",
      person: ShoeRunner(healing: 4)),
  ]

  /// Trials after half a year of diary.
  static let promised = [
    TrialScenario(
      name: "promise-week", title: "weeks: all goes well", past: 182),
    TrialScenario(
      name: "promise-run", title: "runs: all goes well", unit: .run, pairs: 20, past: 182),
    TrialScenario(
      name: "promise-independent", title: "weeks, every day for itself",
      person: ShoeRunner(memory: 0), past: 182),
  ]
}
