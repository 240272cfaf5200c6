public import CivilDay
internal import JournalModel

/// An activity that a file or a service tells of, in the terms of the journal.
public struct ImportableActivity: Equatable, Sendable {
  /// A row of `run` or `cross_training`, without its shoe.
  public var entry: Entry
  /// Seconds from its start to its end, pauses included, if they are known.
  public var elapsedSeconds: Double?
  /// The name of the shoe, if one is known.
  public var shoe: String?
  /// What its content is known again by, 32 hexadecimal digits.
  public let fingerprint: String
  /// The service's number of the activity, such as `strava:123`, if it has one.
  public var serviceID: String?
  /// Where in the file it stands, such as the path in an archive or a line, for
  /// the report.
  public var place: String?
  /// How much its source is worth beside others.
  public var evidence = Evidence.serviceTable
  /// The service or the device that it is from, if one is known.
  public var origin: String?
  /// Which clocks its source tells; what it does not tell was guessed.
  public var startTold = StartTold.wall
  /// Whether its source tells the start only to the minute.
  public var isStartToTheMinute = false
  /// What was doubtful about reading it, each a sentence.
  public var doubts: [String] = []

  /// How much a source is worth beside others of the same activity: where several
  /// tell of a field, the greatest is believed.
  public enum Evidence: Int, Sendable {
    /// A track of places and times.
    case bareTrack = 1
    /// What a service tells of it.
    case serviceTable = 2
    /// A recording with sensors.
    case sensorRecording = 3
  }

  /// Which clocks a source tells a start by.
  public enum StartTold: String, Sendable {
    /// The one on the wall.
    case wall
    /// UTC.
    case utc
    /// Both of them.
    case both
  }

  /// Creates an activity that only its content is known by.
  public init(_ entry: Entry, fingerprint: String) {
    self.entry = entry
    self.fingerprint = fingerprint
  }
}

/// What a file held that may go into the journal.
public struct ActivityBatch: Sendable {
  /// The name of the file, without its folders.
  public let fileName: String
  /// How it is written, such as `fit`.
  public let format: String
  /// The activities.
  public var activities: [ImportableActivity]
  /// How many activities could not be used, beside them.
  public var refused: Int

  /// Creates what the file `fileName` held.
  public init(
    fileName: String, format: String, activities: [ImportableActivity] = [], refused: Int = 0
  ) {
    self.fileName = fileName
    self.format = format
    self.activities = activities
    self.refused = refused
  }
}

/// How activities become entries.
public struct ActivityImportPlan: Sendable {
  /// Days after this one are refused.
  public var today: Day
  /// Minutes after midnight until which the night belongs to the day before.
  public var dayBoundaryMinutes: Int
  /// Whether the files tell of every run from their first day to their last, so
  /// that a day without one is a rest day.
  public var isComplete = false
  /// Whether what was deleted since an earlier import comes back.
  public var bringsBackDeleted = false
  /// Whether to change nothing and only tell what would be.
  public var isDryRun = false

  /// Creates a plan that leaves out what was deleted.
  public init(today: Day, dayBoundaryMinutes: Int) {
    self.today = today
    self.dayBoundaryMinutes = dayBoundaryMinutes
  }
}

/// What became of the activities of some files.
public struct ActivityImportReport: Equatable, Sendable {
  /// An activity that was left out, or is doubtful.
  public struct Refusal: Equatable, Sendable {
    /// The name of the file.
    public let fileName: String
    /// Where in the file it stands, if that is known.
    public let place: String?
    /// Why, without any value.
    public let reason: String

    /// Creates a refusal.
    public init(fileName: String, place: String?, reason: String) {
      (self.fileName, self.place, self.reason) = (fileName, place, reason)
    }
  }

  /// Runs that are in the journal now and were not before.
  public internal(set) var runsAdded = 0
  /// Sessions of cross-training that were not there before, by what was done.
  public internal(set) var sessionsAdded: [String: Int] = [:]
  /// The days of what was added.
  public internal(set) var days: ClosedRange<Day>?
  /// Entries that were there already and know more now, or better.
  public internal(set) var completed = 0
  /// Entries that turned out to be the same as another and are one with it now.
  public internal(set) var broughtTogether = 0
  /// Activities that were there already, with all that the files know of them.
  public internal(set) var alreadyThere = 0
  /// Activities that came before and were deleted since, so that they stay out.
  public internal(set) var deletedSince = 0
  /// The names of shoes that were not there before.
  public internal(set) var newShoes: [String] = []
  /// Days on which a run was added beside another that is not from any file, too
  /// different to be taken for the same.
  public internal(set) var daysToCheck: [Day] = []
  /// What is doubtful about entries that were added or changed, beside what was
  /// doubtful about reading them.
  public internal(set) var doubts: [Refusal] = []
  /// How many values were left out because they cannot be, by field.
  public internal(set) var impossible: [String: Int] = [:]
  /// Activities that break a rule of the journal.
  public internal(set) var refusals: [Refusal] = []
  /// The days for which every run is known now, if the plan said so.
  public internal(set) var coverage: ClosedRange<Day>?
  /// The numbers of the imports, one for each file that changed something.
  public internal(set) var imports: [Int] = []

  /// Creates the report of an import that had nothing to do.
  public init() {}

  /// How many entries were added.
  public var added: Int { runsAdded + sessionsAdded.values.reduce(0, +) }
}
