extension DailySeries {
  /// The number of days with a value.
  public var knownDays: Int { values.count { $0 != nil } }

  /// The standard deviation of the known values, with *n* − 1 in the denominator, in
  /// the unit of the values; `nil` with fewer than two.
  public var standardDeviation: Double? {
    var known = values.compactMap(\.self)
    let count = known.count
    guard count >= 2 else { return nil }
    return (Centred(&known, count: count).sumOfSquares / Double(count - 1)).squareRoot()
  }
}
