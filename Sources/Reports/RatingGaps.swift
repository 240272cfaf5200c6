public import Correlator
public import JournalStore

/// Whether ratings go missing on some days more than on others.
///
/// If they are missing when it hurts, every mean of pain is too low and every
/// effect of running too small.
public struct RatingGaps: Sendable {
  /// How often something happened.
  public struct Rate: Equatable, Sendable {
    /// How often it did.
    public let count: Int
    /// How often it could have.
    public let of: Int

    /// The share, or `nil` if `of` is 0.
    public var share: Double? { of == 0 ? nil : Double(count) / Double(of) }
  }

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

    /// Whether ratings are missing more often than by chance.
    public var goMissing: Bool { (ci95?.upper ?? 0) < 0 }

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
  public let highPain: Int?

  /// Examines consecutive days.
  public init(_ days: some Collection<DiaryDay>) {
    let pains = days.map(\.legPain)
    let sorted = pains.compactMap(\.self).sorted()
    let quarter = sorted.isEmpty ? nil : sorted[sorted.count * 3 / 4]
    // If the quartiles are equal, "high" would mean nearly every day.
    let highPain = quarter.flatMap { $0 > sorted[sorted.count / 4] ? $0 : nil }
    self.highPain = highPain
    let ratings = pains.map { $0 != nil }
    afterRuns = Comparison(days.map { $0.state.map { $0 == .run } }, ratings)
    afterHighPain = Comparison(
      pains.map { pain in highPain.flatMap { high in pain.map { $0 >= high } } }, ratings)
  }
}
