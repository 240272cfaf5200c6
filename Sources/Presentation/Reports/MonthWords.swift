import CivilDay
import Correlator
import JournalModel
import JournalStore
import Reports
import JournalModel
import WrittenValues

/// The sentences of a monthly summary, the same in every document.
struct MonthWords {
  let report: MonthReport
  let measure: LoadMeasure
  let unit: DistanceUnit

  /// A month in words, such as `October 2026`.
  static func name(_ month: Month) -> String {
    "\(month.name) \(month.year)"
  }

  /// A month in a heading, such as `Oct 2026`.
  static func shortName(_ month: Month) -> String {
    "\(month.shortName) \(month.year)"
  }

  var title: String { Self.name(report.month) }

  /// Amounts of load in the unit of distances.
  var load: LoadUnit { LoadUnit(measure, in: unit) }

  /// The verdict to date, and whether it changed.
  var verdict: String {
    let words = AnswerText(report.answer, unit: load)
    return "All your days to date: \(words.sentence) \(change)"
  }

  private var change: String {
    guard let earlier = report.earlierVerdict else { return "This is the journal's first month." }
    let end = "the end of \(Self.name(report.month.previous))"
    return earlier.kind == report.answer.analysis.verdict.kind
      ? "Unchanged since \(end)." : "It changed: at \(end) it was \"\(earlier.kind.phrase)\"."
  }

  /// The text for a month outside the journal.
  var nothing: String {
    "Nothing is recorded in this month."
      + (report.journalDays.map { " The journal goes from \($0.lowerBound) to \($0.upperBound)." }
        ?? "")
  }

  static let caution = """
    One month cannot settle it. The adjusted numbers compare days of equal pain before the run; r \
    shows association only: pain that makes you skip runs looks as if running helped.
    """

  // MARK: The table

  /// The months side by side.
  var columns: [MonthFigures] {
    [report.figures, report.previous, report.lastYear].filter {
      $0.month == report.month || $0.days > 0
    }
  }

  /// The figures of the months, one per row.
  var table: [(name: String, cells: [String])] {
    func row(_ name: String, _ cell: (MonthFigures) -> String?) -> (name: String, cells: [String]) {
      (name, columns.map { cell($0) ?? NumberText.unknown })
    }
    let rows = [
      row("days known") { "\($0.knownDays) of \($0.days)" },
      row("runs") { $0.runs.map { "\($0)" } },
      row("rest days") { Self.restDays($0.totals) },
      row("distance") { $0.km.map { unit.text($0 * 1000) } },
      row("time") { $0.minutes.map { ClockText.duration($0 * 60) } },
      row("effort x minutes") { $0.load.map { NumberText.fixed($0, 0) } },
      row("leg pain, mean") { $0.meanPain.map { NumberText.fixed($0, 1) } },
      row("leg pain, worst") { $0.worstPain.map { "\($0)" } },
      row("days rated") { "\($0.painDays) of \($0.days)" },
      row("flare-up days") { "\($0.flareDays)" },
      row("reach, mean") { $0.meanReach.map { NumberText.fixed($0, 1) } },
      row("days stretched") { "\($0.stretchDays) of \($0.days)" },
      row("stretching") { $0.stretchMinutes.map { "\(NumberText.fixed($0, 0)) min" } },
    ]
    // Figures that this runner never records are left out.
    return rows.filter { row in
      !row.cells.allSatisfy { $0 == NumberText.unknown || $0.hasPrefix("0 of") }
        || row.name == "days rated"
    }
  }

  /// The rest days, and how many of them are implied.
  static func restDays(_ totals: DayTotals) -> String? {
    guard totals.knownDays > 0 else { return nil }
    return "\(totals.restDays)"
      + (totals.impliedRestDays > 0 ? ", \(totals.impliedRestDays) implied" : "")
  }

  // MARK: Facts

