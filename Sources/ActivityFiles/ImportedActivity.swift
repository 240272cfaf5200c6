/// One activity as a file tells of it: a run, a walk, a ride.
///
/// What a file does not tell, or tells only with a value that its format marks
/// as invalid, is `nil`: unknown, never zero. Distances are metres, times
/// seconds.
public struct ImportedActivity: Equatable, Sendable {
  /// What was done.
  public var sport: Sport
  /// When it began, or `nil` if the file has no time at all.
  public var start: ActivityStart?
  /// Whether the file tells a time in a way that cannot be read, and no other.
  public var hasUnreadableStart = false
  /// Seconds from the start to the end, pauses included.
  public var elapsedSeconds: Double?
  /// Seconds without pauses.
  public var movingSeconds: Double?
  /// Metres covered.
  public var distanceM: Double?
  /// Metres climbed.
  public var ascentM: Double?
  /// Metres descended.
  public var descentM: Double?
  /// Steps of both feet.
  public var steps: Double?
  /// Mean heart rate, beats a minute.
  public var heartRateAverage: Double?
  /// Highest heart rate, beats a minute.
  public var heartRateMaximum: Double?
  /// Mean cadence in steps of both feet a minute for runs and walks, in
  /// revolutions a minute for rides.
  public var cadence: Double?
  /// Perceived exertion, CR-10.
  public var rpe: Double?
  /// The name of the shoe or bike.
  public var gear: String?
  /// The name that the activity was given.
  public var title: String?
  /// What was written about it.
  public var note: String?
  /// Maker and model of what recorded it.
  public var device: String?
  /// The number of laps.
  public var laps: Int?
  /// The number that the service which it comes from has for it, with the
  /// service's name before it, such as `strava:123`.
  public var serviceID: String?
  /// How much what the file tells is worth beside other sources of the same
  /// activity.
  public var evidence: ActivityEvidence = .serviceTable
  /// What tells the content apart from any other, whatever the file is called
  /// and however it is packed.
  public var fingerprint: Fingerprint

  /// Creates an activity of which nothing is known but what it was.
  public init(_ sport: Sport, fingerprint: Fingerprint) {
    self.sport = sport
    self.fingerprint = fingerprint
  }
}

/// An activity of a recording, and what is doubtful about it.
public struct RecordedActivity: Equatable, Sendable {
  /// The activity.
  public var activity: ImportedActivity
  /// What is doubtful, each one sentence without any value of the file.
  public var warnings: [String]

  /// Creates an activity with its doubts.
  public init(_ activity: ImportedActivity, warnings: [String] = []) {
    (self.activity, self.warnings) = (activity, warnings)
  }
}

/// What kind of source tells of an activity; where several do, the greater is
/// believed first.
public enum ActivityEvidence: Int, Comparable, Sendable {
  /// A track of places and times, from which the totals were worked out.
  case bareTrack = 1
  /// A row of a service's table, or its summary in words or numbers.
  case serviceTable = 2
  /// A recording of a device with its own totals or with sensors.
  case sensorRecording = 3

  /// Whether `lhs` is believed less than `rhs`.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// When an activity began.
///
/// A file may tell the instant, the time on the wall, or both; with both the
/// offset from UTC is known. A day is never derived from the instant alone by
/// this module: which zone the person was in is not in the file then.
public struct ActivityStart: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var utcSeconds: Int?
  /// Seconds from 1970-01-01T00:00:00 to the start by the clock on the wall.
  public var localSeconds: Int?
  /// Whether the source tells the start only to the minute.
  public var isToTheMinute = false

  /// Creates a start of which at least one of the two is known.
  public init(utcSeconds: Int?, localSeconds: Int?) {
    self.utcSeconds = utcSeconds
    self.localSeconds = localSeconds
  }

  /// Minutes that the clock on the wall was ahead of UTC.
  public var utcOffsetMinutes: Int? {
    guard let utcSeconds, let localSeconds else { return nil }
    return (localSeconds - utcSeconds) / 60
  }
}
