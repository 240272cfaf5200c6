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

      Without an id, changes the latest check-in. Moving a check-in to another \
      day clears the time that the clock gave it; set one with --time, --morning \
      or --evening.
      """,
    aliases: ["check-in", "checkin", "check_in"])

  @Argument(
    help: ArgumentHelp(
      "Id of the check-in, then leg pain, 0 to 10, how far down it goes and the side.",
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
      throw UsageError("The leg pain is given twice; remove --leg.")
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
    // A time from the clock is when the check-in was typed. It means nothing on
    // another day, or once the moment is given. So --time alone clears the moment,
    // and --morning alone clears the time.
    let isStamped =
      checkIn.utcOffsetMinutes != nil && checkIn.time != nil && checkIn.moment != nil
    if isStamped, isMoved || changes.mentions(\.moment), !changes.mentions(\.time) {
      changes.clear(\.time)
    }
    if changes.mentions(\.time), !changes.mentions(\.moment) { changes.clear(\.moment) }
    return withOffset(changes, of: checkIn, in: session)
  }
}
