import ArgumentParser
import Platform
import Presentation

/// Prints the emergency card.
struct RedFlagsCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "redflags",
    abstract: "Show when back and leg pain is an emergency.",
    discussion: "  $ nerve redflags\n\n" + RedFlags.card(.document))

  @Flag(name: .shortAndLong, help: "Changes nothing: the signs are always shown.")
  var quiet = false

  @OptionGroup var colours: ColourOptions

  func run(in context: CommandContext) throws {
    try context.output.write(RedFlags.card(context.layout))
  }
}
