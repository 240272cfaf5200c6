import ArgumentParser
import CivilDay
import JournalStore

/// Logs a pain rating and what goes with it.
struct PainCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "pain",
    abstract: "Log how the nerve feels.",
    discussion: """
        $ nerve pain 4
        $ nerve pain 4 --back 2 --reach calf --side left --tingling
        $ nerve pain 3 --on yesterday --evening
        $ nerve pain 6 --saddle --bladder

      The number is the pain in the leg, 0 to 10. Rate it in the morning before \
      you run: only then can the next days be told apart. Without --morning or \
      --evening the clock decides, and for another day it stays unknown.

      With --weakness, --saddle, --bladder or both sides the card of 'nerve \
      redflags' comes first: it says when to go to an emergency department.
      """)

  @Argument(help: ArgumentHelp("Leg pain: 0 none to 10 the worst.", valueName: "pain"))
  var leg: String?

  @Option(help: ArgumentHelp("Back pain, 0 to 10.", valueName: "pain"))
  var back: String?

  @Option(help: "How far down it goes: back, buttock, thigh, knee, calf, foot or toes.")
  var reach: String?

  @Option(help: "The side: left, right or both.")
  var side: String?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Numbness.")
  var numbness: Bool?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Tingling or pins and needles.")
  var tingling: Bool?

  @Flag(inversion: .prefixedNo, exclusivity: .exclusive, help: "Weakness of the leg or foot.")
  var weakness: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .exclusive,
    help: "Numbness between the inner thighs, of the genitals or around the back passage.")
  var saddle: Bool?

  @Flag(
    name: [.customLong("bladder"), .customLong("bowel")], inversion: .prefixedNo,
    exclusivity: .exclusive, help: "New trouble with bladder or bowel.")
  var bladder: Bool?

  @Option(help: ArgumentHelp("Hours spent sitting.", valueName: "hours"))
  var sitting: String?

  @Option(help: ArgumentHelp("Hours slept.", valueName: "hours"))
  var sleep: String?

  @Option(help: "Stress, 0 to 10.")
  var stress: String?

  @Option(help: "Mood, 0 low to 10 high.")
  var mood: String?

  @Option(help: ArgumentHelp("What you took.", valueName: "text"))
  var medication: String?

  @Option(help: ArgumentHelp("When it was, such as 6:50 or 9:30pm.", valueName: "time"))
  var time: String?

  @OptionGroup var moment: MomentOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { entry.days }

  var signs: [String: SQLiteValue] {
    func flag(_ value: Bool?) -> SQLiteValue { .integer(value.map { $0 ? 1 : 0 }) }
    return [
      "numbness": flag(numbness), "tingling": flag(tingling), "weakness": flag(weakness),
      "saddle_numbness": flag(saddle), "bladder_or_bowel": flag(bladder),
      // A side that is none is refused later, and hides no other sign.
      "side": .text(side.flatMap { try? BodySide($0) }?.rawValue),
    ]
  }

  func run(in session: JournalSession) throws {
    let declared = try moment.declared()
    let day = try entry.days.day(in: session)
    let leg = try leg.map(RatingExpression.parse)
    let reach = try reach.map(Reach.init)
    _ = try side.map(BodySide.init)
    var values: [String: SQLiteValue] = [
      "day": .text(day.description), "leg_pain": .integer(leg),
      "back_pain": .integer(try back.map(RatingExpression.parse)),
      "reach": .integer(reach?.rawValue),
      "sitting_hours": .text(sitting.map(withPoint)), "sleep_hours": .text(sleep.map(withPoint)),
      "stress": .integer(try stress.map(RatingExpression.parse)),
      "mood": .integer(try mood.map(RatingExpression.parse)),
      "medication": .text(medication), "note": .text(entry.note),
    ]
    values.merge(signs) { $1 }
    guard values.count(where: { !$0.value.isNull }) > 1 else {
      throw UsageError("Say how it feels, from 0 to 10, such as: nerve pain 4")
    }
    let time = try time.map(ClockTime.init)
    values.merge(try session.timing(on: day, declared: declared, time: time)) { $1 }
    let logged = try session.log(Entry(.checkIn, values), command: "pain")
    try session.echoCheckIn(logged, on: day)
    try session.hintAtUndo()
  }
}

/// The number as the journal reads it: with a point for a decimal comma.
private func withPoint(_ number: String) -> String {
  String(number.map { $0 == "," ? "." : $0 })
}
