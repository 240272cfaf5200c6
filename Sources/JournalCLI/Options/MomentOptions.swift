import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Presentation

/// Options that give the moment of a rating.
struct MomentOptions: ParsableArguments {
  @Flag(help: "Rated before the day's run, or before noon if there is none.")
  var morning = false

  @Flag(help: "Rated any time after that.")
  var evening = false

  /// Returns the given moment, or `nil`.
  func declared() throws -> PainRating.Moment? {
    guard !(morning && evening) else {
      throw UsageError("Use --morning or --evening, not both.")
    }
    return morning ? .morning : evening ? .later : nil
  }
}

extension JournalSession {
  /// Returns the moment of a rating made now, by the clock and today's runs.
  func momentNow() throws -> PainRating.Moment {
    let hasRun = try !journalForTrial().runs(in: today...today).isEmpty
    return now.isMorning && !hasRun ? .morning : .later
  }

  /// Returns the fields of a check-in on `day` that describe its time.
  ///
  /// A given moment overrides the clock, and the clock is no guide to another day.
  ///
  /// - Parameters:
  ///   - day: The day of the check-in.
  ///   - declared: The given moment, if any.
  ///   - time: The given clock time, if any.
  /// - Returns: `time`, `utc_offset_min` and `moment`, as far as they are known.
  /// - Throws: Any error of reading the journal.
  func timing(
    on day: Day, declared: PainRating.Moment?, time: ClockTime? = nil
  ) throws -> [String: SQLiteValue] {
    let isNow = day == today && time == nil && declared == nil
    let clockTime = time.map(\.description) ?? (isNow ? now.clockTime : nil)
    let moment = try declared ?? (isNow ? momentNow() : nil)
    return [
      "time": .text(clockTime),
      "utc_offset_min": .integer(
        isNow ? now.utcOffsetMinutes : time.flatMap { utcOffset(at: $0, on: day) }),
      "moment": .text(moment?.rawValue),
    ]
  }

  /// Echoes a check-in as it was understood.
  ///
  /// - Parameters:
  ///   - id: The id of the check-in.
  ///   - day: Its day.
  ///   - alsoDone: Other parts of the same action, such as a mark of the day.
  /// - Throws: Any error of reading the journal or writing.
  func echoCheckIn(_ id: Int, on day: Day, alsoDone: [String] = []) throws {
    let stored = try journal().entry(id, of: .checkIn)
    let moment = stored?.text("moment").flatMap(PainRating.Moment.init).map {
      $0 == .morning ? "rated in the morning" : "rated in the evening"
    }
    let told = [stored.map(entryText.facts), moment].compactMap(\.self) + alsoDone
    try echo("Check-in: \(told.filter { !$0.isEmpty }.joined(separator: ", "))", on: day, id: id)
  }
}
