public import CivilDay

/// A SYNTHETIC pair of running shoes.
public struct SampleShoe: Hashable, Sendable {
  /// The name, unique among all pairs.
  public let name: String
  /// The kind of shoe: `cushioned`, `stability`, `trail` or `minimal`.
  public let kind: String
  /// The heel-to-toe drop in millimetres.
  public let dropMillimetres: Double
  /// The day of purchase.
  public let firstDay: Day
  /// The distance on it when the diary began, in metres.
  public let startingMetres: Double
  /// The distance at which to look for a new pair, in metres.
  public let limitMetres: Double
  /// The last day of use, or `nil` if still worn.
  public let retiredDay: Day?
}

/// A SYNTHETIC run.
public struct SampleRun: Hashable, Sendable {
  /// The day of the start.
  public let day: Day
  /// The local start time, as `HH:MM`.
  public let start: String
  /// The distance in metres, a multiple of 10.
  public let metres: Double
  /// The duration in seconds.
  public let seconds: Int
  /// The perceived exertion from 0 to 10 in steps of 0.5; `nil` if not noted.
  public let exertion: Double?
  /// The surface: `road`, `trail`, `track` or `treadmill`.
  public let surface: String
  /// The name of the shoes worn.
  public let shoe: String
}

/// A SYNTHETIC exercise.
public struct SampleStretch: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The name of the exercise.
  public let exercise: String
  /// The kind of exercise: `stretch`, `nerve glide`, `strength` or `mobility`.
  public let kind: String
  /// The number of sets.
  public let sets: Int
  /// The repetitions of a set, or `nil` for a hold.
  public let repetitions: Int?
  /// The seconds of each hold, or `nil` for repetitions.
  public let holdSeconds: Int?
  /// The side: `left`, `right` or `both`.
  public let side: String
}

/// A SYNTHETIC check-in.
public struct SampleCheckIn: Hashable, Sendable {
  /// The part of the day of a check-in.
  public enum Moment: String, Sendable {
    /// After getting up and before any run.
    case morning
    /// After the day's run, if there was one.
    case evening
  }

  /// The day.
  public let day: Day
  /// The local time, as `HH:MM`.
  public let time: String
  /// The part of the day.
  public let moment: Moment
  /// The leg pain, a whole number from 0 to 10; `nil` if not noted.
  public let legPain: Int?
  /// The back pain, a whole number from 0 to 10; `nil` if not noted.
  public let backPain: Int?
  /// How far down the leg it goes, 0 for the back to 6 for the toes; `nil` if
  /// there is no leg pain or it was not noted.
  public let reach: Int?
  /// The side: `left`; `nil` if there is no leg pain or it was not noted.
  public let side: String?
  /// Whether there was tingling; `nil` if leg pain was not noted.
  public let tingling: Bool?
  /// The hours spent sitting that day; noted in the evening only.
  public let sittingHours: Double?
  /// The hours of sleep in the previous night; noted in the morning only.
  public let sleepHours: Double?
  /// The stress, a whole number from 0 to 10; `nil` if not noted.
  public let stress: Int?
  /// The mood, a whole number from 0 to 10; `nil` if not noted.
  public let mood: Int?
}

/// A SYNTHETIC flare-up.
public struct SampleFlareUp: Hashable, Sendable {
  /// The first day.
  public let onset: Day
  /// The last day.
  public let end: Day
  /// The worst leg pain noted during it, 0 to 10.
  public let peakPain: Int
  /// The suspected trigger.
  public let trigger: String
}

/// SYNTHETIC training other than running.
public struct SampleCrossTraining: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The activity: `swim`, `bike` or `walk`.
  public let activity: String
  /// The duration in minutes.
  public let minutes: Int
  /// The perceived exertion from 0 to 10 in steps of 0.5.
  public let exertion: Double
}

/// A SYNTHETIC statement about a whole day.
public struct SampleMark: Hashable, Sendable {
  /// The kind of mark.
  public enum Kind: String, Sendable {
    /// There was no run: the load is truly 0.
    case rest
    /// No diary was kept: everything about the day is unknown.
    case notTracked = "not tracked"
  }

  /// The day.
  public let day: Day
  /// The kind of mark.
  public let kind: Kind
}
