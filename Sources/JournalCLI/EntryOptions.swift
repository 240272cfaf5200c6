import ArgumentParser
import CivilDay
import JournalStore

/// The day of what a command logs.
struct DayOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The day: today, yesterday, mon, 'last sat', -2d, 2026-02-03, '7 feb'.", valueName: "day"))
  var on: String?

  @Flag(help: "Allow a day that is still to come.")
  var force = false

  /// The day that is meant.
  ///
  /// A night belongs to the day before, but a date that is written out is that
  /// date: after midnight the calendar's day has come too.
  func day(_ surroundings: Surroundings) throws -> Day {
    let today = surroundings.now.journalDay
    guard let on else { return today }
    let day = try DayExpression.parse(on, today: today, allowingFuture: true)
    guard force || day <= surroundings.now.day else { throw InputError.futureDay(day) }
    return day
  }

  /// The last day that an entry may have, or `nil` if any may.
  func latestDay(_ surroundings: Surroundings) -> Day? {
    force ? nil : surroundings.now.day
  }
}

/// Options of every command that logs something.
struct EntryOptions: ParsableArguments {
  @OptionGroup var days: DayOptions

  @Option(help: ArgumentHelp("A note, up to 10,000 characters.", valueName: "text"))
  var note: String?
}

extension JournalOptions {
  /// Says on the output what was logged, and how to take it back.
  ///
  /// - Parameters:
  ///   - what: What was understood, such as "Run: 8.2 km".
  ///   - day: Its day.
  ///   - logged: Its id.
  ///   - surroundings: Where to say it.
  /// - Throws: What writing throws.
  func confirm(
    _ what: String, on day: Day, _ logged: Logged, _ surroundings: Surroundings
  ) throws {
    let when = spoken(day, today: surroundings.now.journalDay)
    try surroundings.output.write("\(DisplayText.visible(what)) on \(when)  [\(logged.id)]\n")
    try hintAtUndo(surroundings)
  }
}
