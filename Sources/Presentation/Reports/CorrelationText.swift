internal import CivilDay
internal import Correlator
internal import JournalStore
package import Reports
internal import WrittenValues

/// How running load relates to pain on the days around it.
package struct CorrelationText: Renderable {
  package let report: CorrelationReport
  /// The measure of load.
  package let unit: LoadUnit
  /// Whether the days are made up.
  package let isSynthetic: Bool
  /// Whether to explain how to read it.
  package let isExplained: Bool
  /// Whether to show the lags even if there is not enough data for an answer.
  package let alwaysShowsLags: Bool
  /// The characters of the correlogram.
  package let pen: Correlogram.Pen
  /// Where the numbers come from, for the JSON.
  package let source: CorrelationSource?

  package init(
    report: CorrelationReport, unit: LoadUnit, isSynthetic: Bool = false,
    isExplained: Bool = false, alwaysShowsLags: Bool = false, pen: Correlogram.Pen = .lines,
    source: CorrelationSource? = nil
  ) {
    self.report = report
    self.unit = unit
    self.isSynthetic = isSynthetic
    self.isExplained = isExplained
    self.alwaysShowsLags = alwaysShowsLags
    self.pen = pen
    self.source = source
  }

  private var analysis: Analysis { report.analysis }
  private var words: AnswerText { AnswerText(report, unit: unit) }

  private static let mostWidth = 104

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: Self.mostWidth)
    let width = layout.width
    let notice = isSynthetic ? SampleNotice.line : ""
    let sentence = layout.style.heading(
      Paragraph.lines(words.sentence, width: width).joined(separator: "\n"))
    guard analysis.calendar != nil else { return "\(notice)\(sentence)\n" }
    let lines = words.lines.map { line in
      Paragraph.lines(line, width: width).map { "\($0)\n" }.joined()
    }.joined()
    let start = "\(notice)\(sentence)\n\(lines)\n\(Paragraph.rows(facts, width: width))"
    guard showsLags else {
      return start + (isExplained ? "\n" + explanation(layout) : "")
    }
    return """
      \(start)
      \(table(layout))
      \(Paragraph.rows(remarks, width: width))
      """ + (isExplained ? "\n" + explanation(layout) : "")
  }

  /// Whether the table says more than noise.
  private var showsLags: Bool {
    guard analysis.lags.contains(where: { $0.correlation.n >= 3 }) else { return false }
    return alwaysShowsLags || analysis.verdict.kind != .notEnoughData
  }

  /// The facts between the answer and the table.
  private var facts: [(name: String, text: String)] {
    var facts: [(name: String, text: String)] = []
    if report.lacksMeasure { facts.append(("beware", unit.lacking)) }
    if report.load == .srpe {
      facts.append(("beware", "effort contains how you felt that day; trust km or minutes more"))
    }
    // Numbers of a verdict that does not exist would invite one.
    if analysis.verdict.evidence != nil {
      if let typical = analysis.verdict.evidence?.typicalRun {
        facts.append(("typical run", unit.amount(typical)))
      }
      facts += effects
      if let sameDay = words.sameDay { facts.append(("same day", sameDay)) }
      if let reverse = words.reverse { facts.append(("pain before", reverse)) }
    }
    facts.append(("data", data))
    return facts
  }

  /// The points after a typical run on the next three days, of the days that the
  /// answer is about.
  package var effects: [(name: String, text: String)] {
    guard let evidence = analysis.verdict.evidence else { return [] }
    return evidence.effects.map { effect in
      let second =
        evidence.secondLine.first { $0.lag == effect.lag }
        .map { "; allowing for \(columns) \(Self.points($0, evidence.typicalRun))" } ?? ""
      return (
        AnswerText.later(effect.lag),
        "\(NumberText.signed(effect.pointsPerTypicalRun, 2)) (95 % interval "
          + "\(CorrelationText.interval(effect.estimate.ci95.scaled(evidence.typicalRun))), "
          + "\(NumberText.counted(effect.estimate.pairs, "day")))\(second)\(Self.weeks(effect))"
      )
    }
  }

  /// In how many weeks it was as the effect says.
  private static func weeks(_ effect: AdjustedEffect) -> String {
    guard let check = effect.crossCheck else { return "" }
    let isMore = effect.estimate.slope > 0
    let agreeing = isMore ? check.weeksWorse : check.weeks - check.weeksWorse
    return "; \(isMore ? "worse" : "better") than expected in \(agreeing) of \(check.weeks) weeks"
  }

  /// What else the days held.
  private var columns: String {
    analysis.secondLineColumns.map(\.phrase).joined(separator: ", ")
  }

  /// Points after a typical run, with their interval.
  private static func points(_ effect: AdjustedEffect, _ typical: Double) -> String {
    cell(effect.pointsPerTypicalRun, effect.estimate.ci95.scaled(typical))
  }

  /// The days behind the answer.
  package var data: String {
    let days =
      analysis.calendar.map {
        "\(NumberText.counted($0.count, "day")) from \($0.lowerBound) to \($0.upperBound)"
      } ?? ""
    let rated =
      switch report.timing {
      case .morning:
        analysis.timingIsDoubtful ? "said to be rated before running" : "rated before running"
      case .evening: "rated after running"
      case .unknown: "rated at unknown times, before or after running"
      }
    return "\(days): \(NumberText.counted(analysis.runDays, "run day")), "
      + "\(NumberText.counted(analysis.restDays, "rest day"))\(implied), \(gap); "
      + "\(words.pain) \(rated)\(omitted)"
  }

  /// The longest run of days without a load or without a rating.
  private var gap: String {
    analysis.longestGap == 0
      ? "no gaps"
      : "longest gap in runs or ratings \(NumberText.counted(analysis.longestGap, "day"))"
  }

  /// The number of implied rest days.
  private var implied: String {
    report.impliedRestDays == 0 ? "" : " (\(report.impliedRestDays) assumed, not logged)"
  }

  /// The number of days rated only at another time.
  private var omitted: String {
    switch report.omittedDays {
    case 0: ""
    case 1: ", 1 day rated at another time left out"
    case let days: ", \(days) days rated at another time left out"
    }
  }

  private var remarks: [(name: String, text: String)] {
    var remarks = [
      (
        "adjusted",
        "difference in pain after a typical run, in points, for equal pain before; adjusted for the "
          + "week before and the weekday"
      ),
      ("plain r", "Pearson's correlation: it shows a link, not a cause"),
      ("lag", "days from run to pain; at negative lags, pain first and run later"),
    ]
    if analysis.verdict.since > 0 {
      remarks.append(("all days", "the table covers the earlier days too; the answer does not"))
    }
    if let disagreement = words.disagreement { remarks.append(("beware", disagreement)) }
    if DoseResponse.isOpen(analysis.verdict) { remarks.append(("by length", "nerve dose")) }
    if !isExplained { remarks.append(("how to read it", "nerve correlate --explain")) }
    return remarks
  }

  /// The lag profile: adjusted and plain, as numbers and as bars.
  private func table(_ layout: TextLayout) -> String {
    let typical = analysis.typicalRun ?? 0
    let points = analysis.lags.compactMap { lag in
      lag.adjusted.map {
        Interval(lower: $0.estimate.ci95.lower * typical, upper: $0.estimate.ci95.upper * typical)
      }
    }
    let adjusted = Correlogram(points, pen: pen)
    let plain = Correlogram(analysis.lags.compactMap(\.correlation.pearson.ci95), pen: pen)
    // Without the bars, the numbers fit even on a narrow terminal.
    let showsBars = layout.width >= 100
    let columns =
      [TableColumn("lag", .right), TableColumn("adjusted")]
      + (showsBars ? [TableColumn(adjusted.axis)] : [])
      + [TableColumn("n", .right), TableColumn("n*", .right), TableColumn("plain r")]
      + (showsBars ? [TableColumn(plain.axis)] : [])
      + [TableColumn("Spearman", .left, .optional), TableColumn("Kendall", .left, .optional)]
    let rows = analysis.lags.map { lag in
      let interval = lag.adjusted.map {
        Interval(lower: $0.estimate.ci95.lower * typical, upper: $0.estimate.ci95.upper * typical)
      }
      let effect = lag.adjusted?.pointsPerTypicalRun
      let pearson = lag.correlation.pearson
      return ["\(lag.correlation.lag)", effect == nil ? "" : NumberText.signed(effect, 2)]
        + (showsBars ? [adjusted.bar(effect, interval)] : [])
        + [
          "\(lag.correlation.n)", NumberText.fixed(pearson.effectiveN, 0),
          NumberText.signed(pearson.r, 2),
        ]
        + (showsBars ? [plain.bar(pearson.r, pearson.ci95)] : [])
        + [
          NumberText.signed(lag.correlation.spearman.r, 2),
          NumberText.signed(lag.correlation.kendallTau, 2),
        ]
    }
    return TextTable(columns: columns, rows: rows).text(layout)
  }

  private func explanation(_ layout: TextLayout) -> String {
    layout.style.heading("How to read it") + "\n"
      + layout.wrapped(explanations.map { "  \($0)\n" }.joined())
  }

  private var explanations: [String] {
    [
      "For each day the next days' pain is predicted from \(before), the week before that, "
        + "your recent running and the weekday; then we check whether it was worse than predicted "
        + "after you ran more than you usually would on such a day. That is the adjusted number: "
        + "points of pain, 0 to 10, after a run of typical length. Lags 1 to 3 carry the answer; "
        + "the later ones only show whether it lasts.",
      "Look as often as you like: unless something hidden affects both running and pain, fewer than "
        + "1 runner in 20 will ever get a wrong claim. The price is a high bar, so a number may look "
        + "clear before the answer says so.",
      "The plain correlation r runs from -1 to +1: if you skip runs when it hurts, it shows less "
        + "pain after running even if running did nothing. n counts pairs of days; n* is the "
        + "effective sample size, since neighbouring days are alike.",
      "A bar spans the 95 % interval. One that crosses zero may well be chance; one that does not "
        + "may still be, because there are many bars.",
    ]
  }

  /// The rating that stands before a run, with the timing in use.
  private var before: String {
    switch analysis.timingInUse {
    case .morning: "this morning's pain"
    case .evening: "the evening's pain before"
    case .unknown:
      "the last rating before the run, which is that day's or the one of the day before (both are "
        + "tried, and both must agree)"
    }
  }
}
