internal import Correlator
internal import JSONText
package import Reports

/// Where the numbers of a correlation come from, for programs that combine several.
package struct CorrelationSource: Sendable {
  /// The program with its version, such as `nerve 1.2.3`.
  package let program: String
  /// The version of the journal's schema; `nil` for a file.
  package let schemaVersion: Int?
  /// The journal, by an id that says nothing about it; `nil` for a file.
  package let journalID: String?
  /// Whether the days were not narrowed by a first or last one.
  package let isWhole: Bool
  /// What combining needs besides the answer.
  package let figures: PoolingFigures

  package init(
    program: String, schemaVersion: Int?, journalID: String?, isWhole: Bool,
    figures: PoolingFigures
  ) {
    self.program = program
    self.schemaVersion = schemaVersion
    self.journalID = journalID
    self.isWhole = isWhole
    self.figures = figures
  }

  /// The covariance of the slopes.
  var covariance: JSON {
    [
      "lags": JSON(figures.slopeCovariance.lags.map { Optional($0) }),
      "matrix": .array(figures.slopeCovariance.matrix.map { JSON($0) }),
    ]
  }

  /// What decides the numbers besides the entries.
  func settings(_ report: CorrelationReport) -> JSON {
    [
      "load": .string(report.load.rawValue),
      "pain": .string(report.question.pain.rawValue),
      "timing": .string(report.timing.rawValue),
      "timing_in_use": .string(report.analysis.timingInUse.rawValue),
      "lags": [JSON(report.question.lags.lowerBound), JSON(report.question.lags.upperBound)],
      "limit": JSON(report.question.limit),
      "all_days": .bool(isWhole),
    ]
  }
}
