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
  /// Returns a command as it is typed for the same journal; `nil` on pages, which
  /// name no commands.
  let typed: ((String) -> String)?

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

  // MARK: The answer

  /// The answer to date in a sentence.
  var verdict: String { Self.verdict(report.answer, unit: load) }

  /// An answer in a sentence, with the days that it is of.
  static func verdict(_ answer: CorrelationReport, unit: LoadUnit) -> String {
    let sentence = AnswerText(answer, unit: unit).sentence
    guard answer.load.carriesVerdict, answer.analysis.verdict.sinceDay == nil else {
      return sentence
    }
    return "All your days to date: \(sentence.uncapitalised)"
  }

  /// What belongs to the answer, at most four lines.
  var answers: [String] {
    let lines = Self.answers(report.answer, unit: load, report.precautions)
    return Array((lines + [change].compactMap(\.self)).prefix(Self.mostAnswers))
  }

  /// The lines below an answer; where something else comes first, they do not advise.
  static func answers(
    _ answer: CorrelationReport, unit: LoadUnit, _ precautions: Precautions
  ) -> [String] {
    AnswerText(answer, unit: unit, mayAdvise: precautions.isEmpty).lines
  }

  private static let mostAnswers = 4

  /// What the answer was at the end of the month before, if it was another.
  var change: String? {
    guard report.answer.load.carriesVerdict, let earlier = report.earlierVerdict?.kind,
      earlier != report.answer.analysis.verdict.kind
    else { return nil }
    return "At the end of \(Self.name(report.month.previous)) the answer was: \(earlier.phrase)."
  }

  /// What comes first.
  var precautions: [(name: String, text: String)] {
    PrecautionText(precautions: report.precautions, unit: unit, typed: typed).rows
  }

  /// The text for a month outside the journal.
  var nothing: String {
    "Nothing is recorded in this month."
      + (report.journalDays.map { " The journal goes from \($0.lowerBound) to \($0.upperBound)." }
        ?? "")
  }

  // MARK: The figures

  /// The months side by side.
  var columns: [MonthFigures] {
    [report.figures, report.previous, report.lastYear].filter {
      $0.month == report.month || $0.days > 0
    }
  }

  /// The six figures of the months, one per row: how much, how often and how far,
  /// then the usual, the worst and the bad days.
  var figures: [(name: String, cells: [String])] {
    let limit = report.responses.rule.painLimit
    return [
      amount,
      row("run days") {
        $0.knownDays == 0
          ? nil : "\($0.runDays)" + ($0.unknownDays > 0 ? " of \($0.knownDays) known" : "")
      },
      row("longest run") { report.longestRuns[$0.month].map { unit.text($0.distanceM) } },
      row("leg pain, mean", Self.meanPain),
      row("leg pain, worst") { $0.worstPain.map { "\($0)" } },
      row("bad days, over \(limit)") {
        $0.painDays == 0 ? nil : "\($0.badDays(over: limit)) of \($0.painDays)"
      },
    ]
  }

  private func row(
    _ name: String, _ cell: (MonthFigures) -> String?
  ) -> (name: String, cells: [String]) {
    (name, columns.map { cell($0) ?? NumberText.unknown })
  }

  /// The distance, or the time where that is the load or no distance is known.
  private var amount: (name: String, cells: [String]) {
    measure == .minutes || columns.allSatisfy { $0.km == nil } ? time : distance
  }

  private var distance: (name: String, cells: [String]) {
    row("distance") { $0.km.map { unit.text($0 * 1000) } }
  }

  private var time: (name: String, cells: [String]) {
    row("time") { $0.minutes.map { ClockText.duration($0 * 60) } }
  }

  /// The mean leg pain, or the number of days where it would say little.
  static func meanPain(_ figures: MonthFigures) -> String? {
    guard let mean = figures.meanPain else { return nil }
    return figures.painDays < fewestRatings
      ? "too few (\(figures.painDays))" : NumberText.fixed(mean, 1)
  }

  /// The ratings from which there is a mean.
  static let fewestRatings = 5

  /// All figures of the months, one per row; those that this runner never records
  /// are left out.
  var table: [(name: String, cells: [String])] {
    let others = [
      row("days known") { "\($0.knownDays) of \($0.days)" },
      row("runs") { $0.runs.map { "\($0)" } },
      row("rest days") { Self.restDays($0.totals) },
      amount.name == "time" ? distance : time,
      row("effort x minutes") { $0.load.map { NumberText.fixed($0, 0) } },
      row("days rated") { "\($0.painDays) of \($0.days)" },
      row("flare-up days") { "\($0.flareDays)" },
      row("reach, mean") {
        $0.reachDays < Self.fewestRatings ? nil : NumberText.fixed($0.meanReach, 1)
      },
      row("days stretched") { "\($0.stretchDays) of \($0.days)" },
      row("stretching") { $0.stretchMinutes.map { "\(NumberText.fixed($0, 0)) min" } },
    ]
    return figures
      + others.filter { row in
        !row.cells.allSatisfy { $0 == NumberText.unknown || $0.hasPrefix("0 of") }
          || row.name == "days rated"
      }
  }

  /// The rest days, and how many of them are implied.
  static func restDays(_ totals: DayTotals) -> String? {
    guard totals.knownDays > 0 else { return nil }
    return "\(totals.restDays)"
      + (totals.impliedRestDays > 0 ? ", \(totals.impliedRestDays) assumed" : "")
  }

  // MARK: The month in brief

  /// What stands out in the month, a line each, and the next step.
  var briefs: [(name: String, text: String)] {
    [
      longestRun.map { ("longest run", $0) }, ("flare-ups", flareUps),
      implied.map { ("rest days", $0) }, missingRatings.map { ("ratings", $0) },
      ("next step", nextStep),
    ].compactMap(\.self)
  }

  private var longestRun: String? {
    guard let longest = report.longestRun else { return nil }
    let told = "\(unit.text(longest.distanceM)) on \(longest.day.shortDescription)"
    guard let step = report.largestStep else { return told }
    guard step.ratio > 1 else { return "\(told); no step up from the 30 days before" }
    let day = step.day == longest.day ? "" : " on \(step.day.shortDescription)"
    let percent = NumberText.fixed((step.ratio - 1) * 100, 0)
    return "\(told); largest step up\(day): \(percent) % beyond the 30 days before"
  }

  private var flareUps: String {
    guard !report.flareUps.isEmpty else {
      return report.flareDays == 0
        ? "none" : "\(NumberText.counted(report.flareDays, "day")) of one from before the month"
    }
    let told = report.flareUps.prefix(Self.fewFlareUps).map { flareUp in
      let (first, last) = (flareUp.flareUp.onsetDay, flareUp.flareUp.endDay)
      let end = last.map { $0 == first ? "" : " to \($0.shortDescription)" } ?? ", in progress"
      return first.shortDescription + end
        + (flareUp.flareUp.peakPain.map { ", peak \($0)" } ?? "")
    }
    let more = report.flareUps.count - told.count
    return told.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
  }

  /// The flare-ups that fit a line.
  private static let fewFlareUps = 2

  /// The rest days that nobody confirmed, if they matter.
  private var implied: String? {
    let days = report.impliedRestDays
    guard days > 0, report.check.findings.contains(where: { $0.topic == .restDays }) else {
      return nil
    }
    return "\(days) of \(report.restDays) assumed, not logged"
      + (typed.map { "; mark them with: \($0("nerve rest DAYS"))" } ?? "")
  }

  /// The days after which ratings go missing, if there are any.
  private var missingRatings: String? {
    let (findings, gaps) = (report.check.findings, report.check.gaps)
    if findings.contains(.ratingsAfterRuns) {
      return "missing more often after runs: \(Self.rates(gaps.afterRuns, "after rest days"))"
    }
    guard findings.contains(.ratingsAfterHighPain) else { return nil }
    return "missing more often after bad days, so pain is higher than it looks: "
      + Self.rates(gaps.afterHighPain, "after others")
  }

  /// How many days were rated after those in question and after all others.
  private static func rates(_ comparison: RatingGaps.Comparison, _ others: String) -> String {
    "\(comparison.rate.count) of \(comparison.rate.of) rated, \(others) "
      + "\(comparison.others.count) of \(comparison.others.of)"
  }

  /// The next step.
  var nextStep: String {
    NextStepText(step: report.nextStep, measure: measure, typed: typed).sentence
  }
}

extension NumberText {
  /// Returns an amount with its noun, such as `1 point` or `1.5 points`.
  static func counted(_ amount: Double, _ noun: String) -> String {
    "\(shortest(amount)) \(noun)\(amount == 1 ? "" : "s")"
  }
}
