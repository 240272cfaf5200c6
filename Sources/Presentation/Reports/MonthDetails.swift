import CivilDay
import Correlator
import JournalModel
import JournalStore
import Reports
import WrittenValues

/// The rest of a monthly summary, beyond its one screen.
struct MonthDetails {
  let report: MonthReport
  let unit: DistanceUnit
  /// Amounts of load in the unit of distances.
  let load: LoadUnit
  /// Whether to name options and settings.
  let namesCommands: Bool

  static let caution = """
    One month cannot settle it. The adjusted numbers compare days of equal pain before the run; r \
    shows association only: pain that makes you skip runs looks as if running helped.
    """

  /// More about the month, line by line.
  var facts: [(name: String, text: String)] {
    var facts: [(name: String, text: String)] = []
    if let lacking { facts.append(("not counted", lacking)) }
    let shoes = report.shoes.map { "\($0.name) \(unit.text($0.km * 1000))" }
    if !shoes.isEmpty { facts.append(("shoes", shoes.joined(separator: ", "))) }
    if let reach { facts.append(("reach", reach)) }
    if report.stretchDays > 0, report.longestStretchPause > 1 {
      facts.append(
        ("stretches", "the longest pause was \(report.longestStretchPause) days"))
    }
    facts += report.flareUps.flatMap(flareUp)
    facts += responses
    facts.append(("rated", ratings))
    if let running { facts.append(("since then", running)) }
    return facts
  }

  /// The sums that leave out run days.
  private var lacking: String? {
    let missing = report.runDaysWithout
    let parts = [
      (missing.distance, "a distance"), (missing.duration, "a duration"),
      (missing.effort, "an effort or a duration"),
    ].filter { $0.0 > 0 && $0.0 < report.runDays }
    guard !parts.isEmpty else { return nil }
    return parts.map { "\(NumberText.counted($0, "run day")) without \($1)" }
      .joined(separator: ", ")
  }

  private var reach: String? {
    guard let farthest = report.farthestReach.flatMap(Reach.init(rawValue:)),
      let mean = report.meanReach
    else { return nil }
    let trend =
      switch report.reachTrend {
      case .up:
        ", moving up the leg since the month before, a good sign only while numbness and weakness do "
          + "not grow: these can stay when pain suddenly eases"
      case .down: ", moving down the leg since the month before"
      case .steady: ", much as the month before"
      case nil: ""
      }
    let place = Reach(rawValue: Int(mean.rounded()))?.name ?? ""
    return "down to the \(farthest.name) at most, to the \(place) on average "
      + "(\(NumberText.counted(report.reachDays, "day")))\(trend)"
  }

  /// A flare-up, and what came before it.
  private func flareUp(_ leadUp: FlareUpLeadUp) -> [(name: String, text: String)] {
    let flareUp = leadUp.flareUp
    let peak = flareUp.peakPain.map { ", peak \($0)" } ?? ""
    let end =
      flareUp.endDay.map { $0 == flareUp.onsetDay ? "" : " to \($0.longDescription)" }
      ?? ", in progress"
    let trigger = flareUp.triggerText.map { "; suspected trigger: \($0)" } ?? ""
    let before =
      leadUp.comparisons.isEmpty
      ? "too little is known about these days, or about ordinary ones"
      : leadUp.comparisons.map(comparison).joined(separator: ", ")
        + ": a value, what is usual, and on how many of "
        + "\(leadUp.comparisons.map(\.ordinaryDays).max() ?? 0) ordinary days it was less. Hindsight on "
        + "one event, not proof"
    return [
      ("flare-up", "\(flareUp.onsetDay.longDescription)\(end)\(peak)\(trigger)"),
      ("72 h before", before),
    ]
  }

  private func comparison(_ comparison: FlareUpLeadUp.Comparison) -> String {
    func text(_ value: Double) -> String {
      switch comparison.factor {
      case .km: unit.text(value * 1000)
      case .spike: "\(NumberText.signed((value - 1) * 100, 0)) %"
      case .sitting, .sleep: "\(NumberText.fixed(value, 1)) h"
      case .missedStretches: NumberText.fixed(value, 0)
      }
    }
    let name =
      switch comparison.factor {
      case .km: "run"
      case .spike: "longest run against the 30 days before it"
      case .sitting: "sat a day"
      case .sleep: "slept a night"
      case .missedStretches: "days without a stretch"
      }
    return "\(name) \(text(comparison.value)) (\(text(comparison.usual)), "
      + "\(NumberText.fixed(comparison.rank * 100, 0)) %)"
  }

  private var responses: [(name: String, text: String)] {
    let responses = report.responses
    guard !responses.runs.isEmpty else { return [] }
    let rule = responses.rule
    let judged =
      "\(responses.count(.settled)) settled, \(responses.count(.notSettled)) did not, "
      + "\(responses.count(.unknown)) unknown. A convention, not a finding: at most "
      + "\(rule.painLimit) during and after, and the next morning less than "
      + "\(NumberText.counted(rule.worseBy, "point")) above the pain before"
      + (namesCommands ? " (nerve config run-pain-limit, smallest-change)" : "")
    return [("after runs", afterRuns), ("24 hours", judged)]
  }

