internal import CivilDay
internal import Correlator
package import JSONText
package import JournalModel
internal import JournalStore
package import Reports
internal import WrittenValues

/// The pain after two kinds of running, side by side.
package struct ComparisonText: Renderable {
  private let report: RunComparison
  private let words: ComparisonWords
  private let distance: DistanceUnit
  private let isSynthetic: Bool
  private let pen: Correlogram.Pen

  /// - Parameters:
  ///   - report: The comparison.
  ///   - unit: The measure of load.
  ///   - distance: The unit of distances in guidance.
  ///   - isSynthetic: Whether the days are made up.
  ///   - pen: The characters of the interval.
  ///   - typed: Returns a command as it is typed for the same journal.
  package init(
    report: RunComparison, unit: LoadUnit, distance: DistanceUnit, isSynthetic: Bool,
    pen: Correlogram.Pen, typed: @escaping (String) -> String
  ) {
    self.report = report
    self.distance = distance
    self.isSynthetic = isSynthetic
    self.pen = pen
    words = ComparisonWords(report: report, unit: unit, distance: distance, typed: typed)
  }

  private static let mostWidth = 104

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: Self.mostWidth)
    let width = layout.width
    let sentence = Paragraph.lines(words.sentence, width: width).joined(separator: "\n")
    let parts = [
      Paragraph.rows(words.precautions, width: width), layout.style.heading(sentence) + "\n",
      words.hasTable ? TextTable(columns: words.columns, rows: words.rows).text(layout) : "",
      difference(layout), Paragraph.rows(words.remarks, width: width),
    ]
    return (isSynthetic ? SampleNotice.line : "")
      + parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The difference with its interval, as numbers and as a bar.
  private func difference(_ layout: TextLayout) -> String {
    guard let fit = report.result.fit else { return "" }
    let plot = Correlogram([fit.ci95], pen: pen)
    return TextTable(
      columns: Self.differenceColumns + [TableColumn(plot.axis)],
      rows: [differenceCells + [plot.bar(fit.slope, fit.ci95)]]
    ).text(layout)
  }

  private static let differenceColumns = [
    TableColumn("difference", .right), TableColumn("95 % interval"), TableColumn("p", .right),
  ]

  private var differenceCells: [String] {
    guard let fit = report.result.fit else { return [] }
    return [
      NumberText.signed(fit.slope, 2), AnswerText.interval(fit.ci95), NumberText.probability(fit.p),
    ]
  }

  package var markdown: String {
    let notice = isSynthetic ? "**\(SampleNotice.sentence)**\n" : ""
    let tables =
      (words.hasTable ? [MarkdownTable(columns: words.columns, rows: words.rows).text] : [])
      + (report.result.fit == nil
        ? [] : [MarkdownTable(columns: Self.differenceColumns, rows: [differenceCells]).text])
    let parts =
      [notice, MonthText.items(words.precautions), MarkdownTable.escaped(words.sentence) + "\n"]
      + tables + [MonthText.items(words.remarks)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  package var csv: (header: [String], rows: [[String?]]) {
    let (result, fit) = (report.result, report.result.fit)
    let difference = [
      NumberText.field(fit?.slope), NumberText.field(fit?.standardError),
      fit.map { "\($0.degreesOfFreedom)" }, NumberText.field(fit?.p),
      NumberText.field(fit?.ci95.lower), NumberText.field(fit?.ci95.upper),
    ]
    return (
      [
        "kind", "name", "run_days", "used_days", "mean_load", "mean_pain", "mean_next_pain",
        "difference", "se", "df", "p", "ci95_lower", "ci95_upper", "alternations", "reason",
      ],
      [(Comparison.Side.a, report.a), (.b, report.b)].map { side, runs in
        [
          side == .a ? "a" : "b", words.names.label(side), "\(runs.days)", "\(runs.used)",
          NumberText.field(runs.load), NumberText.field(runs.pain),
          NumberText.field(runs.nextPain),
        ] + (side == .a ? difference.map { _ in nil } : difference)
          + ["\(result.alternations)", result.reason?.rawValue]
      }
    )
  }

  package var json: JSON {
    [
      "topic": .string(words.names.word), "condition": JSON(condition),
      "load": .string(report.load.rawValue),
      "pain": .string(report.question.pain.rawValue), "timing": .string(report.timing.rawValue),
      "first": JSON(report.calendar?.lowerBound.description),
      "last": JSON(report.calendar?.upperBound.description),
      "days": JSON(report.calendar?.count ?? 0), "a": kind(.a, report.a), "b": kind(.b, report.b),
      "ascent_cut_m_per_km": JSON(report.kinds.cut),
      "others": .array(
        report.kinds.others.map { ["name": .string($0.name), "run_days": JSON($0.days)] }),
      "other_run_days": JSON(report.otherRunDays),
      "alternations": JSON(report.result.alternations),
      "needed_runs": JSON(Comparison.neededRuns),
      "needed_alternations": JSON(Comparison.neededAlternations),
      "reason": JSON(report.result.reason?.rawValue),
      "fit": JSON(report.result.fit) { fit in
        [
          "pairs": JSON(fit.pairs), "controls": JSON(fit.controls),
          "df": JSON(fit.degreesOfFreedom), "points": .number(fit.slope),
          "se": .number(fit.standardError), "t": .number(fit.t), "p": .number(fit.p),
          "ci95": [.number(fit.ci95.lower), .number(fit.ci95.upper)], "share": .number(fit.share),
        ]
      },
      "trial_command": JSON(words.trial),
      "held_back_since": JSON(report.heldBackSince?.description),
      "precautions": PrecautionText(precautions: report.precautions, unit: distance).json,
      "text": .string(words.sentence),
    ]
  }

  private var condition: String? {
    if case .condition(let expression) = report.topic { expression } else { nil }
  }

  private func kind(_ side: Comparison.Side, _ runs: RunComparison.Runs) -> JSON {
    [
      "name": JSON(words.names.label(side)), "run_days": JSON(runs.days),
      "used_days": JSON(runs.used), "mean_load": JSON(runs.load), "mean_pain": JSON(runs.pain),
      "mean_next_pain": JSON(runs.nextPain),
    ]
  }
}
