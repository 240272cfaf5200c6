/// One activity from a file: a run, a walk, a ride.
///
/// A missing value, or one that the format marks as invalid, is `nil`: unknown,
/// never zero. Distances are in metres, times in seconds.
public struct ImportedActivity: Equatable, Sendable {
  /// The sport.
  public var sport: Sport
  /// The start, or `nil` if the file has no time at all.
  public var start: ActivityStart?
  /// Whether the only time in the file cannot be read.
  public var hasUnreadableStart = false
  /// Seconds from start to end, pauses included.
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
  /// Mean heart rate, beats per minute.
  public var heartRateAverage: Double?
  /// Highest heart rate, beats per minute.
  public var heartRateMaximum: Double?
  /// Mean cadence: steps of both feet per minute for runs and walks, revolutions
  /// per minute for rides.
  public var cadence: Double?
  /// Perceived exertion, CR-10.
  public var rpe: Double?
  /// The name of the shoe or bike.
  public var gear: String?
  /// The activity's title.
  public var title: String?
  /// The note.
  public var note: String?
  /// Maker and model of the recording device.
  public var device: String?
  /// The number of laps.
  public var laps: Int?
  /// The service and its number for the activity, such as `strava:123`.
  public var serviceID: String?
  /// How reliable this source is compared with others of the same activity.
  public var evidence: ActivityEvidence = .serviceTable
  /// Identifies the content, independent of file name and compression.
  public var fingerprint: Fingerprint

  /// Creates an activity with only a sport.
  public init(_ sport: Sport, fingerprint: Fingerprint) {
    self.sport = sport
    self.fingerprint = fingerprint
  }
}

/// An activity from a recording, with its warnings.
public struct RecordedActivity: Equatable, Sendable {
  /// The activity.
  public var activity: ImportedActivity
  /// Its doubts, each one sentence without any value from the file.
  public var warnings: [String]

  /// Creates an activity with its warnings.
  public init(_ activity: ImportedActivity, warnings: [String] = []) {
    (self.activity, self.warnings) = (activity, warnings)
  }
}

/// The kind of source of an activity; the greater wins.
public enum ActivityEvidence: Int, Comparable, Sendable {
  /// A track of positions and times, from which the totals were computed.
  case bareTrack = 1
  /// A row of a service's table, or a summary in words or numbers.
  case serviceTable = 2
  /// A device recording with its own totals or with sensors.
  case sensorRecording = 3

  /// Whether `lhs` is less reliable than `rhs`.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// The start of an activity.
///
/// A file may have the UTC time, the local time, or both, which gives the offset.
/// This module never derives a day from UTC alone, because the file does not
/// contain the person's time zone.
public struct ActivityStart: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var utcSeconds: Int?
  /// Seconds from 1970-01-01T00:00:00 to the start on the local clock.
  public var localSeconds: Int?
  /// Whether the source has the start only to the minute.
  public var isToTheMinute = false

  /// Creates a start; at least one of the two must be known.
  public init(utcSeconds: Int?, localSeconds: Int?) {
    self.utcSeconds = utcSeconds
    self.localSeconds = localSeconds
  }

  /// Minutes from UTC to local time.
  public var utcOffsetMinutes: Int? {
    guard let utcSeconds, let localSeconds else { return nil }
    return (localSeconds - utcSeconds) / 60
  }
}
