import CivilDay
import Correlator
package import JournalModel
import JournalStore
package import Reports
import WrittenValues

/// The runner's page about a period.
package struct PeriodPage {
  package let report: PeriodReport
  package let unit: DistanceUnit
  package let isSynthetic: Bool

  package init(report: PeriodReport, unit: DistanceUnit, isSynthetic: Bool) {
    self.report = report
    self.unit = unit
    self.isSynthetic = isSynthetic
  }

  private var measure: LoadMeasure { report.answer.load }
  private var load: LoadUnit { LoadUnit(measure, in: unit) }
  private var verdict: AnswerText { AnswerText(report.answer, unit: load) }

  /// The page.
  package var text: String {
    var page = HTMLPage("Running and leg pain")
    if isSynthetic { page.paragraph(SampleNotice.sentence, "notice") }
    guard let span = report.span else {
      page.paragraph("Nothing is recorded in this period.")
      return page.text
    }
    page.paragraph(
      "\(span.lowerBound.longDescription) to \(span.upperBound.longDescription)", "quiet")
    page.heading("Does running worsen the pain, relieve it, or neither?")
    page.paragraph(verdict.sentence, "answer")
    for line in verdict.lines { page.paragraph(line) }
    page.facts(answer)
    if let alone = report.periodAnswer {
      page.facts([("\(period) alone", AnswerText(alone, unit: load).sentence)])
    }
    page.heading("Over time")
    let charts = PeriodCharts(unit: unit, measure: measure)
    charts.add(
      report.days, flares: report.flareUps.map { $0.days(upTo: span.upperBound) }, id: "time",
      to: &page)
    page.list(report.flareUps.map { "Flare-up \(Self.sentence($0))" })
    let analysis = report.answer.analysis
    let all = analysis.calendar?.count ?? 0
    if all < PeriodReport.neededDays {
      page.paragraph(
        "Numbers about running and pain begin with two weeks of days; there "
          + (all == 1 ? "is 1 so far." : "are \(all) so far."))
    } else if analysis.lags.contains(where: { $0.correlation.pearson.r != nil }) {
      page.heading("Days around a run")
      charts.add(analysis, to: &page)
      addEffects(to: &page)
    }
    addDose(to: &page)
    addTrials(to: &page)
    page.heading("Month by month")
    MonthsTable(history: report.months, measure: measure, unit: unit).add(to: &page)
    page.heading("How this is worked out")
    page.paragraph(Self.method, "quiet")
    return page.text
  }

  /// The days of the period, in words.
  private var period: String { "these \(NumberText.counted(report.days.count, "day"))" }

  private var answer: [(name: String, text: String)] {
    let analysis = report.answer.analysis
    return [
      ("typical run", analysis.typicalRun.map(load.amount)),
      ("data", CorrelationText(report: report.answer, unit: load).data),
      ("sore before", verdict.reverse), ("beware", verdict.disagreement),
    ].compactMap { name, text in text.map { (name, $0) } }
  }

  /// The days, the peak and the suspected trigger of a flare-up.
  package static func sentence(_ flareUp: FlareUpSummary) -> String {
    let end =
      flareUp.endDay.map { $0 == flareUp.onsetDay ? "" : " to \($0.longDescription)" }
      ?? ", in progress"
    return "\(flareUp.onsetDay.longDescription)\(end)"
      + (flareUp.peakPain.map { ", peak \($0)" } ?? "")
      + (flareUp.triggerText.map { ", suspected trigger: \($0)" } ?? "")
  }

  private func addEffects(to page: inout HTMLPage) {
    let analysis = report.answer.analysis
    guard let typical = analysis.typicalRun else { return }
    func interval(_ effect: AdjustedEffect) -> String {
      CorrelationText.interval(
        Interval(
          lower: effect.estimate.ci95.lower * typical, upper: effect.estimate.ci95.upper * typical))
    }
    func alone(_ lag: Int) -> [String] {
      guard let period = report.periodAnswer else { return [] }
      let effect = period.analysis.lags.first { $0.correlation.lag == lag }?.adjusted
      return [
        effect.map {
          "\(NumberText.signed($0.estimate.slope * typical, 2)) (\(interval($0)))"
        } ?? NumberText.unknown
      ]
    }
    let rows = analysis.lags.compactMap { lag -> [String]? in
      guard let effect = lag.adjusted else { return nil }
      return [
        AnswerText.later(lag.correlation.lag),
        NumberText.signed(effect.pointsPerTypicalRun, 2), interval(effect),
        "\(effect.estimate.pairs)",
        CorrelationText.cell(lag.correlation.pearson.r, lag.correlation.pearson.ci95),
        "\(lag.correlation.n)", NumberText.fixed(lag.correlation.pearson.effectiveN, 0),
      ] + alone(lag.correlation.lag)
    }
    guard !rows.isEmpty else { return }
    page.table(
      "Points of leg pain after a typical run (\(load.amount(typical))), for equal pain before it, "
        + "and the plain correlation r",
      columns: ["when", "points", "95 % interval", "days", "r (95 % interval)", "n", "n*"]
        + (report.periodAnswer == nil ? [] : ["points in \(period)"]),
      rows: rows)
  }

  /// The thirds of the runs, if the data suffice to compare them.
  private func addDose(to page: inout HTMLPage) {
    let words = DoseWords(report: report.dose, unit: load)
    guard !words.bands.isEmpty else { return }
    page.heading("Short, middle and long runs")
    page.paragraph(words.sentence)
    page.table(
      "Points of leg pain the next day compared with rest days that were otherwise alike",
      columns: words.columns, rows: words.rows)
    page.facts(DoseWords.remarks)
  }

  /// The self-trials: what those that have ended found, and how far one in progress
  /// has gone.
  private func addTrials(to page: inout HTMLPage) {
    guard !report.trials.isEmpty else { return }
    page.heading(report.trials.count == 1 ? "Self-trial" : "Self-trials")
    for progress in report.trials {
      let summary = TrialSummary(progress, unit: unit)
      page.paragraph(summary.sentence)
      for line in summary.lines { page.paragraph(line, "quiet") }
    }
  }

  package static let method = """
    For each day the next days' pain is predicted from that morning's pain, the past week, recent running \
    and the weekday; the adjusted effect shows whether it was worse than predicted after more running \
    than usual (local projection with HC3 intervals; a verdict has to pass a bar so high that one may look \
    as often as one likes). n* is the effective sample size, smaller than n because neighbouring \
    days are alike. Unknown days are never filled in. All of it is association: only a randomised test \
    proves a cause. Made by Nerve from the runner's own journal; not medical advice.
    """
}
