/// The similarity of two sources.
enum ActivityLikeness: Equatable {
  /// They describe one activity.
  ///
  /// Lower ranks are surer, and within a rank, lower differences.
  case same(rank: Int, difference: Double)
  /// They describe one if their clocks differ by whole quarter hours, like those
  /// of two time zones.
  case shifted
  /// They may describe one.
  case mayBeSame
  /// They overlap and disagree.
  case overlapping
  /// They describe two.
  case different
}

extension ActivityLikeness {
  /// The rank of equal content or service numbers.
  static let identity = 0
  /// The rank of sources known only to be on the same day.
  static let dayOnly = 3
}

extension ActivityNode {
  private static let tolerance = ActivityMeasures.tolerance
  /// By how much they may differ if the start is told to the minute.
  private static let roughAgreement = 0.1
  /// The same, if the clocks show different hours.
  private static let closeAgreement = 0.01
  /// A larger difference means different activities.
  private static let contradiction = 1.0 / 3
  /// The maximum number of quarter hours between two zones.
  private static let mostQuarters = 56

  /// The similarity of this and `other`.
  ///
  /// Nobody is out twice at once. So two that began within two minutes are one,
  /// and so are two that overlap, if their distances and times agree within 2 %.
  /// Two that do not overlap are two, however similar: people run to work and
  /// back. Without a known start, activities on one day are one if they agree.
  func likeness(to other: ActivityNode) -> ActivityLikeness {
    if isTyped, other.isTyped { return .different }
    if hasOtherNumber(than: other) { return equals(other) ? .mayBeSame : .different }
    if let serviceID, serviceID == other.serviceID { return .same(rank: 0, difference: 0) }
    if let fingerprint, fingerprint == other.fingerprint { return .same(rank: 0, difference: 0) }
    guard let day, let otherDay = other.day, abs(day - otherDay) <= 1 else { return .different }
    let measures = disagreement(with: other)
    let agree = self.measures.agree(with: other.measures)
    guard let (apart, isFirst) = secondsApart(from: other) else {
      guard isRun == other.isRun, day == otherDay, agree, let measures else { return .different }
      return .same(rank: Self.Likeness.dayOnly, difference: measures)
    }
    let isNear = apart <= Self.tolerance
    guard overlap(other, apart, isFirst) else { return shift(to: other, measures) }
    guard isRun == other.isRun else {
      // A run in one source and a walk in the other must agree in everything; the
      // run comes first.
      return agree && isNear ? .same(rank: 4, difference: Double(apart)) : .different
    }
    if agree { return .same(rank: isNear ? 1 : 2, difference: Double(apart)) }
    if contradicts(other) || !isNear { return .overlapping }
    // A minute alone is too coarse.
    guard spread + other.spread > 0, measures.map({ $0 > Self.roughAgreement }) ?? true
    else { return .same(rank: 1, difference: Double(apart)) }
    return .mayBeSame
  }

  private typealias Likeness = ActivityLikeness

  /// Whether both have the same start, distance and time.
  private func equals(_ other: ActivityNode) -> Bool {
    isRun == other.isRun && wall == other.wall && distanceM == other.distanceM
      && seconds.first == other.seconds.first && day == other.day
  }

  /// Whether distance or time differ too much for one activity.
  func contradicts(_ other: ActivityNode) -> Bool {
    disagreement(with: other).map { $0 > Self.contradiction } ?? false
  }

  /// Whether their starts show that they are two.
  func isAtOtherTime(than other: ActivityNode) -> Bool? {
    secondsApart(from: other).map { !overlap(other, $0, $1) }
  }

  /// Whether one began before the other had ended, as far as known.
  private func overlap(_ other: ActivityNode, _ apart: Int, _ isFirst: Bool) -> Bool {
    guard let longest = (isFirst ? self : other).seconds.max() else {
      return apart <= Self.tolerance
    }
    return Double(apart) < longest
  }

  /// Seconds between two starts, and whether this one is first; `nil` if either
  /// is unknown.
  ///
  /// Compares local clocks and UTC: for a service that knows only one of them,
  /// the other is a guess.
  private func secondsApart(from other: ActivityNode) -> (apart: Int, isFirst: Bool)? {
    func apart(_ mine: Int?, _ theirs: Int?) -> (apart: Int, isFirst: Bool)? {
      guard let mine, let theirs else { return nil }
      return (max(0, mine - theirs - other.spread, theirs - mine - spread), mine <= theirs)
    }
    let (wall, utc) = (apart(wall, other.wall), apart(utc, other.utc))
    guard let wall, let utc else { return wall ?? utc }
    return utc.apart < wall.apart ? utc : wall
  }

  /// The larger relative difference of distance and time, as far as both have
  /// them; `nil` with neither in common.
  private func disagreement(with other: ActivityNode) -> Double? {
    measures.disagreement(with: other.measures)
  }

  private var measures: ActivityMeasures {
    ActivityMeasures(distanceM: distanceM, seconds: seconds)
  }

  /// The similarity of two that do not overlap by their clocks, if those may be
  /// wrong.
  private func shift(to other: ActivityNode, _ measures: Double?) -> ActivityLikeness {
    guard isRun == other.isRun, !isTyped, !other.isTyped, let measures,
      measures <= Self.closeAgreement, distanceM != nil, other.distanceM != nil,
      !seconds.isEmpty, !other.seconds.isEmpty
    else { return .different }
    let slack = 2 + spread + other.spread
    let isShifted = [(wall, other.wall), (utc, other.utc)].contains { mine, theirs in
      guard let mine, let theirs else { return false }
      let apart = abs(mine - theirs)
      let quarters = (apart + 450) / 900
      return (1...Self.mostQuarters).contains(quarters) && abs(apart - quarters * 900) <= slack
    }
    guard isShifted else { return .different }
    let isToTheSecond = spread + other.spread == 0
    guard origin != other.origin else {
      // One watch records the runner of a fixed loop at eight and at six.
      return isToTheSecond ? .mayBeSame : .different
    }
    return isToTheSecond ? .shifted : .mayBeSame
  }
}
