import CivilDay
import Correlator
import JournalModel
import JournalStore
import Reports
import JournalModel
import WrittenValues

/// Draws the days of a report.
struct PeriodCharts {
  let unit: DistanceUnit
  /// The measure of load.
  let measure: LoadMeasure

  private func load(_ day: DiaryDay) -> Double? { day.load(measure, in: unit) }

  private var loadName: String { LoadUnit(measure, in: unit).heading }

  /// Pain and load over time: by day, for long periods by week, and for years by
  /// month.
  func add(_ days: [DiaryDay], flares: [ClosedRange<Day>], id: String, to page: inout HTMLPage) {
    let (points, each) = points(days)
    add(points, each: each, flares: flares, id: id, to: &page)
  }

  /// The same month by month.
  func add(_ history: MonthHistory, to page: inout HTMLPage) {
    let points = history.rows.map(\.figures).map {
      TimeChart.Point(
        days: $0.month.firstDay...$0.month.lastDay, pain: $0.meanPain,
        load: $0.totals.load(measure, in: unit))
    }
    add(points, each: "month", flares: [], id: "months", to: &page)
  }

  private func add(
    _ points: [TimeChart.Point], each: String, flares: [ClosedRange<Day>], id: String,
    to page: inout HTMLPage
  ) {
    guard let first = points.first?.days.lowerBound, let last = points.last?.days.upperBound else {
      return
    }
    guard points.contains(where: { $0.pain != nil || $0.load != nil }) else { return }
    let chart = TimeChart(points: points, flares: flares, loadName: "\(loadName) per \(each)")
    let name = { (day: Day) in
      each == "month" ? MonthWords.shortName(day.month) : day.longDescription
    }
    let span = points.count > 1 ? " from \(name(first)) to \(name(last))" : ", \(name(first))"
    let kind = each == "day" ? "" : "the mean "
    let unrated = points.count { $0.pain == nil }
    let description =
      "\(NumberText.counted(points.count, each))\(span). The line is \(kind)leg pain from 0 to 10"
      + (unrated > 0
        ? ", broken where it was not rated (\(NumberText.counted(unrated, each)))" : "")
      + "; the bars are running in \(loadName)"
      + (each == "day" ? "" : ", without \(each)s that have no known day")
      + (flares.isEmpty ? "." : "; the shaded bands are flare-ups.")
    page.figure(
      id, title: "Leg pain and running", description: description, chart.svg)
  }

  private func points(_ days: [DiaryDay]) -> (points: [TimeChart.Point], each: String) {
    guard days.count > 120 else {
      let points = days.map {
        TimeChart.Point(
          days: $0.day...$0.day, pain: $0.legPain.map(Double.init), load: load($0))
      }
      return (points, "day")
    }
    let isWeekly = days.count <= 1200
    let groups = Dictionary(grouping: days) { day in
      isWeekly ? day.day - day.day.weekday : day.day.month.firstDay
    }
    let points = groups.keys.sorted().map { start in
      let group = groups[start] ?? []
      let pain = group.compactMap(\.legPain)
      let load = group.compactMap(load)
      return TimeChart.Point(
        days: (group.first?.day ?? start)...(group.last?.day ?? start),
        pain: pain.isEmpty ? nil : Double(pain.reduce(0, +)) / Double(pain.count),
        load: load.isEmpty ? nil : load.reduce(0, +))
    }
    return (points, isWeekly ? "week" : "month")
  }

  /// Plain and adjusted correlations at each lag.
  func add(_ analysis: Analysis, to page: inout HTMLPage) {
    func interval(_ interval: Interval?) -> ClosedRange<Double>? {
      interval.map { min($0.lower, $0.upper)...max($0.lower, $0.upper) }
    }
    let chart = IntervalChart(
      plain: analysis.lags.compactMap { lag in
        lag.correlation.pearson.r.map {
          IntervalChart.Point(
            position: lag.correlation.lag, estimate: $0,
            interval: interval(lag.correlation.pearson.ci95))
        }
      },
      adjusted: analysis.lags.compactMap { lag in
        lag.adjusted?.estimate.partialR.map {
          IntervalChart.Point(
            position: lag.correlation.lag, estimate: $0,
            interval: interval(lag.adjusted?.estimate.partialRCI95))
        }
      },
      names: ("days from running to pain", "correlation", "plain (Pearson)", "adjusted (partial)"))
    guard !chart.plain.isEmpty || !chart.adjusted.isEmpty else { return }
    page.figure(
      "correlogram", title: "How running relates to pain on the days around it",
      description:
        "Correlations with 95 % intervals. Right of 0 pain comes after running, left of it "
        + "before. An interval that contains 0 may be chance. The plain ones (round) are reversed "
        + "where pain makes you skip runs; the adjusted ones (square) compare days of equal pain "
        + "before the run.",
      chart.svg)
  }
}

extension FlareUpSummary {
  /// Its days, up to `last` while it is in progress.
  func days(upTo last: Day) -> ClosedRange<Day> { onsetDay...max(onsetDay, endDay ?? last) }
}
