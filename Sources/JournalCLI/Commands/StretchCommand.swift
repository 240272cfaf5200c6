import ArgumentParser
import CivilDay
import JournalStore

/// Logs a stretch, nerve glide, strength or mobility exercise.
struct StretchCommand: JournalSubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "stretch",
    abstract: "Log a stretch or another exercise.",
    discussion: """
        $ nerve stretch piriformis 3x30s
        $ nerve stretch bridge 3x12 --on yesterday
        $ nerve stretch wall sit 3x45s --new --kind strength
      """)

  @Argument(
    help: ArgumentHelp(
      "The exercise, by its name or the start of it, and how much: 3x30s, 3x12, 2x1m or 10m.",
      valueName: "exercise"))
  var words: [String]

  @Option(help: "The side: left, right or both.")
  var side: String?

  @Flag(help: "Add the exercise to the catalogue.")
  var new = false

  @Option(help: "The kind of a new exercise: stretch, nerve_glide, strength or mobility.")
  var kind = "stretch"

  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(in: session)
    let words = try entry.explainingNote { try StretchWords(self.words, needsExercise: true) }
    let side = try side.map(BodySide.init)
    let opened = try session.journal()
    let name = new ? words.exercise : try opened.exercise(called: words.exercise)
    var entries = [
      Entry(
        .stretch,
        [
          "day": .text(day.description), "exercise": .text(name),
          "sets": .integer(words.amount?.sets), "reps": .integer(words.amount?.repetitions),
          "hold_s": .real(words.amount?.holdSeconds.map(Double.init)),
          "side": .text(side?.rawValue), "note": .text(entry.note),
        ])
    ]
    if new {
      entries.insert(Entry(.exercise, ["name": .text(words.exercise), "kind": .text(kind)]), at: 0)
    }
    let logged = try opened.add(
      entries, command: "stretch", today: entry.days.latestDay(in: session))
    let told = try opened.entry(logged.id, of: .stretch).map(session.entryText.facts) ?? ""
    try session.confirm("Stretch: \(told)", on: day, logged)
  }
}
