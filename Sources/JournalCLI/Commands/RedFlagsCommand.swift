import ArgumentParser

/// Prints when to go to an emergency department.
struct RedFlagsCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "redflags",
    abstract: "Read when back and leg pain is an emergency.",
    discussion: """
        $ nerve redflags
      """)

  func run(in surroundings: Surroundings) throws {
    try surroundings.output.write(RedFlags.card)
  }
}
