public import CivilDay

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
  /// An activity that was left out.
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
  /// Entries that were there already and lacked something that is known now.
  public internal(set) var completed = 0
  /// Activities that were there already, with all that the files know of them.
  public internal(set) var alreadyThere = 0
  /// Activities that came before and were deleted since, so that they stay out.
  public internal(set) var deletedSince = 0
  /// The names of shoes that were not there before.
  public internal(set) var newShoes: [String] = []
  /// Days on which a run was added beside another that is not from any file, too
  /// different to be taken for the same.
  public internal(set) var daysToCheck: [Day] = []
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
