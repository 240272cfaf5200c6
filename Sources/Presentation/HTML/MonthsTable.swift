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

  /// Adds the table to `page`.
  func add(to page: inout HTMLPage) {
    page.table(
      caption,
      columns: [
        "month", "days known", load.heading, "mean leg pain", "flare days", "r", "n", "n*",
        "points", "95 % interval", "verdict to date",
      ],
      rows: history.rows.map { row in
        let figures = row.figures
        return [
          MonthWords.shortName(figures.month), "\(figures.knownDays) of \(figures.days)",
          NumberText.fixed(figures.totals.load(measure, in: unit), 0),
          NumberText.fixed(figures.meanPain, 1), "\(figures.flareDays)",
          NumberText.signed(row.lag1.pearson.r, 2), "\(row.lag1.n)",
          NumberText.fixed(row.lag1.pearson.effectiveN, 0),
        ] + points(row.effect?.effect) + [row.verdict.kind.phrase]
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
