import ActivityFiles
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Translates activities of files into entries.
struct ActivityTranslator {
  /// The meaning of an activity for the journal.
  enum Meaning {
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

  private let context: CommandContext
  private let dayBoundaryMinutes: Int
  private let unknownSport: Sport?

  /// Creates a translator.
  ///
  /// - Parameters:
  ///   - session: The session with the clock and the day boundary.
  ///   - unknownSport: The sport of activities without a recognised one; `nil` skips
  ///     them.
  init(_ session: JournalSession, unknownSport: Sport?) {
    context = session.context
    dayBoundaryMinutes = session.preferences.dayBoundaryMinutes
    self.unknownSport = unknownSport
  }

  /// The meaning of `activity`, at `place` in its file.
  func meaning(of activity: ImportedActivity, at place: String?) -> Meaning {
    let sport = activity.sport.isOpen ? unknownSport ?? activity.sport : activity.sport
    var values: [String: SQLiteValue] = [:]
    let table: EntryTable
    switch sport {
    case .run: table = .run
    case .walk: (table, values["activity"]) = (.crossTraining, "walk")
    case .ride: (table, values["activity"]) = (.crossTraining, "bike")
    case .swim: (table, values["activity"]) = (.crossTraining, "swim")
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
    if case .text(let day) = moment["day"], let day = Day(day), day > context.now.day {
      return .unusable("Its day is in the future; log it with nerve run and --on DAY.")
    }
    values.merge(moment) { $1 }
    values["distance_m"] = .real(positive(activity.distanceM))
    values["duration_s"] = .real(
      positive(activity.movingSeconds) ?? positive(activity.elapsedSeconds))
    values["rpe"] = .real(activity.rpe)
    let note = note(of: activity)
    let kept = note?.unicodeScalars.prefix(Self.longestNote)
    values["note"] = .text(kept.map { String(String.UnicodeScalarView($0)) })
    if table == .run {
      values["ascent_m"] = .real(activity.ascentM)
      values["descent_m"] = .real(activity.descentM)
      values["steps"] = .integer(whole(positive(activity.steps)))
      values["heart_rate_avg"] = .integer(whole(activity.heartRateAverage))
      values["heart_rate_max"] = .integer(whole(activity.heartRateMaximum))
      values["cadence_spm"] = .real(activity.cadence)
    }
    var entry = ImportableActivity(
      Entry(table, values.given), fingerprint: activity.fingerprint.description)
    entry.elapsedSeconds = positive(activity.elapsedSeconds)
    entry.shoe = table == .run ? activity.gear.map(InputText.trimmed).flatMap(text) : nil
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

  /// The day, the clock time and the offset of a start.
  ///
  /// The local time decides. If there is only UTC, the rules of the computer's time
  /// zone convert it.
  private func moment(of start: ActivityStart) -> [String: SQLiteValue]? {
    guard let local = start.localSeconds else {
      guard let utc = start.utcSeconds, isPlausible(utc) else { return nil }
      var moment = context.localMoment(utc)
      moment.dayBoundaryMinutes = dayBoundaryMinutes
      return [
        "day": .text(moment.journalDay.description), "start_time": .text(moment.clockTime),
        "utc_offset_min": .integer(moment.utcOffsetMinutes),
      ]
    }
    guard isPlausible(local) else { return nil }
    let second = (local % 86_400 + 86_400) % 86_400
    let date = Day(daysSince1970: (local - second) / 86_400)
    let offset = start.utcOffsetMinutes ?? context.utcOffset(date, second)
    var moment = LocalMoment(day: date, secondOfDay: second, utcOffsetMinutes: offset ?? 0)
    moment.dayBoundaryMinutes = dayBoundaryMinutes
    return [
      "day": .text(moment.journalDay.description), "start_time": .text(moment.clockTime),
      "utc_offset_min": .integer(offset),
    ]
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
    let title = activity.title.map(InputText.trimmed).flatMap(text).flatMap { title in
      Sport.isOnlyName(title) ? nil : title
    }
    let note = activity.note.map(InputText.trimmed).flatMap(text)
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
