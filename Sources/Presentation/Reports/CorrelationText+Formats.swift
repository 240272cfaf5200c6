internal import CivilDay
package import Correlator
internal import Reports
internal import WrittenValues

/// The tables for programs and documents.
extension CorrelationText {
  package var csv: (header: [String], rows: [[String?]]) {
    let estimate = ["r", "effective_n", "ci95_lower", "ci95_upper", "p"]
    let adjusted = [
      "pairs", "slope", "se", "p", "holm_p", "ci95_lower", "ci95_upper", "points_per_typical_run",
    ]
    return (
      ["lag", "n"] + estimate.map { "pearson_\($0)" } + estimate.map { "spearman_\($0)" }
        + ["kendall_tau"] + adjusted.map { "adjusted_\($0)" } + ["implied_rest_days"],
      report.analysis.lags.map { lag in
        let correlation = lag.correlation
        return ["\(correlation.lag)", "\(correlation.n)"] + Self.numbers(correlation.pearson)
          + Self.numbers(correlation.spearman) + [Self.number(correlation.kendallTau)]
          + Self.numbers(lag.adjusted) + ["\(report.impliedRestDays)"]
      }
    )
  }

  private static func numbers(_ estimate: CorrelationEstimate) -> [String?] {
    [
      estimate.r, estimate.effectiveN, estimate.ci95?.lower, estimate.ci95?.upper, estimate.p,
    ].map(number)
  }

  private static func numbers(_ effect: AdjustedEffect?) -> [String?] {
    let estimate = effect?.estimate
    return [estimate.map { "\($0.pairs)" }]
      + [
        estimate?.slope, estimate?.standardError, estimate?.p, effect?.holmP,
        estimate?.ci95.lower, estimate?.ci95.upper, effect?.pointsPerTypicalRun,
      ].map(number)
  }

  private static func number(_ value: Double?) -> String? {
    value.map { NumberText.shortest($0) }
  }

  package var markdown: String {
    let columns = [
      TableColumn("lag", .right), TableColumn("n", .right), TableColumn("n*", .right),
      TableColumn("Pearson r (95 %)"), TableColumn("Spearman r (95 %)"),
      TableColumn("Kendall", .right), TableColumn("points after a typical run (95 %)"),
    ]
    let typical = report.analysis.typicalRun ?? 0
    let rows = report.analysis.lags.map { lag in
      let correlation = lag.correlation
      let points = lag.adjusted.map {
        Interval(lower: $0.estimate.ci95.lower * typical, upper: $0.estimate.ci95.upper * typical)
      }
      return [
        "\(correlation.lag)", "\(correlation.n)",
        NumberText.fixed(correlation.pearson.effectiveN, 0),
        Self.cell(correlation.pearson.r, correlation.pearson.ci95),
        Self.cell(correlation.spearman.r, correlation.spearman.ci95),
        NumberText.signed(correlation.kendallTau, 2),
        Self.cell(lag.adjusted?.pointsPerTypicalRun, points),
      ]
    }
    let notice = isSynthetic ? "**\(SampleNotice.sentence)**\n\n" : ""
    let words = AnswerText(report, unit: unit)
    let lines = words.lines.map { "- \($0)\n" }.joined()
    return "\(notice)\(words.sentence)\n\n\(lines)\(lines.isEmpty ? "" : "\n")"
      + MarkdownTable(columns: columns, rows: rows).text
  }

  /// A number with its interval, such as `+0.20 (+0.10 to +0.30)`.
  package static func cell(_ value: Double?, _ interval: Interval?) -> String {
    guard value != nil else { return "" }
    return NumberText.signed(value, 2) + (interval.map { " (\(Self.interval($0)))" } ?? "")
  }

  /// An interval as `-0.12 to +0.34`.
  package static func interval(_ interval: Interval) -> String {
    "\(NumberText.signed(interval.lower, 2)) to \(NumberText.signed(interval.upper, 2))"
  }
}
