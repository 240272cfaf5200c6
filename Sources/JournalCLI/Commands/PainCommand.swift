import ArgumentParser
import CivilDay
import JournalStore

/// Logs a pain rating and what goes with it.
struct PainCommand: JournalSubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "pain",
    abstract: "Log how the nerve feels.",
    discussion: """
        $ nerve pain 4
        $ nerve pain 4 --back 2 --reach calf --side left --tingling
        $ nerve pain 3 --on yesterday --evening

      The number is the pain in the leg, 0 to 10. Rate it in the morning before \
      you run: only then can the next days be told apart. Without --morning or \
      --evening the clock decides, and for another day it stays unknown.
      """)

  @Argument(help: ArgumentHelp("Leg pain: 0 none to 10 the worst.", valueName: "pain"))
  var leg: String?

  @OptionGroup var options: PainOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    // Before anything that can fail.
    if options.callsForHelp { try session.surroundings.output.write(RedFlags.card + "\n") }
    let day = try entry.days.day(in: session)
    let leg = try leg.map(RatingExpression.parse)
    var values = try options.values()
    values["leg_pain"] = .integer(leg)
    values["note"] = .text(entry.note)
    guard values.contains(where: { !["time", "moment"].contains($0.key) && !$0.value.isNull })
    else {
      throw UsageError("Say how it feels, from 0 to 10, such as: nerve pain 4")
    }
    values["day"] = .text(day.description)
    let isToday = day == session.today
    let opened = try session.journal()
    if isToday, values["time"] == nil, values["moment"] == nil {
      values["time"] = .text(session.now.clockTime)
      values["moment"] = .text(try momentNow(session))
    }
    // What the clock was ahead of UTC on another day is not known here.
    if isToday, values["time"] != nil {
      values["utc_offset_min"] = .integer(session.now.utcOffsetMinutes)
    }
    let logged = try opened.add(
      Entry(.checkIn, values), command: "pain", today: entry.days.latestDay(in: session))
    let stored = try opened.entry(logged.id, of: .checkIn)
    let moment = stored?.text("moment").map {
      $0 == "morning" ? "rated in the morning" : "rated later in the day"
    }
    let told = [stored.map(session.entryText.facts), moment].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: ", ")
    try session.confirm("Check-in: \(told)", on: day, logged)
  }

  /// When a rating made now belongs to, by the clock and today's runs.
  private func momentNow(_ session: JournalSession) throws -> String {
    let hasRun = try !session.journal().runs(in: session.today...session.today).isEmpty
    return session.now.isMorning && !hasRun ? "morning" : "later"
  }
}
