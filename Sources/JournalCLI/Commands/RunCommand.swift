import ArgumentParser
import CivilDay
import JournalStore

/// Logs a run.
struct RunCommand: JournalSubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Log a run.",
    discussion: """
        $ nerve run 8.2km 45:10 --rpe 6 --shoe pegasus
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

  @Option(help: ArgumentHelp("Effort of the whole run, CR-10: 0 rest to 10 all you have."))
  var rpe: String?

  @OptionGroup var shoe: ShoeOptions

  @Option(help: ArgumentHelp("When it began, such as 17:30 or 7am.", valueName: "time"))
  var start: String?

  @Option(
    help: "The ground: road, path, trail, grass, track, treadmill, sand or mixed.")
  var surface: String?

  @Option(help: ArgumentHelp("Metres climbed.", valueName: "metres"))
  var ascent: String?

  @Option(help: ArgumentHelp("Mean heart rate.", valueName: "bpm"))
  var heartRate: String?

  @Option(help: ArgumentHelp("Mean cadence, both feet.", valueName: "steps/min"))
  var cadence: String?

  @Option(help: "A change of form that you tried: cadence, stride, posture or other.")
  var form: String?

  @Option(help: ArgumentHelp("Leg pain before, 0 to 10.", valueName: "pain"))
  var before: String?

  @Option(help: ArgumentHelp("Worst leg pain during, 0 to 10.", valueName: "pain"))
  var during: String?

  @Option(help: ArgumentHelp("Leg pain after, 0 to 10.", valueName: "pain"))
  var after: String?

  @Option(help: ArgumentHelp("Mood after, 0 to 10.", valueName: "mood"))
  var mood: String?

  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(in: session)
    let shoe = try shoe.choice()
    let measures = try entry.explainingNote {
      try RunMeasures(self.measures, unit: session.preferences.unit)
    }
    var values: [String: SQLiteValue] = [
      "day": .text(day.description), "distance_m": .real(measures.metres),
      "duration_s": .real(measures.seconds),
      "rpe": .real(try rpe.map(ExertionExpression.parse)),
      "pain_before": .integer(try before.map(RatingExpression.parse)),
      "pain_during": .integer(try during.map(RatingExpression.parse)),
      "pain_after": .integer(try after.map(RatingExpression.parse)),
      "mood_after": .integer(try mood.map(RatingExpression.parse)),
      "surface": .text(surface), "form_change": .text(form), "ascent_m": .text(ascent),
      "heart_rate_avg": .text(heartRate), "cadence_spm": .text(cadence),
      "note": .text(entry.note),
    ]
    if let start {
      values.merge(try session.clockTime(start, in: "start_time", on: day)) { $1 }
    }
    let opened = try session.journal()
    let worn = try opened.wornShoe(shoe, on: day)
    values["footwear_id"] = .integer(worn.id)
    let logged = try opened.add(
      Entry(.run, values), command: "run", today: entry.days.latestDay(in: session))
    guard let run = try opened.entry(logged.id, of: .run) else { return }
    var text = session.entryText
    text.defaultShoe = worn.isDefault ? run.text("footwear") : nil
    try session.confirm("Run: \(text.facts(of: run))", on: day, logged)
    let remarks = try worn.remarks + RunRemarks(on: run, in: opened, unit: text.unit).lines
    for line in remarks { try session.surroundings.say(line) }
  }
}
