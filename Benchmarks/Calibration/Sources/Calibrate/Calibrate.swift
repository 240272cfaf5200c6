import ArgumentParser

/// Measures how often the Correlator is wrong about simulated people, whose truth is
/// known.
@main
struct Calibrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Measure the error rates of the Correlator on simulated diaries.",
    subcommands: [AnswersCommand.self, TrialsCommand.self],
    defaultSubcommand: AnswersCommand.self)
}
