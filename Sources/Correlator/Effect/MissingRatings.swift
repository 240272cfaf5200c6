/// Whether ratings are missing more often after some days than after others.
///
/// With *r* for whether the next day has a rating, the rates after days of each
/// kind are compared. Days of a week are alike, so weeks are the units of the
/// interval: each day's influence ± (r − rate)/n is summed within ⌊t/7⌋, and
///
/// ```text
/// se = √( C/(C − 1) Σ over weeks (Σ influence)² ),   t with C − 1 degrees of freedom
/// ```
public struct MissingRatings: Equatable, Sendable {
  /// The marked days that have a next day.
  public let marked: Int

  /// The other days that have a next day.
  public let others: Int

  /// The difference of the rates; `nil` with fewer than ten days of either kind.
  public let difference: Difference?

  /// The two rates compared.
  public struct Difference: Equatable, Sendable {
    /// The share of marked days that have a rating the day after, 0 to 1.
    public let rateAfterMarked: Double
    /// The same for the other days.
    public let rateAfterOthers: Double
    /// The number of weeks.
    public let weeks: Int
    /// The standard error; `nil` with one week.
    public let standardError: Double?
    /// The 95 % interval of ``points``; `nil` below eight weeks.
    public let ci95: Interval?
    /// The first rate minus the second.
    public var points: Double { rateAfterMarked - rateAfterOthers }
  }
}

/// Compares the share of days with a rating after marked days and after others.
///
/// - Parameters:
///   - marks: 1 for a marked day, 0 for another, `nil` for an unknown one.
///   - ratings: Whether the same days have a rating; as long as `marks`.
/// - Returns: The counts and, with ten days of each kind, the rates.
/// - Complexity: O(*n*) for *n* days.
public func missingRatings(marks: [Bool?], ratings: [Bool]) -> MissingRatings {
  let days = marks.indices.dropLast().compactMap { day in
    marks[day].map { (week: day / 7, isMarked: $0, rated: ratings[day + 1] ? 1.0 : 0) }
  }
  let (marked, others) = (days.filter(\.isMarked), days.filter { !$0.isMarked })
  guard marked.count >= 10, others.count >= 10 else {
    return MissingRatings(marked: marked.count, others: others.count, difference: nil)
  }
  let counts = (Double(marked.count), Double(others.count))
  let rates = (
    marked.reduce(0) { $0 + $1.rated } / counts.0, others.reduce(0) { $0 + $1.rated } / counts.1
  )
  var sums: [Int: Double] = [:]
  for day in days {
    sums[day.week, default: 0] +=
      day.isMarked ? (day.rated - rates.0) / counts.0 : -(day.rated - rates.1) / counts.1
  }
  let weeks = Double(sums.count)
  let squares = sums.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
  let se = weeks > 1 ? (weeks / (weeks - 1) * squares).squareRoot() : nil
  var ci95: Interval?
  if let se, weeks >= 8, let t = StudentT.quantile(0.975, degreesOfFreedom: weeks - 1) {
    let points = rates.0 - rates.1
    ci95 = Interval(lower: points - t * se, upper: points + t * se)
  }
  return MissingRatings(
    marked: marked.count, others: others.count,
    difference: MissingRatings.Difference(
      rateAfterMarked: rates.0, rateAfterOthers: rates.1, weeks: sums.count, standardError: se,
      ci95: ci95))
}
