/// The adjusted effect of a diary at any lag, with its ratings read in one way.
final class EffectVersion {
  let diary: PairedDays
  var regression: ControlledRegression
  private var fits: [Int: WeeklyFit?] = [:]

  init(_ diary: PairedDays, rated rating: ControlledDesign.Rating) {
    self.diary = diary
    self.rating = rating
    regression = ControlledRegression(.effect(diary, rated: rating), outcome: diary.pain)
  }

  /// When the ratings were made, in this reading.
  let rating: ControlledDesign.Rating

  /// The test of shape; `nil` if it cannot be computed.
  private(set) lazy var bandTest = testOfBands()

  /// The number of days behind the effect at `lag`.
  func rows(at lag: Int) -> Int { regression.rows(at: lag) }

  /// The effect at `lag`, at least 1; `nil` if undefined.
  func fit(at lag: Int) -> WeeklyFit? {
    // Verdict, profile and second line ask for the same lags.
    if let known = fits[lag] { return known }
    let fit = regression.weeklyFit(lag: lag)
    fits[lag] = .some(fit)
    return fit
  }

  /// The parts of the effect at `lag` contributed by groups of days.
  func sums<Group: Hashable>(
    lag: Int, groupOf: (_ day: Int) -> Group
  ) -> GroupSums<Group>? {
    regression.fit(lag: lag).map { _ in regression.groupSums(groupOf: groupOf) }
  }
}

/// The adjusted effect of a diary, in one version for a known timing and in two,
/// for ratings before and after the run, for an unknown one.
final class EffectModel {
  let diary: PairedDays
  /// Morning first.
  let versions: [EffectVersion]

  /// The effect given what else the days held; `nil` if they hold too little.
  private(set) lazy var secondLine = SecondLine(self)

  init(_ diary: PairedDays, timing: Timing) {
    self.diary = diary
    let ratings: [ControlledDesign.Rating] =
      switch timing {
      case .morning: [.beforeRun]
      case .evening: [.afterRun]
      case .unknown: [.beforeRun, .afterRun]
      }
    versions = ratings.map { EffectVersion(diary, rated: $0) }
  }

  /// The number of days behind the effect at `lag`.
  func rows(at lag: Int) -> Int { versions.map { $0.rows(at: lag) }.min() ?? 0 }

  /// The effect at `lag` as it is shown; `nil` if a version is undefined.
  func shown(at lag: Int) -> SlopeEstimate? {
    Self.weaker(versions.map { $0.fit(at: lag)?.estimate })?.estimate
  }

  /// The parts of the shown effect at `lag` contributed by groups of days.
  func sums<Group: Hashable>(
    lag: Int, groupOf: (_ day: Int) -> Group
  ) -> GroupSums<Group>? {
    let shown = Self.weaker(versions.map { $0.fit(at: lag)?.estimate })
    return shown.flatMap { versions[$0.version].sums(lag: lag, groupOf: groupOf) }
  }

  /// Of all versions the smallest slope, with the largest *p*, or 1 if their signs
  /// differ; `nil` if one is undefined.
  static func weaker(
    _ versions: [SlopeEstimate?]
  ) -> (estimate: SlopeEstimate, version: Int)? {
    let defined = versions.compactMap(\.self)
    guard defined.count == versions.count, var shown = defined.first else { return nil }
    var version = 0
    for (index, other) in defined.enumerated().dropFirst() {
      let agree = shown.slope * other.slope > 0
      let p = agree ? max(shown.p, other.p) : 1
      if abs(other.slope) < abs(shown.slope) { (shown, version) = (other, index) }
      shown.p = p
    }
    return (shown, version)
  }
}
