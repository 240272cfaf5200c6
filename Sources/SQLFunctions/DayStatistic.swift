internal import Correlator

/// A statistic of two values on consecutive days.
struct DayStatistic: Sendable {
  let name: String
  /// The argument between the values and the day.
  var parameter: Statistic.Parameter?
  /// Computes the statistic from the values of consecutive days, NaN if unknown,
  /// and the parameter (or 0).
  let compute: @Sendable (_ y: [Double], _ x: [Double], Double) -> Double?

  /// The number of arguments before the day.
  var dayIndex: Int { parameter == nil ? 2 : 3 }

  static let effectiveSize = DayStatistic(name: "effective_n") { y, x, _ in
    effectiveNumberOfPairs(x: x, y: y)
  }

  static let laggedCorrelation = DayStatistic(
    name: "lagged_corr",
    parameter: Statistic.Parameter(name: "lag", domain: "a whole number of days") {
      $0.rounded() == $0 && abs($0) < 1e6
    }
  ) { y, x, lag in Correlator.laggedCorrelation(load: x, pain: y, lag: Int(lag)) }
}
