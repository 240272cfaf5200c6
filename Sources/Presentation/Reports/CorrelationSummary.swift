internal import Correlator
package import JSONText
package import Reports

/// A correlation as one line of JSON, with what combining journals needs and nothing that
/// a person wrote: no words, names or notes, and no day.
package struct CorrelationSummary: Sendable {
  /// The version of the summary's form.
  static let version = 1

  private let report: CorrelationReport
  private let source: CorrelationSource
  private let isSynthetic: Bool

  package init(_ report: CorrelationReport, _ source: CorrelationSource, isSynthetic: Bool) {
    self.report = report
    self.source = source
    self.isSynthetic = isSynthetic
  }

  /// The line, without its line feed.
  package var json: JSON {
    let analysis = report.analysis
    return [
      "summary": JSON(Self.version), "program": .string(source.program),
      "schema_version": JSON(source.schemaVersion), "journal_id": JSON(source.journalID),
      "synthetic": .bool(isSynthetic), "settings": source.settings(report),
      "timing_doubtful": .bool(analysis.timingIsDoubtful),
      "days": JSON(analysis.calendar?.count ?? 0), "run_days": JSON(analysis.runDays),
      "rest_days": JSON(analysis.restDays), "implied_rest_days": JSON(report.impliedRestDays),
      "ratings": JSON(source.figures.ratings), "typical_run": JSON(analysis.typicalRun),
      "pain_sd": JSON(source.figures.painDeviation),
      "lags": .array(
        analysis.lags.filter { $0.correlation.lag >= 1 }.map {
          Self.json($0, typicalRun: analysis.typicalRun)
        }),
      "slope_covariance": source.covariance,
      // A load that only describes carries no verdict.
      "verdict": report.load.carriesVerdict
        ? [
          "kind": .string(analysis.verdict.kind.rawValue),
          "reason": .string(analysis.verdict.reason.rawValue),
        ] : .null,
    ]
  }

  /// One lag; its numbers are null where the slope is undefined.
  private static func json(_ lag: Analysis.Lag, typicalRun: Double?) -> JSON {
    let estimate = lag.adjusted?.estimate
    return [
      "lag": JSON(lag.correlation.lag), "pairs": JSON(estimate?.pairs),
      "df": JSON(estimate?.degreesOfFreedom), "slope": JSON(estimate?.slope),
      "se": JSON(estimate?.standardError),
      "points_per_typical_run": JSON(lag.adjusted?.pointsPerTypicalRun),
      "points_se": JSON(
        estimate.flatMap { estimate in typicalRun.map { estimate.standardError * $0 } }),
    ]
  }
}
