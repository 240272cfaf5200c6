public import CivilDay
import Correlator
public import JournalModel
public import JournalStore

/// What a trial of this person could find, before it starts.
public struct TrialDesign: Equatable, Sendable {
  /// What one arm lasts for.
  public let unit: TrialPlan.Unit
  /// The number of pairs.
  public let pairs: Int
  /// When the result may be looked at.
  public let analysis: TrialPlan.Analysis
  /// The pairs of units of the diary so far, from which the chances are simulated.
  public let pastPairs: Int
  /// The smallest effect in points that it finds in four of five cases; `nil` if it
  /// would miss even five points, or too little is known.
  public let detectablePoints: Double?
  /// The chance of finding an effect of one point; `nil` if too little is known.
  public let chanceOfOnePoint: Double?
  /// About how many days it takes; `nil` without recent runs.
  public let days: Int?
  /// What keeps it from answering; `nil` if nothing does.
  public let problem: Problem?

  /// Why a trial could not answer.
  public enum Problem: Equatable, Sendable {
    /// The diary holds too few pairs to know how far units differ anyway.
    case fewPastPairs(Int)
    /// Only an effect above ``largestUsefulEffect`` would be found; with this many
    /// pairs it would be enough, or `nil` if no number of pairs is.
    case tooWeak(enoughPairs: Int?)
  }

  /// The default number of pairs.
  public static func usualPairs(of unit: TrialPlan.Unit) -> Int { unit == .week ? 8 : 20 }

  /// The fewest pairs of any trial.
  public static let fewestPairs = 8

  /// The most pairs: about a year of weeks.
  public static func mostPairs(of unit: TrialPlan.Unit) -> Int { unit == .week ? 26 : 60 }

  /// A trial has to find an effect of two points, the change of leg pain that patients
  /// call meaningful (Ostelo et al. 2008, *Spine* 33:90).
  public static let largestUsefulEffect = 2.0

  /// Creates the design of a trial with this diary.
  ///
  /// - Parameters:
  ///   - unit: What one arm lasts for.
  ///   - pairs: The number of pairs; `nil` for the usual one.
  ///   - analysis: When the result may be looked at.
  ///   - differences: Differences of past pairs of units, newest first.
  ///   - runsPerWeek: Runs with a day of rest before them, per recent week.
  public init(
    unit: TrialPlan.Unit, pairs: Int?, analysis: TrialPlan.Analysis, differences: [Double],
    runsPerWeek: Double
  ) {
    let pairs = pairs ?? Self.usualPairs(of: unit)
    self.unit = unit
    self.pairs = pairs
    self.analysis = analysis
    pastPairs = differences.count
    func detectable(_ pairs: Int) -> Double? {
      smallestDetectableEffect(past: differences, pairs: pairs, monitored: analysis == .pairs)
    }
    detectablePoints = detectable(pairs)
    chanceOfOnePoint = trialPower(
      past: differences, pairs: pairs, effect: 1, monitored: analysis == .pairs)
    days =
      switch unit {
      case .week: 14 * pairs
      case .run: runsPerWeek > 0 ? Int((Double(14 * pairs) / runsPerWeek).rounded(.up)) : nil
      }
    if differences.count < fewestPastPairs {
      problem = .fewPastPairs(differences.count)
    } else if detectablePoints.map({ $0 > Self.largestUsefulEffect }) ?? true {
      problem = .tooWeak(
        enoughPairs: stride(from: pairs + 2, through: Self.mostPairs(of: unit), by: 2).first {
          detectable($0).map { $0 <= Self.largestUsefulEffect } ?? false
        })
    } else {
      problem = nil
    }
  }

  /// The past pairs that are needed.
  public static var neededPastPairs: Int { fewestPastPairs }
}

/// A runner's recent weeks, as far as a trial depends on them.
public struct RecentWeeks: Equatable, Sendable {
  /// Runs with a day without a run before them, per week.
  public let spacedRuns: Double
  /// Run days per week.
  public let runDays: Double
  /// The median distance of the weeks with runs, in metres; `nil` without any.
  public let medianM: Double?

  /// The number of weeks looked at.
  public static let count = 8

  /// Looks at the last eight weeks of `days`, consecutive and oldest first.
  public init(_ days: [DiaryDay]) {
    let recent = Array(days.suffix(7 * Self.count))
    let weeks = max(Double(recent.count) / 7, 1)
    let isRun = recent.map { $0.state == .run }
    runDays = Double(isRun.count { $0 }) / weeks
    spacedRuns =
      Double(isRun.indices.count { isRun[$0] && ($0 == 0 || !isRun[$0 - 1]) }) / weeks
    let distances = stride(from: recent.count, through: 7, by: -7)
      .map { (end: Int) -> Double in
        let week: ArraySlice<DiaryDay> = recent[(end - 7)..<end]
        return 1000 * week.reduce(0.0) { total, day in total + (day.distanceKm ?? 0) }
      }
      .filter { $0 > 0 }
      .sorted()
    medianM = distances.isEmpty ? nil : distances[distances.count / 2]
  }
}

extension Journal {
  /// What a trial that starts now could find.
  ///
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func trialDesign(
    unit: TrialPlan.Unit, pairs: Int?, analysis: TrialPlan.Analysis, today: Day
  ) throws -> TrialDesign {
    try snapshot {
      let question = CorrelationQuestion(load: nil, pain: .leg, timing: .morning)
      let (days, ratings) = try diary(rating: .leg, on: today)
      let diary = LoadAndPain(question, of: days, ratings: ratings, medicated: [:]).diary
      return TrialDesign(
        unit: unit, pairs: pairs, analysis: analysis,
        differences: pastPairDifferences(diary, unit: unit == .week ? .week : .run),
        runsPerWeek: RecentWeeks(days).spacedRuns)
    }
  }

  /// The recent weeks of the journal.
  ///
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func recentWeeks(before today: Day) throws -> RecentWeeks {
    RecentWeeks(try days(in: (today - 7 * RecentWeeks.count)...(today - 1)))
  }

  /// The precautions of `today`, which come before a trial as before everything else.
  ///
  /// - Throws: ``JournalError`` if the journal cannot be read.
  public func precautions(on today: Day) throws -> Precautions {
    try precautions(on: today, flareUps: try flareUps())
  }
}
