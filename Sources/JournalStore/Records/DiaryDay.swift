public import CivilDay
public import JournalModel

/// A calendar day in the view `day`; `nil` is unknown.
public struct DiaryDay: Equatable, Sendable {
  /// Whether the runner ran or rested.
  public enum State: String, Sendable {
    /// There is at least one run.
    case run
    /// No run, and the day is known: the load is a true 0.
    case rest
  }

  /// The reason for a rest day, from the surest to the least sure.
  public enum RestGround: String, Sendable {
    /// The runner confirmed it.
    case said
    /// An import of every run has none on it.
    case covered
    /// Other entries imply it, and nothing contradicts it.
    case implied
  }

  /// The day.
  public let day: Day
  /// The state of the day, or `nil` if unknown.
  public private(set) var state: State?
  /// The reason for a rest day; `nil` on every other day.
  public private(set) var restIs: RestGround?
  /// The number of runs.
  public private(set) var runs: Int?
  /// Kilometres run.
  public private(set) var distanceKm: Double?
  /// Minutes run.
  public private(set) var minutes: Double?
  /// Session-RPE times minutes.
  public private(set) var load: Double?
  /// Metres climbed.
  public private(set) var ascentM: Double?
  /// Metres descended.
  public private(set) var descentM: Double?
  /// Steps of both feet while running.
  public private(set) var steps: Int?
  /// Leg pain, 0 to 10: the morning's rating if there is one.
  public let legPain: Int?
  /// The time of that rating, or `nil` if it or the rating is unknown.
  public let legPainMoment: PainRating.Moment?
  /// The last leg pain rated after the morning.
  public let eveningLegPain: Int?
  /// The highest leg pain of the day.
  public let worstLegPain: Int?
  /// Back pain 0 to 10: the morning's rating where there is one.
  public let backPain: Int?
  /// The reach, from 0 (back) to 6 (toes).
  public let reach: Int?
  /// Whether a flare-up was in progress.
  public let isFlare: Bool
  /// Minutes of stretches with a known time.
  public let stretchMinutes: Double?
  /// Hours of sitting.
  public let sittingHours: Double?
  /// Hours of sleep.
  public let sleepHours: Double?

  /// The day as known on `today`: a day that is not over is not a rest day, even
  /// if marked, because there may still be a run.
  ///
  /// - Parameter today: The day that it is.
  /// - Returns: The day, with unknown load if it is a rest day from `today` on.
  public func known(on today: Day) -> DiaryDay {
    guard day >= today, state == .rest else { return self }
    var day = self
    (day.state, day.restIs, day.runs, day.steps) = (nil, nil, nil, nil)
    (day.distanceKm, day.minutes, day.load) = (nil, nil, nil)
    (day.ascentM, day.descentM) = (nil, nil)
    return day
  }
}

extension DiaryDay {
  /// Creates an unknown day.
  init(unknown day: Day) {
    self.init(
      day: day, legPain: nil, legPainMoment: nil, eveningLegPain: nil, worstLegPain: nil,
      backPain: nil, reach: nil, isFlare: false, stretchMinutes: nil, sittingHours: nil,
      sleepHours: nil)
  }
}

/// A pain rating with its time relative to the day's run.
public struct PainRating: Equatable, Sendable {
  /// The time of a rating, relative to the day's run.
  public typealias Moment = JournalModel.Moment

  /// The day.
  public let day: Day
  /// The time, or `nil` if unknown.
  public let moment: Moment?
  /// The rating.
  public let value: Int
}

/// The kind of a rating.
public enum PainMeasure: String, CaseIterable, Sendable {
  /// Leg pain, the nerve pain of the journal, 0 to 10.
  case leg = "leg_pain"
  /// Back pain, 0 to 10.
  case back = "back_pain"
  /// The reach, 0 to 6.
  case reach
}

/// A run, for the summary of a period.
public struct RunSummary: Equatable, Sendable {
  /// The day.
  public let day: Day
  /// The local time of its start, `HH:MM:SS`, if known.
  public let startTime: String?
  /// Metres, if known.
  public let distanceM: Double?
  /// Seconds, if known.
  public let durationS: Double?
  /// The name of the shoe, if known.
  public let footwear: String?
  /// The leg pain noted with the run, 0 to 10, where it was.
  public let pain: Pain

  /// Leg pain around and during a run, 0 to 10, `nil` where it is unknown.
  public struct Pain: Equatable, Sendable {
    /// Before it.
    public let before: Int?
    /// The highest during it.
    public let during: Int?
    /// Right after it.
    public let after: Int?

    /// Creates ratings.
    public init(before: Int? = nil, during: Int? = nil, after: Int? = nil) {
      self.before = before
      self.during = during
      self.after = after
    }
  }

  /// Creates a run.
  public init(
    day: Day, startTime: String? = nil, distanceM: Double?, durationS: Double? = nil,
    footwear: String?, pain: Pain = Pain()
  ) {
    self.day = day
    self.startTime = startTime
    self.distanceM = distanceM
    self.durationS = durationS
    self.footwear = footwear
    self.pain = pain
  }
}
