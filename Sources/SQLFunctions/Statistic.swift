internal import Correlator

/// A statistic of one or two columns of numbers, whatever the order of the rows.
struct Statistic: Sendable {
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
  var parameter: Parameter?
  /// The most bytes per row that ``compute`` and its arguments take.
  let workingBytes: Int
  /// Computes the statistic from the first column, the second (or none), and the
  /// parameter (or 0).
  let compute: @Sendable ([Double], [Double], Double) -> Double?

  var argumentCount: Int { columns + (parameter == nil ? 0 : 1) }

  /// All statistics, by SQL name.
  static let all = ofTwo + ofOne

  // The dependent variable is first in SQL:2003.
  private static let ofTwo = [
    line("corr") { $0.correlation },
    line("regr_slope") { $0.slope },
    line("regr_intercept") { $0.intercept },
    line("regr_r2") { $0.determination },
    Statistic(name: "spearman", columns: 2, workingBytes: 96) { y, x, _ in spearman(x: x, y: y) },
    Statistic(name: "kendall", columns: 2, workingBytes: 128) { y, x, _ in kendall(x: x, y: y) },
  ]

  private static let ofOne = [
    Statistic(name: "median", columns: 1, workingBytes: 16) { x, _, _ in median(x) },
    Statistic(
      name: "quantile", columns: 1,
      parameter: Parameter(name: "p", domain: "from 0 to 1") { (0...1).contains($0) },
      workingBytes: 16
    ) { x, _, p in quantile(p, of: x) },
    Statistic(name: "mad", columns: 1, workingBytes: 24) { x, _, _ in
      medianAbsoluteDeviation(x)
    },
    spread("stddev") { standardDeviation($0) },
    spread("stddev_samp") { standardDeviation($0) },
    spread("stddev_pop") { populationVariance($0)?.squareRoot() },
    spread("variance") { sampleVariance($0) },
    spread("var_samp") { sampleVariance($0) },
    spread("var_pop") { populationVariance($0) },
  ]

  private static func line(
    _ name: String, _ figure: @escaping @Sendable (NumberPairs) -> Double?
  ) -> Statistic {
    Statistic(name: name, columns: 2, workingBytes: 32) { y, x, _ in
      figure(NumberPairs(x: x, y: y))
    }
  }

  private static func spread(
    _ name: String, _ figure: @escaping @Sendable ([Double]) -> Double?
  ) -> Statistic {
    Statistic(name: name, columns: 1, workingBytes: 16) { x, _, _ in figure(x) }
  }
}
