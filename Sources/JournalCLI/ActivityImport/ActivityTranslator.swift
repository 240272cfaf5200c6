import ActivityFiles
import CivilDay
import JournalStore

/// Puts activities of files into the terms of the journal.
struct ActivityTranslator {
  /// What an activity is to the journal.
  enum Meaning {
    /// A run, or a session of cross-training.
    case entry(ImportableActivity)
    /// A sport that the journal does not keep.
    case otherSport(String)
    /// The file does not say what was done.
    case unknownSport
    /// The file says what was done in a word that is not known.
    case unrecognisedSport(String)
    /// It cannot be kept, for a reason in one sentence.
    case unusable(String)
  }

  private let surroundings: Surroundings
  private let dayBoundaryMinutes: Int
  private let unknownSport: Sport?

  /// Creates a translator.
  ///
  /// - Parameters:
  ///   - session: Whose clock and day boundary hold.
  ///   - unknownSport: What activities are whose file does not say, or not in a
  ///     word that is known; `nil` leaves them out.
  init(_ session: JournalSession, unknownSport: Sport?) {
    surroundings = session.surroundings
    dayBoundaryMinutes = session.preferences.dayBoundaryMinutes
    self.unknownSport = unknownSport
  }

  /// What `activity`, which stands at `place` of its file, is to the journal.
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
          ? "Its time cannot be read; type it with nerve run and --on DAY."
          : "It does not say when it was; type it with nerve run and --on DAY.")
    }
    values.merge(moment) { $1 }
    values["distance_m"] = .real(positive(activity.distanceM))
    values["duration_s"] = .real(
      positive(activity.movingSeconds) ?? positive(activity.elapsedSeconds))
    values["rpe"] = .real(activity.rpe)
    values["note"] = .text(note(of: activity))
    if table == .run {
      values["ascent_m"] = .real(activity.ascentM)
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
    return .entry(entry)
  }

  /// The day, the clock time and the offset of a start.
  ///
  /// The clock on the wall decides. Where only UTC is told, the rules of the
  /// computer's zone tell what the clock showed then.
  private func moment(of start: ActivityStart) -> [String: SQLiteValue]? {
    guard let local = start.localSeconds else {
      guard let utc = start.utcSeconds, isPlausible(utc) else { return nil }
      var moment = surroundings.localMoment(utc)
      moment.dayBoundaryMinutes = dayBoundaryMinutes
      return [
        "day": .text(moment.journalDay.description), "start_time": .text(moment.clockTime),
        "utc_offset_min": .integer(moment.utcOffsetMinutes),
      ]
    }
    guard isPlausible(local) else { return nil }
    let second = (local % 86_400 + 86_400) % 86_400
    let date = Day(daysSince1970: (local - second) / 86_400)
    let offset = start.utcOffsetMinutes ?? surroundings.utcOffset(date, second)
    var moment = LocalMoment(day: date, secondOfDay: second, utcOffsetMinutes: offset ?? 0)
    moment.dayBoundaryMinutes = dayBoundaryMinutes
    return [
      "day": .text(moment.journalDay.description), "start_time": .text(moment.clockTime),
      "utc_offset_min": .integer(offset),
    ]
  }

  /// Whether a time lies in the years that the calendar of the journal has.
  private func isPlausible(_ seconds: Int) -> Bool {
    (-2_208_988_800..<7_258_118_400).contains(seconds)
  }

  /// What was written about it; its name too, unless that only says what was done,
  /// as services call it: Morning Run.
  private func note(of activity: ImportedActivity) -> String? {
    let title = activity.title.map(InputText.trimmed).flatMap(text).flatMap { title in
      Sport.isOnlyName(title) ? nil : title
    }
    let note = activity.note.map(InputText.trimmed).flatMap(text)
    let parts = [title, note == title ? nil : note].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let whole = parts.joined(separator: "\n").filter { $0 != "\0" }
    return String(String.UnicodeScalarView(whole.unicodeScalars.prefix(10_000)))
  }

  private func text(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func positive(_ number: Double?) -> Double? { number.flatMap { $0 > 0 ? $0 : nil } }

  private func whole(_ number: Double?) -> Int? {
    number.flatMap { Int(exactly: $0.rounded()) }
  }
}
