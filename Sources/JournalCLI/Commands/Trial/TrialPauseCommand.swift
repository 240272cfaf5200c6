import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Presentation
import Reports

/// Pauses the trial.
struct TrialPauseCommand: EntrySubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Pause the self-trial, such as for illness or a holiday.",
    discussion: """
        $ nerve trial pause --because holiday
        $ nerve trial pause --on yesterday
        $ nerve trial resume

      The week or run in progress goes on after the pause.
      """)

  @Option(help: ArgumentHelp("Why, such as holiday.", valueName: "text"))
  var because: String?

  @OptionGroup var days: DayOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let opened = try session.journal()
    let trial = try opened.trialInProgress()
    guard trial.openPause == nil else {
      throw Refusal("The self-trial is paused already. Resume it with: nerve trial resume")
    }
    let day = try days.day(in: session)
    // Older days are settled; leaving them out now could depend on how they went.
    let units = try opened.trialUnits(of: trial.id)
    let earliest =
      units.last { $0.firstDay.map { $0 <= session.today } ?? false }?.firstDay
      ?? trial.plan.startDay
    guard day >= min(earliest, session.today), day >= trial.plan.startDay else {
      throw UsageError(
        "A pause can begin on \(max(earliest, trial.plan.startDay)) at the earliest: what came before is "
          + "settled.")
    }
    let logged = try opened.pauseTrial(trial.id, from: day, reason: try TrialStop.checked(because))
    try session.confirm("Self-trial: paused", on: day, logged)
    try session.hint("Go on with", "nerve trial resume")
  }
}

/// Resumes the trial.
struct TrialResume: EntrySubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Resume the self-trial after a pause.",
    discussion: """
        $ nerve trial resume
        $ nerve trial resume --on mon
      """)

  @OptionGroup var days: DayOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let opened = try session.journal()
    let trial = try opened.trialInProgress()
    guard let pause = trial.openPause else { throw Refusal("The self-trial is not paused.") }
    let day = try days.day(in: session)
    guard day >= pause.firstDay else {
      throw UsageError("The pause began on \(pause.firstDay); resume on that day or later.")
    }
    let logged = try opened.resumeTrial(trial.id, from: day)
    try session.confirm("Self-trial: resumed", on: day, logged)
    try session.tellTrialToday()
  }
}

/// Stops the trial for good.
struct TrialStop: EntrySubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "stop",
    abstract: "Stop the self-trial for good.",
    discussion: """
        $ nerve trial stop --because "the shoe is worn out"

      Stopping shows the seed of the coin, so it cannot be undone. To interrupt a \
      trial, pause it instead.
      """)

  @Option(help: ArgumentHelp("Why; the result tells it.", valueName: "text"))
  var because: String?

  @OptionGroup var days: DayOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let trial = try session.journal().trialInProgress()
    let day = try days.day(in: session)
    guard day >= trial.plan.startDay || day == session.today else {
      throw UsageError(
        "The self-trial started on \(trial.plan.startDay); stop it on that day or later.")
    }
    let reason = try Self.checked(because)
    try session.settle(.endOfTrial)
    try session.stopTrial(trial, on: day, because: reason)
  }

  /// Returns a reason that the journal takes; `nil` for none.
  static func checked(_ reason: String?) throws -> String? {
    guard let reason, !reason.allSatisfy(\.isWhitespace) else { return nil }
    guard reason.count <= 1_000 else {
      throw UsageError("The text after --because must not be longer than 1,000 characters.")
    }
    return reason
  }
}

extension SuspiciousEntry {
  /// The doubt whether a trial is to end for good.
  static let endOfTrial = SuspiciousEntry(
    "Stopping shows the seed of the coin and cannot be undone.",
    refusal: Refusal("Stopping a self-trial cannot be undone; add --yes to stop it."), deed: .stop)
}