  /// More about the month, line by line.
  var facts: [(name: String, text: String)] {
    var facts: [(name: String, text: String)] = []
    if let lacking { facts.append(("not counted", lacking)) }
    if let implied { facts.append(("implied", implied)) }
    if let longest = report.longestKm {
      let spike = report.spike.map { spike in
        spike > 1
          ? "; the largest step up was a run \(NumberText.fixed((spike - 1) * 100, 0)) % longer than "
            + "any of the 30 days before it"
          : ", no run longer than the longest of the 30 days before it"
      }
      facts.append(("longest run", unit.text(longest * 1000) + (spike ?? "")))
    }
    let shoes = report.shoes.map { "\($0.name) \(unit.text($0.km * 1000))" }
    if !shoes.isEmpty { facts.append(("shoes", shoes.joined(separator: ", "))) }
    if let reach { facts.append(("reach", reach)) }
    if report.stretchDays > 0, report.longestStretchPause > 1 {
      facts.append(
        ("stretches", "the longest pause was \(report.longestStretchPause) days"))
    }
    facts += report.flareUps.flatMap(flareUp)
    facts += responses
    facts.append(("ratings", ratings))
    facts.append(("next month", advice))
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

  /// The implied rest days.
  private var implied: String? {
    let days = report.impliedRestDays
    guard days > 0 else { return nil }
    return "\(days) of \(NumberText.counted(report.restDays, "rest day")): something else was "
      + "logged, but rest was not confirmed (nerve rest DAYS, or nerve gap DAYS if you do not "
      + "know)"
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
    let means = RunResponses.Moment.allCases.compactMap { moment in
      responses.pain(at: moment).map {
        "\(moment.words) \(NumberText.fixed($0.mean, 1)) (\($0.runs))"
      }
    }
    guard !means.isEmpty else { return [("runs", "no pain was rated around them")] }
    let rule = responses.rule
    let judged =
      "\(responses.count(.settled)) settled, \(responses.count(.notSettled)) did not, "
      + "\(responses.count(.unknown)) unknown. A convention, not a finding: at most "
      + "\(rule.painLimit) during and after, and the next morning less than "
      + "\(NumberText.counted(rule.worseBy, "point")) above the pain before "
      + "(nerve config run-pain-limit, smallest-change)"
    return [
      ("after runs", means.joined(separator: ", ") + "; mean leg pain, number of runs"),
      ("24 hours", judged),
    ]
  }

  private var ratings: String {
    let gaps = report.gaps
    func text(_ rate: RatingGaps.Rate) -> String? {
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
    return "\(start); \(conclusion): of all days after pain of \(high) or more \(bad) were rated, "
      + "after less \(other) (difference \(NumberText.signed(interval.lower * 100, 0)) to "
      + "\(NumberText.signed(interval.upper * 100, 0)) percentage points)"
  }

  private var running: String? {
    guard let month = report.running else { return nil }
    let parts = [
      month.runs.map { NumberText.counted($0, "run") },
      month.km.map { unit.text($0 * 1000) },
      month.meanPain.map { "mean leg pain \(NumberText.fixed($0, 1))" },
      month.flareDays > 0 ? NumberText.counted(month.flareDays, "flare-up day") : nil,
    ].compactMap(\.self)
    return "\(Self.name(month.month)) so far: " + parts.map { "\($0), " }.joined()
      + "\(month.knownDays) of \(NumberText.counted(month.days, "day")) known"
  }

  /// The advice what to record or vary.
  var advice: String {
    switch report.advice {
    case .logRuns:
      return "write down each run; none is known yet"
    case .completeRuns(let days):
      return
        "give each run what load is counted in; \(NumberText.counted(days, "run day")) lacked it"
    case .markRestDays(let days):
      return
        "say which days were rests: \(NumberText.counted(days, "day")) could be a run or a rest "
        + "(nerve rest DAYS, or nerve checkin)"
    case .rateMornings(let rated, let all):
      return "rate the leg each morning before running: \(rated) of \(all) days have a rating"
    case .rateBadDays:
      return "rate on bad days too; that is when ratings are missing"
    case .varyWeekday(let weekday):
      guard let weekday else {
        return "run on another weekday now and then: load and weekday are hard to tell apart"
      }
      return
        "move your \(Day.weekdayNames[weekday]) run to another day now and then: load and weekday "
        + "are hard to tell apart"
    case .varyDistance:
      return "vary how far you run: runs of one length say little about more or less"
    case .test:
      return
        "alternate longer and shorter weeks by tossing a coin: only chance can show whether "
        + "running is the cause"
    case .goOn where report.answer.analysis.verdict.kind == .hint:
      return "a hint counts once it has held at the ends of two months"
    case .goOn(let days):
      return days.map { "about \($0) more days like these are needed" } ?? "nothing to add"
    }
  }

  // MARK: Effects

  /// The link between load and the next day's pain, this month and all time.
  var numbers: [(name: String, text: String)] {
    let typical = report.answer.analysis.typicalRun.map { " (\(load.amount($0)))" } ?? ""
    return [
      (
        "adjusted",
        report.answer.lacksMeasure
          ? load.lacking
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
    guard lag.pearson.r != nil else {
      return lag.n < 3
        ? "too few pairs of days (\(lag.n))" : "cannot be computed: load or pain never changed"
    }
    let size =
      lag.pearson.effectiveN.map { ", effective sample size \(NumberText.fixed($0, 0))" } ?? ""
    return "\(NumberText.signed(lag.pearson.r, 2))"
      + (lag.pearson.ci95.map { " (\(CorrelationText.interval($0)))" } ?? "")
      + ", \(lag.n) pairs of days\(size); Spearman \(NumberText.signed(lag.spearman.r, 2))"
  }
}

extension NumberText {
  /// Returns an amount with its noun, such as `1 point` or `1.5 points`.
  static func counted(_ amount: Double, _ noun: String) -> String {
    "\(shortest(amount)) \(noun)\(amount == 1 ? "" : "s")"
  }
}

extension RunResponses.Moment {
  /// The moment in words.
  var words: String {
    switch self {
    case .before: "before"
    case .during: "during"
    case .after: "after"
    case .evening: "evening"
    case .nextMorning: "next morning"
    case .after48Hours: "48 h later"
    }
  }
}
