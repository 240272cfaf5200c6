import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import Reports

/// Shows how far the trial has gone.
struct TrialStatus: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show the progress of the self-trial, and what to do today.",
    discussion: """
        $ nerve trial
        $ nerve trial status --json

      It hides the effect: people who know how a trial is going rate differently.
      """)

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let chosen = try format.chosen()
    try session.journal().labelSample(session.context)
    guard let progress = try session.trialProgress() else {
      guard chosen == .text else {
        return try session.context.output.write(chosen == .json ? "null\n" : "")
      }
      return try session.context.say(
        "No self-trial is in progress. Plan one, as in: nerve trial plan warm-up")
    }
    try chosen.write(try session.trialText(progress), session.context)
  }
}

/// Lists the trials.
struct TrialListCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List self-trials, newest first.",
    discussion: """
        $ nerve trial list
        $ nerve trial list --json
      """)

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    _ = try format.chosen()
    let journal = try session.journal()
    let trials = try journal.trials()
    try journal.labelSample(session.context)
    try format.write(TrialList(trials, unit: session.preferences.unit), session.context)
    if trials.isEmpty { try session.context.say("No self-trials.") }
  }
}

/// Prints all that is needed to check a trial.
struct TrialExportCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print a self-trial with everything needed to check it.",
    discussion: """
        $ nerve trial export
        $ nerve trial export 2 --format csv > trial.csv

      After the end: the plan, the seed and the schedule that follows from it, \
      every unit with its outcome, and the results. Before: the plan and the units \
      so far.
      """)

  @Argument(
    help: ArgumentHelp(
      "Id of the trial, from nerve trial list. Default: the latest.", valueName: "id"))
  var id: String?

  @Option(help: "Format: json, csv, text, plain or markdown.", completion: .formats)
  var format: String?

  @OptionGroup var short: ShortFormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let format = try short.chosen(format, "json, csv, text (or table), markdown or plain") ?? .json
    let journal = try session.journal()
    let trial = try journal.trial(id.map(EntryID.parse))
    let progress = try journal.progress(of: trial, on: session.today)
    try format.write(TrialExport(progress, unit: session.preferences.unit), session.context)
  }
}

extension Journal {
  /// Returns the trial with this id, or the latest.
  ///
  /// - Throws: ``UsageError`` if there is none.
  func trial(_ id: Int?) throws -> Trial {
    let trials = try trials()
    guard let trial = id.map({ id in trials.first { $0.id == id } }) ?? trials.first else {
      throw UsageError(
        id.map { "There is no self-trial \($0). Find ids with: nerve trial list" }
          ?? "There is no self-trial yet. Plan one, as in: nerve trial plan warm-up")
    }
    return trial
  }

  /// Returns the trial in progress.
  ///
  /// - Throws: ``Refusal`` if there is none.
  func trialInProgress() throws -> Trial {
    guard let trial = try currentTrial() else { throw Refusal("No self-trial is in progress.") }
    return trial
  }
}
