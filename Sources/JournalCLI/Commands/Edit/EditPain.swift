import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a check-in.
struct EditPain: DatedEntryEditing, SignDeclaring {
  typealias Record = CheckIn

  static let configuration = CommandConfiguration(
    commandName: "pain",
    abstract: "Change a check-in.",
    discussion: """
        $ nerve edit pain --leg 5
        $ nerve edit pain 12 --back 2 --reach calf
        $ nerve edit pain 12 right foot
        $ nerve edit pain --on yesterday

      Without an id it changes the check-in that was logged last. On another day \
      the time that the clock stamped on it is unknown; --time, --morning or \
      --evening tell it.
      """,
    aliases: ["check-in", "checkin", "check_in"])

  @Argument(
    help: ArgumentHelp(
      "The check-in's id, and after it the leg pain, 0 to 10, how far down it goes and the side.",
      valueName: "id|pain|place|side"), completion: .painWords)
  var words: [String] = []

  @Option(help: ArgumentHelp("Leg pain, 0 to 10.", valueName: "pain"))
  var leg: String?

  @OptionGroup var options: PainOptions
  @OptionGroup var edit: EditOptions

  var signs: Changes<CheckIn> { options.signs(beside: words) }

  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<CheckIn> {
    let told = try PainWords(words, options: CommandPath(["pain"]).options.names)
    guard told.leg == nil || leg == nil else {
      throw UsageError("A check-in has one leg pain; give its id and the pain, or use --leg.")
    }
    var changes = try options.changes(beside: told)
    if let moment = try options.moment.declared() { changes[\.moment] = moment }
    if let time = options.time { changes[\.time] = try ClockTime(time).timeOfDay }
    if let leg { changes[\.legPain] = Rating(try RatingExpression.parse(leg)) }
    return changes
  }

  func completed(
    _ changes: Changes<CheckIn>, of checkIn: CheckIn, in session: JournalSession
  ) -> Changes<CheckIn> {
    var changes = changes
    let isMoved = changes[\.day].map { $0 != checkIn.day } ?? false
    // Stamped by the clock, the time is that of the typing: it tells nothing of
    // another day, nor of when a rating was that is said to be of the morning.
    // With --time alone no moment is kept, with --morning alone no time.
    let isStamped =
      checkIn.utcOffsetMinutes != nil && checkIn.time != nil && checkIn.moment != nil
    if isStamped, isMoved || changes.mentions(\.moment), !changes.mentions(\.time) {
      changes.clear(\.time)
    }
    if changes.mentions(\.time), !changes.mentions(\.moment) { changes.clear(\.moment) }
    return withOffset(changes, of: checkIn, in: session)
  }
}
