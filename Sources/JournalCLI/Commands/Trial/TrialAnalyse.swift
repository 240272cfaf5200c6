import ArgumentParser
import Correlator
import EntryInput
import JournalModel
import JournalStore
import Presentation
import Reports

/// Shows what the trial found.
struct TrialAnalyse: JournalSubcommand {
  static let access = JournalSession.Access.changing
  static let isPaged = true
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Show the result of a self-trial.",
    discussion: """
        $ nerve trial analyse
        $ nerve trial analyse 1 --json

      A trial planned with --peek can be looked at after every pair from the \
      sixth, any other only at its end. Each look is recorded.
      """,
    aliases: ["analyze", "result"])

  @Argument(
    help: ArgumentHelp(
      "Id of the trial, from nerve trial list. Default: the latest.", valueName: "id"))
  var id: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    _ = try format.chosen()
    let journal = try session.journal()
    var trial = try journal.trial(id.map(EntryID.parse))
    var progress = try trial.end == nil ? session.trialProgress() : nil
    if let current = progress {
      if current.isComplete {
        try journal.endTrial(trial.id, on: session.today, isComplete: true, reason: nil)
        trial = try journal.trial(trial.id)
        progress = nil
      } else {
        try Self.checkLook(current)
      }
    }
    let result = TrialResult(try progress ?? journal.progress(of: trial, on: session.today))
    try journal.recordLook(
      atTrial: trial.id, pairs: result.pairs.count, mean: result.asRandomised.mean,
      p: result.asRandomised.p)
    try journal.labelSample(session.context)
    try format.write(TrialResultText(result, unit: session.preferences.unit), session.context)
  }

  /// Refuses a look that the plan does not allow.
  private static func checkLook(_ progress: TrialProgress) throws {
    let (done, plan) = (progress.analysedPairs.count, progress.trial.plan)
    guard plan.analysis == .pairs else {
      throw Refusal(
        "No result before the end of the trial; \(done) of \(plan.pairs) pairs are done. Show the progress "
          + "with: nerve trial")
    }
    guard done >= SignFlipTest.fewestPairs else {
      throw Refusal(
        "The first look comes with pair \(SignFlipTest.fewestPairs): \(done) are done.")
    }
  }
}
