import Correlator
import JournalModel
import Reports
import WrittenValues

/// The months as a table of a page.
struct MonthsTable {
  let history: MonthHistory
  let measure: LoadMeasure
  let unit: DistanceUnit

  private var load: LoadUnit { LoadUnit(measure, in: unit) }

  /// Adds the table to `page`: the verdict and the points come first, so that a
  /// narrow screen shows them without scrolling.
  func add(to page: inout HTMLPage) {
    page.table(
      caption,
      columns: [
        "month", "verdict to date", "points", "95 % interval", "days known", load.heading,
        "mean leg pain", "flare days", "r", "n", "n*",
      ],
      rows: history.rows.map { row in
        let figures = row.figures
        return [MonthWords.shortName(figures.month), row.verdict.kind.phrase]
          + points(row.effect?.effect) + [
            "\(figures.knownDays) of \(figures.days)",
            NumberText.fixed(figures.totals.load(measure, in: unit), 0),
            MonthWords.meanPain(figures) ?? NumberText.unknown, "\(figures.flareDays)",
            MonthHistoryText.correlation(row.lag1), "\(row.lag1.n)",
            NumberText.fixed(row.lag1.pearson.effectiveN, 0),
          ]
      })
  }

  private var caption: String {
    let omitted = history.omittedMonths
    return "r: \(load.heading) and the next day's leg pain, from n pairs of days, effective "
      + "sample size n*. Points: of leg pain the day after a typical run, for equal pain "
      + "before it. No single month settles anything."
      + (omitted > 0 ? " \(NumberText.counted(omitted, "earlier month")) left out." : "")
  }

  /// The points after a typical run, and their interval.
  private func points(_ effect: MonthlyEffects.Effect?) -> [String] {
    guard let effect, let typical = history.answer.analysis.typicalRun else {
      return [NumberText.unknown, NumberText.unknown]
    }
    let interval = Interval(
      lower: effect.ci95.lower * typical, upper: effect.ci95.upper * typical)
    return [
      NumberText.signed(effect.slope * typical, 2), CorrelationText.interval(interval),
    ]
  }
}

extension DayTotals {
  /// The amount of running, in the measure of load.
  func load(_ measure: LoadMeasure, in unit: DistanceUnit) -> Double? {
    switch measure {
    case .km: km.map { $0 * 1000 / unit.metres }
    case .minutes: minutes
    case .srpe: load
    case .ascent: ascentM
    case .descent: descentM
    case .steps: steps
    }
  }
}
