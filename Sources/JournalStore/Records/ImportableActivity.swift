public import CivilDay
internal import JournalModel

/// An activity from a file or service, in the journal's terms.
public struct ImportableActivity: Equatable, Sendable {
  /// A row of `run` or `cross_training`, without its shoe.
  public var entry: Entry
  /// Seconds from start to end, pauses included, if known.
  public var elapsedSeconds: Double?
  /// The name of the shoe, if known.
  public var shoe: String?
  /// The fingerprint of its content, 32 hexadecimal digits.
  public let fingerprint: String
  /// The service and its number for the activity, such as `strava:123`, if it has
  /// one.
  public var serviceID: String?
  /// Its place in the file, such as a path in an archive or a line, for the
  /// report.
  public var place: String?
  /// The reliability of its source.
  public var evidence = Evidence.serviceTable
  /// Its service or device, if known.
  public var origin: String?
  /// The clocks in its source; missing ones were guessed.
  public var startTold = StartTold.wall
  /// Whether its source has the start only to the minute.
  public var isStartToTheMinute = false
  /// Remarks from reading it, each a sentence.
  public var doubts: [String] = []

  /// The reliability of a source; the greatest wins.
  public enum Evidence: Int, Sendable {
    /// A track of positions and times.
    case bareTrack = 1
    /// A service's summary.
    case serviceTable = 2
    /// A recording with sensors.
    case sensorRecording = 3
  }

  /// The clocks of a start in a source.
  public enum StartTold: String, Sendable {
    /// The local clock.
    case wall
    /// UTC.
    case utc
    /// Both.
    case both
  }

  /// Creates an activity with only its content's fingerprint.
  public init(_ entry: Entry, fingerprint: String) {
    self.entry = entry
    self.fingerprint = fingerprint
  }
}

/// The contents of a file to import.
public struct ActivityBatch: Sendable {
  /// The name of the file, without its folders.
  public let fileName: String
  /// Its format, such as `fit`.
  public let format: String
  /// The activities.
  public var activities: [ImportableActivity]
  /// The number of further activities that could not be used.
  public var refused: Int

  /// Creates the contents of `fileName`.
  public init(
    fileName: String, format: String, activities: [ImportableActivity] = [], refused: Int = 0
  ) {
    self.fileName = fileName
    self.format = format
    self.activities = activities
    self.refused = refused
  }
}

/// The conversion of activities to entries.
public struct ActivityImportPlan: Sendable {
  /// Later days are refused.
  public var today: Day
  /// Minutes after midnight until which the night belongs to the previous day.
  public var dayBoundaryMinutes: Int
  /// Whether the files contain every run from their first to their last day, so
  /// that other days are rest days.
  public var isComplete = false
  /// Whether to restore entries deleted since an earlier import.
  public var bringsBackDeleted = false
  /// Whether to show what would happen without changing anything.
  public var isDryRun = false

  /// Creates a plan that skips deleted activities.
  public init(today: Day, dayBoundaryMinutes: Int) {
    self.today = today
    self.dayBoundaryMinutes = dayBoundaryMinutes
  }
}

/// The result of importing the activities of some files.
public struct ActivityImportReport: Equatable, Sendable {
  /// An activity that was left out, or is doubtful.
  public struct Refusal: Equatable, Sendable {
    /// The name of the file.
    public let fileName: String
    /// Its place in the file, if known.
    public let place: String?
    /// The reason, without any value.
    public let reason: String

    /// Creates a refusal.
    public init(fileName: String, place: String?, reason: String) {
      (self.fileName, self.place, self.reason) = (fileName, place, reason)
    }
  }

  /// New runs.
  public internal(set) var runsAdded = 0
  /// New cross-training sessions, by activity.
  public internal(set) var sessionsAdded: [String: Int] = [:]
  /// The days of the new entries.
  public internal(set) var days: ClosedRange<Day>?
  /// Existing entries with new or better values.
  public internal(set) var completed = 0
  /// Entries merged into another.
  public internal(set) var broughtTogether = 0
  /// Activities already in the journal, with nothing new.
  public internal(set) var alreadyThere = 0
  /// Activities that were imported before and deleted since, so they are skipped.
  public internal(set) var deletedSince = 0
  /// The names of new shoes.
  public internal(set) var newShoes: [String] = []
  /// Days with a new run next to one without a file, too different to be merged.
  public internal(set) var daysToCheck: [Day] = []
  /// Doubts about new or changed entries, in addition to those from reading.
  public internal(set) var doubts: [Refusal] = []
  /// The number of impossible values dropped, by field.
  public internal(set) var impossible: [String: Int] = [:]
  /// Activities that break a rule of the journal.
  public internal(set) var refusals: [Refusal] = []
  /// The days for which every run is known now, if the plan said so.
  public internal(set) var coverage: ClosedRange<Day>?
  /// The numbers of the imports, one per file that changed something.
  public internal(set) var imports: [Int] = []

  /// Creates an empty report.
  public init() {}

  /// The number of new entries.
  public var added: Int { runsAdded + sessionsAdded.values.reduce(0, +) }
}
