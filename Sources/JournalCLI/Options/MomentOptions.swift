import ArgumentParser
import CivilDay
import EntryInput
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation

/// Options that declare when a rating was made.
struct MomentOptions: ParsableArguments {
  @Flag(help: "Rated before the day's run, or before noon without one.")
  var morning = false

  @Flag(help: "Rated later than that.")
  var evening = false

  /// The moment that was declared, or `nil`.
  func declared() throws -> Moment? {
    guard !(morning && evening) else {
      throw UsageError("A rating is either of the morning or of the evening; leave one out.")
    }
    return morning ? .morning : evening ? .later : nil
  }
}

extension JournalSession {
  /// The moment of what is rated now, by the clock and today's runs.
  func momentNow() throws -> Moment {
    let hasRun = try !journalForTrial().runs(in: today...today).isEmpty
    return now.isMorning && !hasRun ? .morning : .later
  }

  /// The fields of a check-in on `day` that say when it was made.
  ///
  /// What is declared goes before the clock, and the clock tells nothing of
  /// another day.
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
    let isNow = day == today && time == nil && declared == nil
    var timing = Changes<CheckIn>()
    timing.set(\.time, to: time ?? (isNow ? now.timeOfDay : nil))
    timing.set(
      \.utcOffsetMinutes,
      to: isNow ? now.utcOffsetMinutes : time.flatMap { utcOffset(at: $0, on: day) })
    timing.set(\.moment, to: try declared ?? (isNow ? momentNow() : nil))
    return timing
  }

  /// Says what a check-in was understood as.
  ///
  /// - Parameters:
  ///   - id: The check-in.
  ///   - day: Its day.
  ///   - alsoDone: What was done with it, such as a mark of the day.
  /// - Throws: What reading the journal or writing throws.
  func echoCheckIn(_ id: Int, on day: Day, alsoDone: [String] = []) throws {
    let stored = try journal().entry(id, of: .checkIn)
    let moment = stored?.record(CheckIn.self)?.moment.map {
      $0 == .morning ? "rated in the morning" : "rated later in the day"
    }
    let told = [stored.map(entryText.facts), moment].compactMap(\.self) + alsoDone
    try echo("Check-in: \(told.filter { !$0.isEmpty }.joined(separator: ", "))", on: day, id: id)
  }
}
