import ArgumentParser

/// Randomised trials of one person.
struct TrialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial",
    abstract: "Let a coin find out what helps: plan, run and analyse a self-trial.",
    discussion: """
        $ nerve trial plan shoe pegasus endorphin
        $ nerve trial start shoe pegasus endorphin
        $ nerve trial
        $ nerve trial analyse

      A diary shows what goes together; only a coin shows what causes what. A \
      self-trial compares two ways of running, in pairs of weeks or runs whose \
      order a coin decides: two shoes, with and without an exercise, a routine or \
      a warm-up, short and long weeks. 'nerve trial plan' says first whether it \
      could find anything.

      Plain 'nerve trial' shows how far it has gone. Until the end, Nerve shows \
      neither the effect nor any arm beyond the next.
      """,
    subcommands: [
      TrialStatus.self, TrialPlanCommand.self, TrialStart.self, TrialKept.self,
      TrialPauseCommand.self,
      TrialResume.self, TrialStop.self, TrialAnalyse.self, TrialListCommand.self,
      TrialExportCommand.self,
    ],
    defaultSubcommand: TrialStatus.self)
}
