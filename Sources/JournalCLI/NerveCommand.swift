import ArgumentParser

/// The root command.
@main
struct NerveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nerve",
    abstract: "A health journal for runners with sciatica.")
}
