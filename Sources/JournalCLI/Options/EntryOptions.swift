import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import Platform

/// The day of an entry.
struct DayOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Day, such as today, yesterday, mon, 'last sat', -2d, 2026-02-03 or '7 feb'.",
      valueName: "day"),
    completion: .days)
  var on: String?

  @OptionGroup var dialogue: DialogueOptions

  /// Returns the day of the entry.
  ///
  /// The night belongs to the day before, but a date typed in full is that date:
  /// after midnight it has begun in the calendar.
  ///
  /// - Throws: ``InputError``, or ``Refusal`` if the user rejects a future day.
  func day(in session: JournalSession) throws -> Day {
    try on.map { try day(named: $0, in: session) } ?? session.today
  }

  /// Returns the day of an entry at a clock time.
  ///
  /// Without a day, the time is the latest one by the clock: 0:15 typed in the
  /// morning belongs to the day before, as it would have done at 0:15.
  ///
  /// - Parameters:
  ///   - time: The clock time as typed, if any.
  ///   - session: The session, for its clock and day boundary.
  /// - Returns: The day.
  /// - Throws: ``InputError``, or ``Refusal`` if the user rejects a future day.
  func day(at time: String?, in session: JournalSession) throws -> Day {
    let day = try day(in: session)
    let boundary = session.preferences.dayBoundaryMinutes
    guard on == nil, let time = time.flatMap({ try? ClockTime($0) }),
      time.hour * 60 + time.minute < boundary, session.now.secondOfDay >= boundary * 60
    else { return day }
    return session.now.dayBefore
  }

  /// Returns the day that `text` names; a future day only if the user confirms it.
  func day(named text: String, in session: JournalSession) throws -> Day {
    let day = try DayExpression.parse(text, today: session.today, allowingFuture: true)
    try session.allow(day, named: text)
    return day
  }
}

/// Options of every command that logs an entry.
struct EntryOptions: ParsableArguments {
  @OptionGroup var days: DayOptions

  @Option(
    name: .customLong("note"),
    help: ArgumentHelp(
      "Note of up to 10,000 characters; - reads it from standard input.", valueName: "text"))
  var typedNote: String?

  /// The note.
  ///
  /// Read it only once: standard input does not come twice.
  ///
  /// - Throws: ``FileError`` if it cannot be read.
  var note: String? { get throws { try typedNote.flatMap(NoteText.read) } }
}
