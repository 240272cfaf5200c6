import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Logs a pain rating and other symptoms.
struct PainCommand: EntrySubcommand, SignDeclaring {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "pain",
    abstract: "Log how the nerve feels.",
    discussion: """
        $ nerve pain 4
        $ nerve pain 4 left calf
        $ nerve pain 4 --back 2 --reach calf --side left --tingling
        $ nerve pain 3 --on yesterday --evening
        $ nerve pain 6 --saddle --bladder

      The number is leg pain, 0 to 10. Add how far down it goes and the side, in \
      full or by their first letters (4 l ca). Rate it in the morning, before you \
      run, so that days compare fairly. Without --morning or --evening the clock \
      decides; for another day the moment is unknown.

      With --weakness, --saddle, --bladder or both sides, the card of 'nerve \
      redflags' comes first: it says when to go to an emergency department.
      """)

  @Argument(
    help: ArgumentHelp(
      "Leg pain, 0 (none) to 10 (the worst); how far down, from buttock to toes; the side.",
      valueName: "pain|place|side"), completion: .painWords)
  var words: [String] = []

  @OptionGroup var options: PainOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { entry.days }

  var signs: Changes<CheckIn> { options.signs(beside: words) }

  /// Known once: a file can have a thousand ratings.
  private static let optionNames = CommandPath(["pain"]).options.names

  func run(in session: JournalSession) throws {
    let declared = try options.moment.declared()
    let day = try entry.days.day(at: options.time, in: session)
    var checkIn = try options.changes(
      beside: try PainWords(words, options: Self.optionNames))
    checkIn[\.note] = try entry.note
    guard !checkIn.isEmpty else {
      throw UsageError("Give a rating from 0 to 10, as in: nerve pain 4")
    }
    checkIn[\.day] = day
    if !checkIn.mentions(\.note) { checkIn.clear(\.note) }
    let time = try options.time.flatMap { try ClockTime($0).timeOfDay }
    checkIn.merge(try session.timing(on: day, declared: declared, time: time))
    let logged = try session.log(Entry(checkIn), command: "pain")
    try session.echoCheckIn(logged.id, on: day)
    try session.hintAtUndo()
    if RedFlags.areDeclared(by: checkIn) { try session.offerToStopTrial(because: "red flag") }
  }
}
