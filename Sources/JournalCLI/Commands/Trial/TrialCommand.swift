import ArgumentParser

/// Randomised trials of one person.
struct TrialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial",
    abstract: "Compare two ways of running in a self-trial.",
    discussion: """
        $ nerve trial plan shoe pegasus endorphin
        $ nerve trial start shoe pegasus endorphin
        $ nerve trial
        $ nerve trial analyse

      A diary shows associations; only a coin shows causes. A self-trial \
      compares two ways of running, in pairs of weeks or runs whose order a coin \
      decides: two shoes; with and without an exercise, a routine or a warm-up; \
      short and long weeks; shorter and usual runs. 'nerve trial plan' says first \
      whether it could find anything.

      Plain 'nerve trial' shows the progress. Until the end, Nerve hides the effect \
      and every later choice of the coin.
      """,
    subcommands: [
      TrialStatus.self, TrialPlanCommand.self, TrialStart.self, TrialKept.self,
      TrialPauseCommand.self,
      TrialResume.self, TrialStop.self, TrialAnalyse.self, TrialListCommand.self,
      TrialExportCommand.self,
    ],
    defaultSubcommand: TrialStatus.self)
}
