public import Correlator

/// What combining the answers of several journals needs besides the answers.
public struct PoolingFigures: Equatable, Sendable {
  /// The covariance of the adjusted slopes at the lags of the question.
  public let slopeCovariance: SlopeCovariance
  /// The standard deviation of the ratings, in points; `nil` with fewer than two.
  public let painDeviation: Double?
  /// The number of days with a rating.
  public let ratings: Int

  /// Computes the figures of the days that `report` is about.
  public init(_ report: CorrelationReport, _ days: LoadAndPain) {
    slopeCovariance = Correlator.slopeCovariance(
      days.diary.rated(report.analysis.timingInUse), lags: report.question.lags)
    painDeviation = days.pain.standardDeviation
    ratings = days.pain.knownDays
  }
}
