internal import CivilDay

/// Pearson's correlation of load with pain `lag` days later: one lag of
/// ``lagProfile(load:pain:lags:)`` and nothing else.
///
/// - Parameters:
///   - load: Values of consecutive days; a value that is not finite is unknown.
///   - pain: Values of the same days.
///   - lag: Days from load to pain.
/// - Returns: `nil` with fewer than three pairs or if either side is constant.
/// - Complexity: O(*n*) for *n* days.
public func laggedCorrelation(load: [Double], pain: [Double], lag: Int) -> Double? {
  var pairs = DayPairs(load: load, pain: pain, lag: lag)
  guard let squares = pairs.centre() else { return nil }
  let r = dot(pairs.x, pairs.y, count: pairs.count) / (squares.0 * squares.1).squareRoot()
  return min(max(r, -1), 1)
}

/// The effective sample size of the pairs, as for Pearson's correlation in
/// ``lagProfile(load:pain:lags:)``.
///
/// - Parameters:
///   - x: Values of consecutive days; a value that is not finite is unknown.
///   - y: Values of the same days.
/// - Returns: `nil` with fewer than four pairs or if either side is constant.
/// - Complexity: O(*n* log *n*) for *n* days.
public func effectiveNumberOfPairs(x: [Double], y: [Double]) -> Double? {
  var pairs = DayPairs(load: x, pain: y, lag: 0)
  guard let squares = pairs.centre() else { return nil }
  var size = EffectiveSize(
    PairedDays(firstDay: Day(daysSince1970: 0), load: pairs.load, pain: pairs.pain))
  size.use(lag: 0, times: pairs.times, count: pairs.count)
  return size.size(pairs.x, pairs.y, squares: squares, times: pairs.times, count: pairs.count)
}

/// The pairs of consecutive days at one lag.
private struct DayPairs {
  /// NaN if unknown.
  let load: [Double]
  let pain: [Double]
  // Of the pairs: the day of the load, and both values.
  private(set) var times: [Int32] = []
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []

  var count: Int { times.count }

  init(load: [Double], pain: [Double], lag: Int) {
    let load = load.map { $0.isFinite ? $0 : .nan }
    let pain = pain.map { $0.isFinite ? $0 : .nan }
    (self.load, self.pain) = (load, pain)
    let days = load.count
    guard lag > -days, lag < days else { return }
    for day in max(0, -lag)..<min(days, days - lag) {
      guard !load[day].isNaN, !pain[day + lag].isNaN else { continue }
      times.append(Int32(day))
      x.append(load[day])
      y.append(pain[day + lag])
    }
  }

  /// Centres both sides and returns their sums of squares; `nil` if the
  /// correlation is undefined.
  mutating func centre() -> (Double, Double)? {
    guard count >= 3 else { return nil }
    let load = Centred(&x, count: count)
    let pain = Centred(&y, count: count)
    guard !load.isConstant, !pain.isConstant else { return nil }
    return (load.sumOfSquares, pain.sumOfSquares)
  }
}
