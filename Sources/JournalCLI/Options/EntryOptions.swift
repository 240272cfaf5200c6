import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import Platform

/// The day of what a command logs.
struct DayOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The day: today, yesterday, mon, 'last sat', -2d, 2026-02-03, '7 feb'.", valueName: "day"),
    completion: .days)
  var on: String?

  @OptionGroup var dialogue: DialogueOptions

  /// The day that is meant.
  ///
  /// A night belongs to the day before, but a date that is written out is that
  /// date: after midnight the calendar's day has come too.
  ///
  /// - Throws: ``InputError``, or ``Refusal`` if a day to come is not meant.
  func day(in session: JournalSession) throws -> Day {
    try on.map { try day(named: $0, in: session) } ?? session.today
  }

  /// The day that is meant of something at a clock time.
  ///
  /// Without a day the time is the latest one by the clock, so that 0:15 told in
  /// the morning belongs to the day before, as it would have at the time.
  ///
  /// - Parameters:
  ///   - time: The clock time as it was typed, if it was.
  ///   - session: The session, whose clock and day boundary hold.
  /// - Returns: The day.
  /// - Throws: ``InputError``, or ``Refusal`` if a day to come is not meant.
  func day(at time: String?, in session: JournalSession) throws -> Day {
    let day = try day(in: session)
    let boundary = session.preferences.dayBoundaryMinutes
    guard on == nil, let time = time.flatMap({ try? ClockTime($0) }),
      time.hour * 60 + time.minute < boundary, session.now.secondOfDay >= boundary * 60
    else { return day }
    return session.now.dayBefore
  }

  /// The day that `text` names; one to come only if that is forced.
  func day(named text: String, in session: JournalSession) throws -> Day {
    let day = try DayExpression.parse(text, today: session.today, allowingFuture: true)
    try session.allow(day, named: text)
    return day
  }
}

/// Options of every command that logs something.
struct EntryOptions: ParsableArguments {
  @OptionGroup var days: DayOptions

  @Option(
    name: .customLong("note"),
    help: ArgumentHelp(
      "A note, up to 10,000 characters; - reads it from standard input.", valueName: "text"))
  var typedNote: String?

  /// The note.
  ///
  /// It is asked for once: what comes from standard input is read only once.
  ///
  /// - Throws: ``FileError`` if it cannot be read.
  var note: String? { get throws { try typedNote.flatMap(NoteText.read) } }
}
