public import CivilDay

/// The mornings after runs of one kind, compared with those after runs of
/// another: two shoes, say, or road and trail.
///
/// The pain of the next day is regressed on 1 for a run of kind B and 0 for one of
/// kind A. The controls are a constant, the day's own pain, the mean of the week
/// before it, the load and a trend. What the runner chooses by how the leg feels
/// still gets in: this is an association, and only a draw makes it a cause.
///
/// One change from A to B for good cannot be distinguished from a change of season,
/// so the kinds have to alternate.
public struct Comparison: Equatable, Sendable {
  /// The kind of a day's running.
  public enum Side: Sendable {
    /// The one that the other is compared with.
    case a
    /// The other.
    case b
  }

  /// The reason why there is no result.
  public enum Reason: String, CaseIterable, Sendable {
    /// One of the kinds has too few days.
    case fewerThan8Runs = "fewer_than_8_runs"
    /// The kinds hardly ever follow one another.
    case fewerThan6Alternations = "fewer_than_6_alternations"
    /// The controls leave too little of the difference, or of the pain.
    case notEstimable = "not_estimable"
  }

  /// The days with a run of kind A that can be used.
  public let a: Int

  /// The days with a run of kind B that can be used.
  public let b: Int

  /// How often two such days in a row are of different kinds.
  public let alternations: Int

  /// The reason why there is no result; `nil` with one.
  public let reason: Reason?

  /// Points of pain the next day after B, compared with A; `nil` if there is a
  /// ``reason``.
  public let fit: SlopeEstimate?

  /// The fewest days of each kind that are compared.
  public static let neededRuns = 8

  /// The fewest alternations that are compared.
  public static let neededAlternations = 6
}

/// Compares the pain after two kinds of running.
///
/// Day *t* is used if it has a kind, a load above zero, and ratings on *t* and
/// *t* + 1. Both ratings are taken as they stand, whatever the diary's timing: an
/// evening rating comes after the run whose effect it should precede.
///
/// - Parameters:
///   - diary: Its load and pain are read.
///   - labels: The kind of each day; a day without a run, with runs of both kinds
///     or of an unknown kind has none.
/// - Returns: The counts, and the difference or the reason why there is none.
/// - Complexity: O(*n*) for *n* days.
public func compare(_ diary: Diary, labels: [Day: Comparison.Side]) -> Comparison {
  let days = PairedDays(diary)
  let sides = (0..<days.count).map { labels[days.firstDay + $0] }
  let used = (0..<max(0, days.count - 1)).filter { t in
    sides[t] != nil && days.load[t] > 0 && !days.pain[t].isNaN && !days.pain[t + 1].isNaN
  }
  let kinds = used.compactMap { sides[$0] }
  let (a, b) = (kinds.count { $0 == .a }, kinds.count { $0 == .b })
  let alternations = zip(kinds, kinds.dropFirst()).count { $0 != $1 }
  func without(_ reason: Comparison.Reason) -> Comparison {
    Comparison(a: a, b: b, alternations: alternations, reason: reason, fit: nil)
  }
  guard min(a, b) >= Comparison.neededRuns else { return without(.fewerThan8Runs) }
  guard alternations >= Comparison.neededAlternations else {
    return without(.fewerThan6Alternations)
  }
  let design = ControlledDesign.comparison(days, of: used) { sides[$0] == .b ? 1 : 0 }
  let regression = ControlledRegression(design, outcome: days.pain)
  guard let fit = regression.fit(lag: 1, slots: regression.slots(at: 1)) else {
    return without(.notEstimable)
  }
  return Comparison(a: a, b: b, alternations: alternations, reason: nil, fit: fit.estimate)
}

extension ControlledDesign {
  /// Kinds of running: y[t], mean y over t−7 ..< t, x[t] and t/n − 1/2.
  ///
  /// All days share one weekday, which leaves of the dummies the constant alone.
  fileprivate static func comparison(
    _ diary: PairedDays, of days: [Int], kind: (_ day: Int) -> Double
  ) -> ControlledDesign {
    let (x, y) = (diary.load, diary.pain)
    return ControlledDesign(
      days: days.map { Int32($0) }, weekday: { _ in 0 },
      regressor: (0..<diary.count).map(kind),
      columns: [y, diary.pastWeek(y, otherwise: y), x, diary.trend()])
  }
}
