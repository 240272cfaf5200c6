public import Correlator
public import JournalModel

/// What a trial found: as the coin chose, and as it was done.
public struct TrialResult: Equatable, Sendable {
  /// The trial.
  public let trial: Trial
  /// The pairs that count, oldest first.
  public let pairs: [TrialPair]
  /// The result with each unit under the arm that the coin chose. It is the one that
  /// proves something: nothing but chance can have made the arms differ.
  public let asRandomised: Reading
  /// The result with each unit under the arm that was done; `nil` if all were done as
  /// the coin chose.
  public let asDone: Reading?
  /// The units that were not done as the coin chose.
  public let otherUnits: Int
  /// The units of which nobody said what was done; they count as done as chosen.
  public let unansweredUnits: Int

  /// A result from one way of sorting the units.
  public struct Reading: Equatable, Sendable {
    /// The differences B minus A of the pairs, in points.
    public let differences: [Double]
    /// The mean difference; `nil` without a pair.
    public let mean: Double?
    /// The 95 % interval of the mean; a side that the data leave open is infinite, and
    /// it is `nil` without a result.
    public let ci95: Interval?
    /// The p-value; `nil` with fewer than six pairs.
    public let p: Double?

    /// Whether the arms differ beyond chance.
    public var isEstablished: Bool { p.map { $0 < 0.05 } ?? false }
  }
}

extension TrialResult {
  /// The result of a trial so far.
  public init(_ progress: TrialProgress) {
    trial = progress.trial
    pairs = Array(progress.analysedPairs.prefix(trial.plan.pairs))
    let analysis = trial.plan.analysis
    asRandomised = Reading(pairs.map(\.difference), analysis)
    let units = pairs.flatMap { [$0.a, $0.b] }
    otherUnits = units.count { $0.done.map { [arm = $0.arm] in $0.arm != arm } ?? false }
    unansweredUnits = units.count { $0.done == nil }
    asDone =
      otherUnits == 0 ? nil : Reading(pairs.compactMap(\.differenceAsDone), analysis)
  }
}

extension TrialPair {
  /// The outcome of what was done as B minus that as A; `nil` unless each was done
  /// once.
  fileprivate var differenceAsDone: Double? {
    let done = (a.done ?? .a, b.done ?? .b)
    return switch done {
    case (.a, .b): difference
    case (.b, .a): -difference
    default: nil
    }
  }
}

extension TrialResult.Reading {
  fileprivate init(_ differences: [Double], _ analysis: TrialPlan.Analysis) {
    self.differences = differences
    mean = differences.isEmpty ? nil : differences.reduce(0, +) / Double(differences.count)
    guard differences.count >= SignFlipTest.fewestPairs else {
      (p, ci95) = (nil, nil)
      return
    }
    switch analysis {
    case .end:
      let test = SignFlipTest(differences: differences)
      p = test?.p
      ci95 = test?.ci95
    case .pairs:
      let monitor = BettingMonitor(differences: differences)
      p = monitor?.p
      ci95 = monitor.map {
        Interval(lower: $0.lower ?? -.infinity, upper: $0.upper ?? .infinity)
      }
    }
  }
}
