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

  /// The mean and the worst pain a week, for years a month, above running, flare-ups,
  /// medication and guidance.
  func addCourse(of report: PeriodReport, to page: inout HTMLPage) {
    guard let span = report.span else { return }
    let isWeekly = report.days.count <= Self.mostWeeklyDays
    let each = isWeekly ? "week" : "month"
    let points = Self.groups(report.days, weekly: isWeekly).map { group in
      CourseChart.Point(
        days: group.days, mean: Self.mean(group.of.compactMap(\.legPain)),
        worst: group.of.compactMap(\.worstLegPain).max(), load: Self.sum(group.of.compactMap(load)))
    }
    let medicated = Set(report.signs.filter { $0.medication != nil }.map(\.day)).sorted()
    let chart = CourseChart(
      points: points,
      lanes: [
        CourseChart.Lane(
          name: "flare-up", spans: report.flareUps.map { $0.days(upTo: span.upperBound) },
          shadesPain: true),
        CourseChart.Lane(name: "medication", spans: medicated.map { $0...$0 }),
        CourseChart.Lane(
          name: "guidance",
          spans: report.guidance.map(\.guidance).map {
            $0.day...max($0.day, $0.untilDay ?? span.upperBound)
          }),
      ],
      loadName: "\(loadName) a \(each)")
    page.figure(
      "course", title: "Leg pain \(each) by \(each)",
      description:
        "The dot is the mean of the days' ratings, the end of the stem the worst; a gap is "
        + "a \(each) without a rating. Bars: running in \(loadName), on known days. Shaded: "
        + "flare-ups. Below: days of flare-ups, medication and guidance in force.",
      chart.svg)
  }

  /// The longest period that is drawn by week.
  private static let mostWeeklyDays = 1200

  /// The days by week or by month.
  private static func groups(
    _ days: [DiaryDay], weekly: Bool
  ) -> [(days: ClosedRange<Day>, of: [DiaryDay])] {
    let groups = Dictionary(grouping: days) { day in
      weekly ? day.day - day.day.weekday : day.day.month.firstDay
    }
    return groups.keys.sorted().map { start in
      let group = groups[start] ?? []
      return ((group.first?.day ?? start)...(group.last?.day ?? start), group)
    }
  }

  private static func mean(_ values: [Int]) -> Double? {
    values.isEmpty ? nil : Double(values.reduce(0, +)) / Double(values.count)
  }

  private static func sum(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +)
  }

  private func points(_ days: [DiaryDay]) -> (points: [TimeChart.Point], each: String) {
    guard days.count > 120 else {
      let points = days.map {
        TimeChart.Point(
          days: $0.day...$0.day, pain: $0.legPain.map(Double.init), load: load($0))
      }
      return (points, "day")
    }
    let isWeekly = days.count <= Self.mostWeeklyDays
    let points = Self.groups(days, weekly: isWeekly).map { group in
      TimeChart.Point(
        days: group.days, pain: Self.mean(group.of.compactMap(\.legPain)),
        load: Self.sum(group.of.compactMap(load)))
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
