import ArgumentParser
import CivilDay
import JournalStore

/// Options of every command that logs something.
struct EntryOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The day: today, yesterday, mon, 'last sat', -2d, 2026-02-03, '7 feb'.", valueName: "day"))
  var on: String?

  @Option(help: ArgumentHelp("A note, up to 10,000 characters.", valueName: "text"))
  var note: String?

  @Flag(help: "Allow a day that is still to come.")
  var force = false

  /// The day that the entry is for.
  func day(_ surroundings: Surroundings) throws -> Day {
    let today = surroundings.now.journalDay
    guard let on else { return today }
    return try DayExpression.parse(on, today: today, allowingFuture: force)
  }

  /// The last day that an entry may have, or `nil` if any may.
  func latestDay(_ surroundings: Surroundings) -> Day? {
    force ? nil : surroundings.now.journalDay
  }
}

/// Says on the output what was logged and how to take it back.
///
/// - Parameters:
///   - what: What was understood, such as "run: 8.2 km".
///   - day: Its day.
///   - logged: Its id.
///   - surroundings: Where to say it.
/// - Throws: What writing throws.
func confirm(
  _ what: String, on day: Day, _ logged: Logged, _ surroundings: Surroundings
) throws {
  let when = spoken(day, today: surroundings.now.journalDay)
  try surroundings.output.write(
    "\(DisplayText.visible(what)) on \(when)  [\(logged.id)]\n")
  try surroundings.say("Not right? Take it back with: nerve undo")
}
