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
  /// The characters of the correlogram.
  package let pen: Correlogram.Pen

  package init(
    report: CorrelationReport, unit: LoadUnit, isSynthetic: Bool = false,
    isExplained: Bool = false, pen: Correlogram.Pen = .lines
  ) {
    self.report = report
    self.unit = unit
    self.isSynthetic = isSynthetic
    self.isExplained = isExplained
    self.pen = pen
  }

  private var analysis: Analysis { report.analysis }
  private var words: VerdictText { VerdictText(report, unit: unit) }

  private static let mostWidth = 104

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: Self.mostWidth)
    let width = layout.width
    let notice = isSynthetic ? SampleNotice.line : ""
    let sentence = layout.style.heading(
      Paragraph.lines(words.sentence, width: width).joined(separator: "\n"))
    guard analysis.calendar != nil else { return "\(notice)\(sentence)\n" }
    let facts = (report.lacksMeasure ? [("beware", unit.lacking)] : []) + facts
    // A table of dashes only would bury the facts.
    guard analysis.lags.contains(where: { $0.correlation.n >= 3 }) else {
      return "\(notice)\(sentence)\n\n\(Paragraph.rows(facts, width: width))"
    }
    return """
      \(notice)\(sentence)

      \(Paragraph.rows(facts, width: width))
      \(table(layout))
      \(Paragraph.rows(remarks, width: width))
      """ + (isExplained ? "\n" + Self.explanation(layout) : "")
  }

  /// The facts between the sentence and the table.
  private var facts: [(name: String, text: String)] {
    var facts: [(name: String, text: String)] = []
    if let typical = analysis.typicalRun { facts.append(("typical run", unit.amount(typical))) }
    facts += effects
    if let reverse = words.reverse { facts.append(("sore before", reverse)) }
    facts.append(("data", data))
    return facts
  }

  /// The points after a typical run on the next three days.
  package var effects: [(name: String, text: String)] {
    guard let typical = analysis.typicalRun else { return [] }
    return analysis.lags.compactMap(\.adjusted).filter { $0.lag <= 3 }.map { effect in
      let points = effect.estimate.ci95
      let check =
        effect.crossCheck.map {
          "; worse than expected in \($0.weeksWorse) of \($0.weeks) weeks"
        } ?? ""
      return (
        VerdictText.later(effect.lag),
        "\(NumberText.signed(effect.pointsPerTypicalRun, 2)) points after it (95 % interval "
          + "\(NumberText.signed(points.lower * typical, 2)) to "
          + "\(NumberText.signed(points.upper * typical, 2)), \(effect.estimate.pairs) days)"
          + check
      )
    }
  }

  /// The days behind the answer.
  package var data: String {
    let days =
      analysis.calendar.map {
        "\(NumberText.counted($0.count, "day")) from \($0.lowerBound) to \($0.upperBound)"
      } ?? ""
    let rated =
      switch report.timing {
      case .morning: "rated before running"
      case .evening: "rated after running"
      case .unknown: "rated at unknown times"
      }
    return "\(days): \(NumberText.counted(analysis.runDays, "run day")), "
      + "\(NumberText.counted(analysis.restDays, "rest day"))\(implied), longest gap "
      + "\(NumberText.counted(analysis.longestGap, "day")); \(words.pain) \(rated)\(omitted)"
  }

  /// The number of implied rest days.
  private var implied: String {
    report.impliedRestDays == 0 ? "" : " (\(report.impliedRestDays) only implied)"
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
        "adjusted", "points of pain after a typical run, for equal pain before it; plain r: Pearson"
      ),
      ("what would change this", words.whatWouldChangeIt),
    ]
    if let disagreement = words.disagreement { remarks.append(("beware", disagreement)) }
    if report.question.load == .srpe {
      remarks.append(
        ("beware", "effort contains how you felt that day; trust km or minutes more than this."))
    }
    let early = analysis.lags.compactMap(\.adjusted).filter { $0.lag <= 3 }
    if early.contains(where: { $0.holmP < 0.05 }) {
      remarks.append(("after which runs", "nerve dose"))
    }
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

  private static func explanation(_ layout: TextLayout) -> String {
    layout.style.heading("How to read it") + "\n"
      + layout.wrapped(explanations.map { "  \($0)\n" }.joined())
  }

  private static let explanations = [
    "For each day the next days' pain is predicted from this morning's pain, the past week, "
      + "your recent running and the weekday; then we check whether it was worse than predicted "
      + "after you ran more than you usually would on such a day. That is the adjusted number: "
      + "points of pain, 0 to 10, after a run of typical length. Lags 1 to 3 carry the verdict; "
      + "the later ones only show whether it lasts.",
    "The plain correlation r shows association only, from -1 to +1: if you skip runs when it "
      + "hurts, it shows less pain after running although running did nothing. n counts pairs of "
      + "days; n* is the effective sample size, since neighbouring days are alike.",
    "A bar spans the 95 % interval; one that crosses zero may be chance.",
    "At negative lags pain comes first and running after.",
  ]
}
