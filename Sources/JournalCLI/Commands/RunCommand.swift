import ArgumentParser
import CivilDay
import JournalStore

/// Logs a run.
struct RunCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Log a run.",
    discussion: """
        $ nerve run 8.2km 45:10 --rpe 6 --shoe pegasus
        $ nerve run 8.2 45:10 -e6 -s peg
        $ nerve run 5mi --on yesterday
        $ nerve run 1h05 5:45/km --before 2 --during 3 --after 2

      Give a distance (8.2km, 5mi), a duration (45:10, 50m) or both; a pace \
      (5:30/km) stands in for one of them. Without --shoe it is in the default \
      shoe, if you chose one with nerve shoe default.
      """)

  @Argument(
    help: ArgumentHelp("Distance, duration, or pace, in any order.", valueName: "distance|duration")
  )
  var measures: [String] = []

  @OptionGroup var options: RunOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { entry.days }

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(at: options.start, in: session)
    let shoe = try options.shoe.choice()
    let measures = try RunMeasures(self.measures, unit: session.preferences.unit)
    var values = try options.values(on: day, in: session)
    values["day"] = .text(day.description)
    values["distance_m"] = .real(measures.metres)
    values["duration_s"] = .real(measures.seconds)
    values["note"] = .text(try entry.note)
    let opened = try session.journal()
    let worn = try opened.wornShoe(shoe, on: day)
    values["footwear_id"] = .integer(worn.id)
    let logged = try session.log(Entry(.run, values), command: "run")
    guard let run = try opened.entry(logged.id, of: .run) else { return }
    var text = session.entryText
    text.defaultShoe = worn.isDefault ? run.text("footwear") : nil
    try session.confirm("Run: \(text.facts(of: run))", on: day, logged)
    let remarks = try worn.remarks + RunRemarks(on: run, of: day, in: opened, unit: text.unit).lines
    for line in remarks { try session.say(line) }
  }
}
