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
    /// Its 95 % interval; `nil` with fewer than ten days of either kind, as small
    /// numbers prove nothing.
    ///
    /// By method 10 of Newcombe 1998, *Stat. Med.* 17:873, which treats days as
    /// independent. A pair after high or low pain begins with a rated day, so a
    /// week of lost ratings counts once: if ratings are lost at random or a week
    /// at a time and pain persists, ``goMissing`` is wrong in 2 to 4 % of
    /// simulated years.
    public let ci95: Interval?

    /// Whether ratings are missing more often than by chance.
    public var goMissing: Bool { (ci95?.upper ?? 0) < 0 }

    init(_ rate: Rate, _ others: Rate) {
      self.rate = rate
      self.others = others
      difference = rate.share.flatMap { share in others.share.map { share - $0 } }
      guard min(rate.of, others.of) >= RatingGaps.neededDays, let difference,
        let first = rate.wilson, let second = others.wilson, let a = rate.share,
        let b = others.share
      else {
        ci95 = nil
        return
      }
      func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
      ci95 = Interval(
        lower: difference - length(a - first.lower, second.upper - b),
        upper: difference + length(first.upper - a, b - second.lower))
    }
  }

  /// How often the day after a run was rated, compared with the day after a rest.
  public let afterRuns: Comparison
  /// The same after a day of high pain, compared with other rated days.
  public let afterHighPain: Comparison
  /// The threshold of high pain, the upper quarter of the runner's own ratings;
  /// `nil` if pain hardly changes.
  public let highPain: Int?

  /// The days of either kind that a comparison needs.
  static let neededDays = 10

  /// Examines consecutive days.
  public init(_ days: some Collection<DiaryDay>) {
    let ratings = days.compactMap(\.legPain).sorted()
    let quarter = ratings.isEmpty ? nil : ratings[ratings.count * 3 / 4]
    // If the quartiles are equal, "high" would mean nearly every day.
    let highPain = quarter.flatMap { $0 > ratings[ratings.count / 4] ? $0 : nil }
    self.highPain = highPain
    let pairs = zip(days, days.dropFirst())
    func rate(_ isMeant: (DiaryDay) -> Bool) -> Rate {
      let meant = pairs.filter { isMeant($0.0) }
      return Rate(count: meant.count { $0.1.legPain != nil }, of: meant.count)
    }
    afterRuns = Comparison(rate { $0.state == .run }, rate { $0.state == .rest })
    afterHighPain = Comparison(
      rate { day in highPain.map { (day.legPain ?? -1) >= $0 } ?? false },
      // The 11 is above every rating, so that unrated days are in neither group.
      rate { day in highPain.map { day.legPain != nil && (day.legPain ?? 11) < $0 } ?? false })
  }
}

extension RatingGaps.Rate {
  /// The score interval at 95 %.
  fileprivate var wilson: Interval? {
    guard let share else { return nil }
    let (z, n) = (1.959964, Double(of))
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return Interval(lower: middle - half, upper: middle + half)
  }
}
