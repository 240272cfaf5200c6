internal import Correlator

/// A statistic of one or two columns of numbers.
struct Statistic: Sendable {
  /// The role of a row with a NULL.
  enum UnknownRows: Sendable {
    /// It is skipped, as in SQL's own aggregates.
    case ignored
    /// It is a day with an unknown value: its place counts.
    case kept
  }

  /// The meaning of the last argument, equal for all rows.
  struct Parameter: Sendable {
    /// Its name in messages.
    let name: String
    /// Its valid values, for messages.
    let domain: String
    let isAllowed: @Sendable (Double) -> Bool
  }

  let name: String
  /// The number of columns, 1 or 2.
  let columns: Int
  var unknownRows = UnknownRows.ignored
  var parameter: Parameter?
  /// Computes the statistic from the first column, the second (or none), and the
  /// parameter (or 0).
  let compute: @Sendable ([Double], [Double], Double) -> Double?

  var argumentCount: Int { columns + (parameter == nil ? 0 : 1) }

  /// All statistics, by SQL name.
  static let all: [Statistic] = [
    // The dependent variable is first in SQL:2003.
    Statistic(name: "corr", columns: 2) { y, x, _ in NumberPairs(x: x, y: y).correlation },
    Statistic(name: "regr_slope", columns: 2) { y, x, _ in NumberPairs(x: x, y: y).slope },
    Statistic(name: "regr_intercept", columns: 2) { y, x, _ in
      NumberPairs(x: x, y: y).intercept
    },
    Statistic(name: "spearman", columns: 2) { y, x, _ in spearman(x: x, y: y) },
    Statistic(name: "kendall", columns: 2) { y, x, _ in kendall(x: x, y: y) },
    Statistic(name: "median", columns: 1) { x, _, _ in median(x) },
    Statistic(
      name: "quantile", columns: 1,
      parameter: Parameter(name: "p", domain: "from 0 to 1") { (0...1).contains($0) }
    ) { x, _, p in quantile(p, of: x) },
    Statistic(name: "stddev", columns: 1) { x, _, _ in standardDeviation(x) },
    Statistic(name: "mad", columns: 1) { x, _, _ in medianAbsoluteDeviation(x) },
    Statistic(name: "effective_n", columns: 2, unknownRows: .kept) { x, y, _ in
      effectiveNumberOfPairs(x: x, y: y)
    },
    Statistic(
      name: "lagged_corr", columns: 2, unknownRows: .kept,
      parameter: Parameter(name: "lag", domain: "a whole number of days") {
        $0.rounded() == $0 && abs($0) < 1e6
      }
    ) { load, pain, lag in laggedCorrelation(load: load, pain: pain, lag: Int(lag)) },
  ]
}
