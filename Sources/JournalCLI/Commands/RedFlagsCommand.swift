import ArgumentParser
import Platform

/// Prints when to go to an emergency department.
struct RedFlagsCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "redflags",
    abstract: "Read when back and leg pain is an emergency.",
    discussion: """
        $ nerve redflags
      """)

  func run(in context: CommandContext) throws {
    try context.output.write(RedFlags.card(context.layout))
  }
}
