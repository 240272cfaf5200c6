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
        $ nerve stretch foam roller 10m --run last
        $ nerve stretch wall sit 3x45s --new --kind strength

      nerve exercise list shows the catalogue.
      """)

  @OptionGroup var stretch: StretchOptions

  @Flag(help: "Add the exercise to the catalogue.")
  var new = false

  @Option(help: "The kind of a new exercise: stretch, nerve_glide, strength or mobility.")
  var kind = ExerciseKind.stretch.rawValue

  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(in: session)
    guard let exercise = stretch.exercise else {
      throw UsageError("Say which exercise it was, such as: nerve stretch piriformis 3x30s")
    }
    let kind = try ExerciseKind(kind)
    var values = try entry.explainingNote { try stretch.values(on: day, in: session) }
    values["day"] = .text(day.description)
    values["note"] = .text(entry.note)
    let opened = try session.journal()
    var entries: [Entry] = []
    if new {
      entries.append(
        Entry(.exercise, ["name": .text(exercise), "kind": .text(kind.rawValue)]))
    }
    values["exercise"] = .text(new ? exercise : try opened.exercise(called: exercise))
    entries.append(Entry(.stretch, values))
    let logged = try opened.add(
      entries, command: "stretch", today: entry.days.latestDay(in: session))
    let told = try opened.entry(logged.id, of: .stretch).map(session.entryText.facts) ?? ""
    try session.confirm("Stretch: \(told)", on: day, logged)
  }
}

/// What can be said about a stretch or another exercise that was done.
struct StretchOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The exercise, by its name or the start of it, and how much: 3x30s, 3x12, 2x1m, or 10m for "
        + "the whole time.",
      valueName: "exercise"))
  var words: [String] = []

  @Option(help: "The side: left, right or both.")
  var side: String?

  @Option(help: ArgumentHelp("When it was, such as 6:50 or 9:30pm.", valueName: "time"))
  var time: String?

  @Option(
    defaultAsFlag: "last", parsing: .next,
    help: ArgumentHelp("The run that it belongs to: its id, or the last.", valueName: "run"))
  var run: String?

  /// Where the amount begins: with a digit, after a name of at least one word.
  private var amountIndex: Int? {
    words.dropFirst().firstIndex { $0.first.map(InputText.isDigit) == true }
  }

  /// The exercise as it was typed, or `nil` if it was not.
  var exercise: String? {
    words.isEmpty ? nil : words[..<(amountIndex ?? words.endIndex)].joined(separator: " ")
  }

  /// The fields, but for the exercise, that something was said about.
  ///
  /// - Parameters:
  ///   - day: The day on which it was done; its run was not later.
  ///   - session: The session, whose journal is asked for the run.
  /// - Throws: ``InputError``, ``UsageError`` or ``JournalError``.
  func values(on day: Day, in session: JournalSession) throws -> [String: SQLiteValue] {
    var values: [String: SQLiteValue] = [:]
    if let amountIndex {
      let amount = try Prescription(words[amountIndex...].joined(separator: " "))
      values["sets"] = .integer(amount.sets)
      values["reps"] = .integer(amount.repetitions)
      values["hold_s"] = .real(amount.holdSeconds.map(Double.init))
      values["duration_s"] = .real(amount.durationSeconds.map(Double.init))
    }
    if let side { values["side"] = .text(try BodySide(side).rawValue) }
    if let time { values.merge(try session.clockTime(time, in: "time", on: day)) { $1 } }
    if let reference = try run.map({ try RunReference($0) }) {
      values["run_id"] = .integer(try session.journal().run(reference, upTo: day))
    }
    return values
  }
}
