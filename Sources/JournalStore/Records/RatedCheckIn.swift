import CivilDay
internal import JournalModel

/// A check-in as far as it rates its day.
struct RatedCheckIn {
  let day: Day
  let id: Int
  /// Whether it has a clock time.
  let isTimed: Bool
  /// That time in seconds since the day boundary; `nil` also if the boundary is
  /// no time.
  let second: Int?
  /// Whether that is before noon.
  let isBeforeNoon: Bool
  /// The moment that was declared.
  let declaredMoment: PainRating.Moment?
  let legPain: Int?
  let backPain: Int?
  let reach: Int?
  let sittingHours: Double?
  let sleepHours: Double?

  /// The rating of `measure`.
  func rating(of measure: PainMeasure) -> Int? {
    switch measure {
    case .leg: legPain
    case .back: backPain
    case .reach: reach
    }
  }

  /// The moment that the ratings belong to, as the view `rating` has it.
  ///
  /// - Parameter runs: The runs of the same day.
  /// - Returns: The moment, or `nil` if it is unknown.
  func moment(beside runs: RunDay?) -> PainRating.Moment? {
    guard isTimed else { return declaredMoment }
    if let first = runs?.firstStart {
      if let second, second >= first { return .later }
      if runs?.runs == runs?.starts { return .morning }
    }
    if let declaredMoment { return declaredMoment }
    guard runs == nil else { return nil }
    return isBeforeNoon ? .morning : .later
  }
}

/// The runs of a day taken together; a measure is unknown where a run lacks it.
struct RunDay {
  let day: Day
  let runs: Int
  /// The number of runs whose start is known.
  let starts: Int
  /// When the first began, in seconds since the day boundary.
  let firstStart: Int?
  let distanceKm: Double?
  let minutes: Double?
  let load: Double?
  let ascentM: Double?
  let descentM: Double?
  let steps: Int?
}

/// What the check-ins of a day come to, as the view `day_rating` has it.
struct DayRatings {
  /// A pain rating and its place in the order of preference: the morning's, then
  /// those of an unknown moment, then later ones, each by time.
  private struct Choice {
    let place: (moment: Int, second: Int, id: Int)
    let moment: PainRating.Moment?
    let pain: Int
  }

  private var leg: Choice?
  private var back: Choice?
  private var evening: Choice?
  private(set) var worstLegPain: Int?
  private(set) var reach: Int?
  private(set) var sittingHours: Double?
  private(set) var sleepHours: Double?

  var legPain: Int? { leg?.pain }
  var legPainMoment: PainRating.Moment? { leg?.moment }
  var eveningLegPain: Int? { evening?.pain }
  var backPain: Int? { back?.pain }

  /// Takes a check-in into account, in whatever order they come.
  mutating func add(_ checkIn: RatedCheckIn, at moment: PainRating.Moment?) {
    let rank =
      switch moment {
      case .morning: 0
      case nil: 1
      case .later: 2
      }
    func choice(_ pain: Int) -> Choice {
      Choice(place: (rank, checkIn.second ?? 0, checkIn.id), moment: moment, pain: pain)
    }
    if let pain = checkIn.legPain.map(choice) {
      if leg.map({ pain.place < $0.place }) ?? true { leg = pain }
      if moment == .later, evening.map({ pain.place > $0.place }) ?? true { evening = pain }
      worstLegPain = larger(worstLegPain, pain.pain)
    }
    if let pain = checkIn.backPain.map(choice), back.map({ pain.place < $0.place }) ?? true {
      back = pain
    }
    reach = larger(reach, checkIn.reach)
    sittingHours = larger(sittingHours, checkIn.sittingHours)
    sleepHours = larger(sleepHours, checkIn.sleepHours)
  }
}

/// The larger of two values, or the one that is known.
private func larger<Value: Comparable>(_ one: Value?, _ other: Value?) -> Value? {
  guard let one, let other else { return one ?? other }
  return max(one, other)
}