  /// Pain before runs and on the next morning, over the runs with both ratings.
  private var afterRuns: String {
    let runs = report.responses.runs.count
    guard let both = report.responses.bothRated else {
      return "no run has a rating before it and on the next morning"
    }
    let same = both.runs - both.worse - both.better
    let counts = "more pain the next morning \(both.worse), less \(both.better), the same \(same)"
    let of = "\(both.runs) of \(NumberText.counted(runs, "run")) rated before and the next morning"
    // Means of a few runs say nothing.
    guard both.runs >= MonthWords.fewestRatings else { return "\(of): \(counts)" }
    return "mean leg pain \(NumberText.fixed(both.before, 1)) before, "
      + "\(NumberText.fixed(both.nextMorning, 1)) the next morning; \(of): \(counts)"
  }

  private var ratings: String {
    let gaps = report.check.gaps
    func text(_ rate: Rate) -> String? {
      rate.share.map { "\(NumberText.fixed($0 * 100, 0)) % of \(rate.of)" }
    }
    let start =
      "\(report.painDays) of \(NumberText.counted(report.days, "day")) rated"
      + (report.morningDays > 0 ? ", \(report.morningDays) before running" : "")
    guard let high = gaps.highPain, let bad = text(gaps.afterHighPain.rate),
      let other = text(gaps.afterHighPain.others), let interval = gaps.afterHighPain.ci95
    else { return start }
    let conclusion =
      gaps.afterHighPain.goMissing
      ? "ratings go missing after bad days, so pain is higher than it looks"
      : "no sign that ratings go missing after bad days"
    return
      "\(start); \(conclusion): of all days after pain of \(NumberText.shortest(high)) or more \(bad) were rated, "
      + "after less \(other) (difference \(NumberText.signed(interval.lower * 100, 0)) to "
      + "\(NumberText.signed(interval.upper * 100, 0)) percentage points)"
  }

  private var running: String? {
    guard let month = report.running else { return nil }
    let parts = [
      month.runs.map { NumberText.counted($0, "run") },
      month.km.map { unit.text($0 * 1000) },
      month.painDays < MonthWords.fewestRatings
        ? nil : month.meanPain.map { "mean leg pain \(NumberText.fixed($0, 1))" },
      month.flareDays > 0 ? NumberText.counted(month.flareDays, "flare-up day") : nil,
    ].compactMap(\.self)
    return "\(MonthWords.name(month.month)) so far: " + parts.map { "\($0), " }.joined()
      + "\(month.knownDays) of \(NumberText.counted(month.days, "day")) known"
  }

  // MARK: Effects

  /// The link between load and the next day's pain, this month and all time.
  var numbers: [(name: String, text: String)] {
    let typical = report.answer.analysis.typicalRun.map { " (\(load.amount($0)))" } ?? ""
    return [
      (
        "adjusted",
        report.answer.lacksMeasure
          ? (namesCommands ? load.lacking : "no run has this measure of load")
          : "points of leg pain the day after a typical run\(typical)"
      ),
      ("  this month", monthEffect), ("  all time", allTimeEffect),
      ("plain r", "load (\(load.quantity)) and the next day's leg pain"),
      ("  this month", Self.sentence(report.lag1)),
      ("  all time", Self.sentence(report.lag1AllTime)),
    ]
  }

  private var monthEffect: String {
    guard let month = report.effect else { return "no day of it can be used" }
    guard let effect = month.effect else { return "too few days (\(month.days), it takes 10)" }
    let differs = (effect.differenceP ?? 1) < 0.05 ? "; it differs from the other months" : ""
    return points(effect.slope, effect.ci95, days: month.days) + differs
  }

  private var allTimeEffect: String {
    guard let overall = report.effects?.overall.estimate else { return "too few days" }
    return points(overall.slope, overall.ci95, days: overall.pairs)
  }

  /// An effect as `+0.35 (95 % interval -0.20 to +0.90, 25 days)`.
  private func points(_ slope: Double, _ interval: Interval, days: Int) -> String {
    guard let typical = report.answer.analysis.typicalRun else { return "no run" }
    let scaled = Interval(lower: interval.lower * typical, upper: interval.upper * typical)
    return "\(NumberText.signed(slope * typical, 2)) "
      + "(95 % interval \(CorrelationText.interval(scaled)), \(days) days)"
  }

  static func sentence(_ lag: LaggedCorrelation) -> String {
    guard lag.n >= NextStep.fewestDays else { return "too few pairs of days (\(lag.n))" }
    guard lag.pearson.r != nil else { return "cannot be computed: load or pain never changed" }
    let size =
      lag.pearson.effectiveN.map { ", effective sample size \(NumberText.fixed($0, 0))" } ?? ""
    return "\(NumberText.signed(lag.pearson.r, 2))"
      + (lag.pearson.ci95.map { " (\(CorrelationText.interval($0)))" } ?? "")
      + ", \(lag.n) pairs of days\(size); Spearman \(NumberText.signed(lag.spearman.r, 2))"
  }
}
