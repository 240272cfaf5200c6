import CivilDay
public import Correlator

/// Whether ratings go missing on some days more than on others.
///
/// If they are missing when it hurts, every mean of pain is too low and every
/// effect of running too small.
public struct RatingGaps: Equatable, Sendable {
  /// Two rates and their difference.
  public struct Comparison: Equatable, Sendable {
    /// After the days in question.
    public let rate: Rate
    /// After all other days.
    public let others: Rate
    /// The first share minus the second, or `nil` without days.
    public let difference: Double?
    /// Its 95 % interval, with weeks as units; `nil` with fewer than ten days of
    /// either kind or eight weeks, as small numbers prove nothing.
    public let ci95: Interval?

    /// Whether ratings are missing more often than by chance, and by so much that it
    /// may matter.
    public var goMissing: Bool { (ci95?.upper ?? 0) < 0 && (difference ?? 0) <= -0.05 }

    /// Compares the days after marked ones with those after others.
    ///
    /// - Parameters:
    ///   - marks: 1 for a day in question, 0 for another, `nil` for one of
    ///     neither kind.
    ///   - ratings: Whether the same days have a rating.
    init(_ marks: [Bool?], _ ratings: [Bool]) {
      func rate(_ isMarked: Bool) -> Rate {
        let days = marks.indices.dropLast().filter { marks[$0] == isMarked }
        return Rate(count: days.count { ratings[$0 + 1] }, of: days.count)
      }
      let (rate, others) = (rate(true), rate(false))
      self.rate = rate
      self.others = others
      difference = rate.share.flatMap { share in others.share.map { share - $0 } }
      ci95 = missingRatings(marks: marks, ratings: ratings).difference?.ci95
    }
  }

  /// How often the day after a run was rated, compared with the day after a rest.
  public let afterRuns: Comparison
  /// The same after a day of high pain, compared with other rated days.
  public let afterHighPain: Comparison
  /// The threshold of high pain, the upper quarter of the runner's own ratings;
  /// `nil` if pain hardly changes.
  public let highPain: Double?

  /// Examines the ratings that the answer uses.
  public init(_ diary: Diary) {
    let (ran, pains) = diary.runsAndPains
    let sorted = pains.compactMap(\.self).sorted()
    let quarter = sorted.isEmpty ? nil : sorted[sorted.count * 3 / 4]
    // If the quartiles are equal, "high" would mean nearly every day.
    let highPain = quarter.flatMap { $0 > sorted[sorted.count / 4] ? $0 : nil }
    self.highPain = highPain
    let ratings = pains.map { $0 != nil }
    afterRuns = Comparison(ran, ratings)
    afterHighPain = Comparison(
      pains.map { pain in highPain.flatMap { high in pain.map { $0 >= high } } }, ratings)
  }
}

extension Diary {
  /// Whether there was a run, and the pain, on each day from the first of either
  /// series to the last of either.
  var runsAndPains: (ran: [Bool?], pains: [Double?]) {
    let series = [load, pain].filter { !$0.values.isEmpty }
    guard let first = series.map(\.firstDay).min(), let end = series.map(\.end).max() else {
      return ([], [])
    }
    let days = (0..<(end - first)).map { first + $0 }
    return (days.map { load[$0].map { $0 > 0 } }, days.map { pain[$0] })
  }
}

extension DailySeries {
  /// The day after the last.
  var end: Day { firstDay + values.count }

  /// The value of a day; `nil` outside the series too.
  subscript(day: Day) -> Double? {
    let index = day - firstDay
    return values.indices.contains(index) ? values[index] : nil
  }
}
