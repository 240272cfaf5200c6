internal import CivilDay
package import Correlator
package import JSONText
internal import Reports
internal import WrittenValues

/// The formats for programs and documents; names and nulls of the JSON are
/// stable.
extension CorrelationText {
  package var json: JSON {
    let analysis = report.analysis
    return [
      "load": .string(report.question.load.rawValue),
      "pain": .string(report.question.pain.rawValue),
      "timing": .string(report.timing.rawValue),
      "first": JSON(analysis.calendar?.lowerBound.description),
      "last": JSON(analysis.calendar?.upperBound.description),
      "days": JSON(analysis.calendar?.count ?? 0),
      "lags": .array(analysis.lags.map { Self.json($0.correlation, $0.adjusted) }),
      "reverse": .array(analysis.reverse.map(Self.json)),
      "typical_run": JSON(analysis.typicalRun), "run_days": JSON(analysis.runDays),
      "rest_days": JSON(analysis.restDays),
      "implied_rest_days": JSON(report.impliedRestDays), "longest_gap": JSON(analysis.longestGap),
      "verdict": Self.json(analysis.verdict, VerdictText(report, unit: unit)),
    ]
  }

  /// The verdict, with its words.
  static func json(_ verdict: Verdict, _ words: VerdictText) -> JSON {
    [
      "kind": .string(verdict.kind.rawValue), "reason": JSON(verdict.reason?.rawValue),
      "upper_bound_points": JSON(verdict.upperBoundPoints), "more_days": JSON(verdict.moreDays),
      "lags": JSON(verdict.lags.map { Optional($0) }), "text": .string(words.sentence),
    ]
  }

  /// One lag.
  package static func json(_ lag: LaggedCorrelation, _ adjusted: AdjustedEffect?) -> JSON {
    [
      "lag": JSON(lag.lag), "n": JSON(lag.n), "pearson": json(lag.pearson),
      "spearman": json(lag.spearman), "kendall": ["tau": JSON(lag.kendallTau)],
      "adjusted": JSON(adjusted, json),
    ]
  }

  private static func json(_ estimate: CorrelationEstimate) -> JSON {
    [
      "r": JSON(estimate.r), "effective_n": JSON(estimate.effectiveN),
      "ci95": json(estimate.ci95), "p": JSON(estimate.p),
    ]
  }

  private static func json(_ effect: AdjustedEffect) -> JSON {
    let estimate = effect.estimate
    return [
      "pairs": JSON(estimate.pairs), "controls": JSON(estimate.controls),
      "df": JSON(estimate.degreesOfFreedom), "slope": JSON(estimate.slope),
      "se": JSON(estimate.standardError), "t": JSON(estimate.t), "p": JSON(estimate.p),
      "holm_p": JSON(effect.holmP), "ci95": json(estimate.ci95), "ci90": json(estimate.ci90),
      "share": JSON(estimate.share), "partial_r": JSON(estimate.partialR),
      "partial_r_ci95": json(estimate.partialRCI95),
      "points_per_typical_run": JSON(effect.pointsPerTypicalRun),
      "crosscheck_p": JSON(effect.crossCheck?.p),
    ]
  }

  private static func json(_ effect: ReverseEffect) -> JSON {
    [
      "lag": JSON(effect.lag), "pairs": JSON(effect.estimate?.pairs),
      "slope": JSON(effect.estimate?.slope), "se": JSON(effect.estimate?.standardError),
      "p": JSON(effect.estimate?.p), "holm_p": JSON(effect.holmP),
      "ci95": json(effect.estimate?.ci95),
    ]
  }

  private static func json(_ interval: Interval?) -> JSON {
    JSON(interval) { [.number($0.lower), .number($0.upper)] }
  }

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
    return "\(notice)\(VerdictText(report, unit: unit).sentence)\n\n"
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
