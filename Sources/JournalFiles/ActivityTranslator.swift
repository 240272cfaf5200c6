package import Platform
import WrittenValues
package import ActivityFiles
package import CivilDay
package import JournalStore
import JournalModel

/// Translates activities of files into entries.
package struct ActivityTranslator {
  /// The meaning of an activity for the journal.
  package enum Meaning {
    /// A run or a cross-training session, and whether its note was shortened.
    case entry(ImportableActivity, isShortened: Bool)
    /// A sport that the journal does not record.
    case otherSport(String)
    /// The file gives no sport.
    case unknownSport
    /// The file gives an unrecognised sport.
    case unrecognisedSport(String)
    /// It cannot be used, for a reason in one sentence.
    case unusable(String)
  }

  /// The clock by which days are told.
  package struct Clock {
    /// The calendar day that it is.
    package let today: Day
    /// What the clock showed at a moment, in seconds after the start of 1970 in UTC.
    package let localMoment: (Int) -> LocalMoment
    /// What the clock is ahead of UTC, in minutes, at a second of a calendar day; `nil`
    /// for a time that it shows twice or never.
    package let utcOffset: (Day, Int) -> Int?
    /// Minutes after midnight until which the night belongs to the day before.
    package let dayBoundaryMinutes: Int

    package init(
      today: Day, localMoment: @escaping (Int) -> LocalMoment,
      utcOffset: @escaping (Day, Int) -> Int?, dayBoundaryMinutes: Int
    ) {
      self.today = today
      self.localMoment = localMoment
      self.utcOffset = utcOffset
      self.dayBoundaryMinutes = dayBoundaryMinutes
    }
  }

  private let clock: Clock
  private let unknownSport: Sport?

  /// Creates a translator.
  ///
  /// - Parameters:
  ///   - clock: The clock and its day boundary.
  ///   - unknownSport: The sport of activities without a recognised one; `nil` skips
  ///     them.
  package init(_ clock: Clock, unknownSport: Sport?) {
    self.clock = clock
    self.unknownSport = unknownSport
  }

  /// The meaning of `activity`, at `place` in its file.
  package func meaning(of activity: ImportedActivity, at place: String?) -> Meaning {
    let sport = activity.sport.isOpen ? unknownSport ?? activity.sport : activity.sport
    // A run is no session of cross-training.
    let gentler: String?
    switch sport {
    case .run: gentler = nil
    case .walk: gentler = "walk"
    case .ride: gentler = "bike"
    case .swim: gentler = "swim"
    case .other(let name): return .otherSport(name)
    case .unrecognised(let name): return .unrecognisedSport(name)
    case .unknown: return .unknownSport
    }
    guard let start = activity.start, let moment = moment(of: start) else {
      return .unusable(
        activity.hasUnreadableStart
          ? "Its time is unreadable; log it with nerve run and --on DAY."
          : "It has no time; log it with nerve run and --on DAY.")
    }
    guard !Self.isOfUnsetClock(start, activity.evidence) else {
      return .unusable("Its clock was never set; log it with nerve run and --on DAY.")
    }
    if moment.day > clock.today {
      return .unusable("Its day is in the future; log it with nerve run and --on DAY.")
    }
    let note = note(of: activity)
    let kept = note?.unicodeScalars.prefix(Self.longestNote)
    let keptNote = kept.map { String(String.UnicodeScalarView($0)) }
    var entry = ImportableActivity(
      gentler.map { Entry(training($0, activity, moment, note: keptNote)) }
        ?? Entry(run(activity, moment, note: keptNote)),
      fingerprint: activity.fingerprint.description)
    entry.elapsedSeconds = positive(activity.elapsedSeconds)
    entry.shoe = gentler == nil ? activity.gear.map(\.trimmed).flatMap(text) : nil
    entry.serviceID = activity.serviceID
    entry.place = place
    entry.evidence =
      switch activity.evidence {
      case .bareTrack: .bareTrack
      case .serviceTable: .serviceTable
      case .sensorRecording: .sensorRecording
      }
    entry.origin = origin(of: activity)
    entry.startTold = start.localSeconds == nil ? .utc : start.utcSeconds == nil ? .wall : .both
    entry.isStartToTheMinute = start.isToTheMinute
    return .entry(entry, isShortened: note?.unicodeScalars.count != kept?.count)
  }

  /// When an activity began by the clock on the wall.
  private struct Start {
    let day: Day
    let time: TimeOfDay?
    let utcOffsetMinutes: Int?
  }

  private func run(_ activity: ImportedActivity, _ start: Start, note: String?) -> Run {
    Run {
      ($0.day, $0.startTime) = (start.day, start.time)
      $0.utcOffsetMinutes = start.utcOffsetMinutes
      $0.distanceM = positive(activity.distanceM)
      $0.durationS = positive(activity.movingSeconds) ?? positive(activity.elapsedSeconds)
      ($0.effort, $0.note) = (activity.rpe, note)
      ($0.ascentM, $0.descentM) = (activity.ascentM, activity.descentM)
      $0.steps = whole(positive(activity.steps))
      $0.meanHeartRate = whole(activity.heartRateAverage)
      $0.highestHeartRate = whole(activity.heartRateMaximum)
      $0.cadence = activity.cadence
    }
  }

  private func training(
    _ sport: String, _ activity: ImportedActivity, _ start: Start, note: String?
  ) -> CrossTraining {
    CrossTraining {
      $0.activity = sport
      ($0.day, $0.startTime) = (start.day, start.time)
      $0.utcOffsetMinutes = start.utcOffsetMinutes
      $0.distanceM = positive(activity.distanceM)
      $0.durationS = positive(activity.movingSeconds) ?? positive(activity.elapsedSeconds)
      ($0.effort, $0.note) = (activity.rpe, note)
    }
  }

  /// The day, the clock time and the offset of a start.
  ///
  /// The local time decides. If there is only UTC, the rules of the computer's time
  /// zone convert it.
  private func moment(of start: ActivityStart) -> Start? {
    guard let local = start.localSeconds else {
      guard let utc = start.utcSeconds, isPlausible(utc) else { return nil }
      var moment = clock.localMoment(utc)
      moment.dayBoundaryMinutes = clock.dayBoundaryMinutes
      return Start(
        day: moment.journalDay, time: moment.timeOfDay, utcOffsetMinutes: moment.utcOffsetMinutes)
    }
    guard isPlausible(local) else { return nil }
    let second = (local % 86_400 + 86_400) % 86_400
    let date = Day(daysSince1970: (local - second) / 86_400)
    let offset = start.utcOffsetMinutes ?? clock.utcOffset(date, second)
    var moment = LocalMoment(day: date, secondOfDay: second, utcOffsetMinutes: offset ?? 0)
    moment.dayBoundaryMinutes = clock.dayBoundaryMinutes
    return Start(day: moment.journalDay, time: moment.timeOfDay, utcOffsetMinutes: offset)
  }

  /// The service or the device that an activity is from.
  private func origin(of activity: ImportedActivity) -> String? {
    activity.serviceID.map { String($0.prefix { $0 != ":" }) } ?? activity.device.flatMap(text)
  }

  /// The days from which unset clocks count: those of computers, of satellites and
  /// files, of FIT, and of many chips.
  private static let firstDays = ["1970-01-01", "1980-01-01", "1980-01-06", "1989-12-31"]
    .compactMap { Day($0) }
  private static let chipDays = ["2000-01-01"].compactMap { Day($0) }

  /// Whether a start is within a day of the first day of unset clocks.
  ///
  /// People who write tables by hand may well have run on the first day of 2000.
  private static func isOfUnsetClock(_ start: ActivityStart, _ evidence: ActivityEvidence) -> Bool {
    let days = firstDays + (evidence == .serviceTable ? [] : chipDays)
    return [start.utcSeconds, start.localSeconds].compactMap(\.self).contains { seconds in
      let day = Day(daysSince1970: Int((Double(seconds) / 86_400).rounded(.down)))
      return days.contains { abs($0.distance(to: day)) <= 1 }
    }
  }

  /// The maximum length of a note.
  private static let longestNote = 10_000

  /// Whether a time is in the years of the journal's calendar.
  private func isPlausible(_ seconds: Int) -> Bool {
    (-2_208_988_800..<7_258_118_400).contains(seconds)
  }

  /// The note of an activity, with its title unless a service made that up, such as
  /// Morning Run.
  private func note(of activity: ImportedActivity) -> String? {
    let title = activity.title.map(\.trimmed).flatMap(text).flatMap { title in
      Sport.isOnlyName(title) ? nil : title
    }
    let note = activity.note.map(\.trimmed).flatMap(text)
    let parts = [title, note == title ? nil : note].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: "\n").filter { $0 != "\0" }
  }

  private func text(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func positive(_ number: Double?) -> Double? { number.flatMap { $0 > 0 ? $0 : nil } }

  private func whole(_ number: Double?) -> Int? {
    number.flatMap { Int(exactly: $0.rounded()) }
  }
}
