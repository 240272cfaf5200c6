/// How alike two tellers make what they tell of.
enum ActivityLikeness: Equatable {
  /// They tell of one activity. Lower ranks are surer, and within one a lower
  /// difference.
  case same(rank: Int, difference: Double)
  /// They tell of one if their clocks are off by whole quarter hours, as those of
  /// two time zones are.
  case shifted
  /// They may tell of one.
  case mayBeSame
  /// They were at the same time and do not agree.
  case overlapping
  /// They tell of two.
  case different
}

extension ActivityLikeness {
  /// The rank of what has the same content or the same number.
  static let identity = 0
  /// The rank of what is only told to be of the same day.
  static let dayOnly = 3
}

extension ActivityNode {
  private static let tolerance = ActivityMeasures.tolerance
  /// By how much they may differ if the start is told to the minute.
  private static let roughAgreement = 0.1
  /// By how much they may differ if the clocks show other hours.
  private static let closeAgreement = 0.01
  /// What differs by more is not the same activity.
  private static let contradiction = 1.0 / 3
  /// The most quarter hours between the clocks of two zones.
  private static let mostQuarters = 56

  /// How alike this and `other` are.
  ///
  /// Nobody is out twice at once. So two that began within two minutes are one, and
  /// so are two of which one began before the other ended, if their distances and
  /// times agree within 2 %. Two that do not overlap are two, however alike they
  /// are: people run to work and back. Where a start is not known, those of one day
  /// are one if they agree.
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
      // What one calls a run and another a walk must agree in all; a run comes first.
      return agree && isNear ? .same(rank: 4, difference: Double(apart)) : .different
    }
    if agree { return .same(rank: isNear ? 1 : 2, difference: Double(apart)) }
    if contradicts(other) || !isNear { return .overlapping }
    // A minute is too coarse to tell by it alone.
    guard spread + other.spread > 0, measures.map({ $0 > Self.roughAgreement }) ?? true
    else { return .same(rank: 1, difference: Double(apart)) }
    return .mayBeSame
  }

  private typealias Likeness = ActivityLikeness

  /// Whether both are told to be the same in start, distance and time.
  private func equals(_ other: ActivityNode) -> Bool {
    isRun == other.isRun && wall == other.wall && distanceM == other.distanceM
      && seconds.first == other.seconds.first && day == other.day
  }

  /// Whether distance or time is so different that they cannot be one.
  func contradicts(_ other: ActivityNode) -> Bool {
    disagreement(with: other).map { $0 > Self.contradiction } ?? false
  }

  /// Whether their starts tell that they are two.
  func isAtOtherTime(than other: ActivityNode) -> Bool? {
    secondsApart(from: other).map { !overlap(other, $0, $1) }
  }

  /// Whether one began before the other, as far as is known, had ended.
  private func overlap(_ other: ActivityNode, _ apart: Int, _ isFirst: Bool) -> Bool {
    guard let longest = (isFirst ? self : other).seconds.max() else {
      return apart <= Self.tolerance
    }
    return Double(apart) < longest
  }

  /// Seconds between two starts, and whether this is the first; `nil` if one is
  /// not known.
  ///
  /// Clocks on the wall are compared, and UTC: a service that knows only one of
  /// them leaves the other to be guessed.
  private func secondsApart(from other: ActivityNode) -> (apart: Int, isFirst: Bool)? {
    func apart(_ mine: Int?, _ theirs: Int?) -> (apart: Int, isFirst: Bool)? {
      guard let mine, let theirs else { return nil }
      return (max(0, mine - theirs - other.spread, theirs - mine - spread), mine <= theirs)
    }
    let (wall, utc) = (apart(wall, other.wall), apart(utc, other.utc))
    guard let wall, let utc else { return wall ?? utc }
    return utc.apart < wall.apart ? utc : wall
  }

  private func disagreement(with other: ActivityNode) -> Double? {
    measures.disagreement(with: other.measures)
  }

  private var measures: ActivityMeasures {
    ActivityMeasures(distanceM: distanceM, seconds: seconds)
  }

  /// What two are that do not overlap by their clocks, if those may be wrong.
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
      // One watch sees the runner of a fixed loop at eight and at six.
      return isToTheSecond ? .mayBeSame : .different
    }
    return isToTheSecond ? .shifted : .mayBeSame
  }
}
