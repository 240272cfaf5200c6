import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a check-in.
struct EditPain: DatedEntryEditing, SignDeclaring {
  static let table = EntryTable.checkIn
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

  static let clearable: KeyValuePairs = [
    "leg": ["leg_pain"], "back": ["back_pain"], "reach": ["reach"], "side": ["side"],
    "numbness": ["numbness"], "tingling": ["tingling"], "weakness": ["weakness"],
    "saddle": ["saddle_numbness"], "bladder": ["bladder_or_bowel"],
    "sitting": ["sitting_hours"], "sleep": ["sleep_hours"], "stress": ["stress"],
    "mood": ["mood"], "medication": ["medication"], "time": ["time"], "morning": ["moment"],
    "evening": ["moment"], "note": ["note"],
  ]

  @Argument(
    help: ArgumentHelp(
      "Id of the check-in, then leg pain, 0 to 10, how far down it goes and the side.",
      valueName: "id|pain|place|side"), completion: .painWords)
  var words: [String] = []

  @Option(help: ArgumentHelp("Leg pain, 0 to 10.", valueName: "pain"))
  var leg: String?

  @OptionGroup var options: PainOptions
  @OptionGroup var edit: EditOptions

  var signs: [String: SQLiteValue] { options.signs(beside: words) }

  func values(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> [String: SQLiteValue] {
    let told = try PainWords(words, options: CommandPath(["pain"]).options.names)
    guard told.leg == nil || leg == nil else {
      throw UsageError("The leg pain is given twice; remove --leg.")
    }
    var fields = try options.values(beside: told)
    if let moment = try options.moment.declared() { fields["moment"] = .text(moment.rawValue) }
    if let time = options.time { fields["time"] = .text(try ClockTime(time).description) }
    if let leg { fields["leg_pain"] = .integer(try RatingExpression.parse(leg)) }
    return fields
  }

  func completed(
    _ changes: [String: SQLiteValue], of entry: StoredEntry, in session: JournalSession
  ) -> [String: SQLiteValue] {
    var changes = changes
    let isMoved = changes["day"].map { $0 != entry.values["day"] } ?? false
    // A time from the clock is when the check-in was typed. It means nothing on
    // another day, or once the moment is given. So --time alone clears the moment,
    // and --morning alone clears the time.
    let isStamped = ["utc_offset_min", "time", "moment"].allSatisfy { entry.values[$0] != nil }
    if isStamped, isMoved || changes["moment"] != nil, changes["time"] == nil {
      changes["time"] = .null
    }
    if changes["time"] != nil, changes["moment"] == nil {
      changes["moment"] = .null
    }
    return withOffset(changes, of: entry, in: session)
  }
}
