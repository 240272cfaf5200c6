import ArgumentParser
import CivilDay
import JournalStore

/// Logs a stretch, nerve glide, strength or mobility exercise.
struct StretchCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "stretch",
    abstract: "Log a stretch or another exercise.",
    discussion: """
        $ nerve stretch piriformis 3x30s
        $ nerve stretch bridge 3x12 --on yesterday
        $ nerve stretch foam roller 10m --run last
        $ nerve stretch wall sit 3x45s --new --kind strength

      nerve exercise list shows the catalogue.
      """)

  @Argument(
    help: ArgumentHelp(
      "The exercise, by its name or the start of it, and how much: 3x30s, 3x12, 2x1m, or 10m for "
        + "the whole time.",
      valueName: "exercise"), completion: .exercises)
  var words: [String]

  @OptionGroup var options: StretchOptions

  @Flag(help: "Add the exercise to the catalogue.")
  var new = false

  @Option(
    help: "The kind of a new exercise: stretch, nerve_glide, strength or mobility.",
    completion: .cases(of: ExerciseKind.self))
  var kind = ExerciseKind.stretch.rawValue

  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { entry.days }

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(at: options.time, in: session)
    let words = try StretchWords(self.words, needsExercise: true)
    let kind = try ExerciseKind(kind)
    var values = try options.values(on: day, in: session)
    values["day"] = .text(day.description)
    values["sets"] = .integer(words.amount?.sets)
    values["reps"] = .integer(words.amount?.repetitions)
    values["hold_s"] = .real(words.amount?.holdSeconds.map(Double.init))
    values["duration_s"] = .real(words.amount?.durationSeconds.map(Double.init))
    values["note"] = .text(try entry.note)
    let opened = try session.journal()
    let name = new ? words.exercise : try opened.exercise(called: words.exercise)
    values["exercise"] = .text(name)
    var entries = [Entry(.stretch, values)]
    if new {
      entries.insert(
        Entry(.exercise, ["name": .text(name), "kind": .text(kind.rawValue)]), at: 0)
    }
    let logged = try session.log(entries, command: "stretch")
    let told = try opened.entry(logged.id, of: .stretch).map(session.entryText.facts) ?? ""
    try session.confirm("Stretch: \(told)", on: day, logged)
  }
}
