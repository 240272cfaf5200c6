import ArgumentParser
import CivilDay
import EntryInput
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation

/// Options that give the moment of a rating.
struct MomentOptions: ParsableArguments {
  @Flag(help: "Rated before the day's run, or before noon if there is none.")
  var morning = false

  @Flag(help: "Rated any time after that.")
  var evening = false

  /// Returns the given moment, or `nil`.
  func declared() throws -> Moment? {
    guard !(morning && evening) else {
      throw UsageError("Use --morning or --evening, not both.")
    }
    return morning ? .morning : evening ? .later : nil
  }
}

extension JournalSession {
  /// Returns the moment of a rating made now, by the clock and today's runs; `nil` if it
  /// is unknown whether a run came before a line of a file.
  func momentNow() throws -> Moment? {
    guard now.isMorning else { return .later }
    let journal = try journalForTrial()
    guard let line else { return try journal.runs(in: today...today).isEmpty ? .morning : .later }
    return try journal.hasRun(on: today, before: line.mark).map { $0 ? .later : .morning }
  }

  /// Returns the fields of a check-in on `day` that describe its time.
  ///
  /// A given moment overrides the clock, and the clock is no guide to another day.
  ///
  /// - Parameters:
  ///   - day: The day that is rated.
  ///   - declared: The moment that was declared, if one was.
  ///   - time: The clock time that was given, if one was.
  /// - Returns: The time, what it was ahead of UTC and the moment; each is mentioned.
  /// - Throws: What reading the journal throws.
  func timing(
    on day: Day, declared: Moment?, time: TimeOfDay? = nil
  ) throws -> Changes<CheckIn> {
    let isNow = day == today && time == nil && declared == nil && knowsTime
    var timing = Changes<CheckIn>()
    timing.set(\.time, to: time ?? (isNow ? now.timeOfDay : nil))
    timing.set(
      \.utcOffsetMinutes,
      to: isNow ? offsetNow : time.flatMap { utcOffset(at: $0, on: day) })
    timing.set(\.moment, to: try declared ?? (isNow ? momentNow() : nil))
    return timing
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
    let moment = stored?.record(CheckIn.self)?.moment.map {
      $0 == .morning ? "rated in the morning" : "rated in the evening"
    }
    let told = [stored.map(entryText.facts), moment].compactMap(\.self) + alsoDone
    try echo("Check-in: \(told.filter { !$0.isEmpty }.joined(separator: ", "))", on: day, id: id)
  }
}
