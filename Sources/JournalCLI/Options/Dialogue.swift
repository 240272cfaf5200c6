import ArgumentParser

/// How much a command asks and prints.
struct Dialogue: Equatable, Sendable {
  /// Whether the answer to every question is yes, without asking.
  var answersYes = false
  /// Whether the command may ask at all.
  var mayAsk = true
  /// Whether it prints only errors and red flags.
  var isQuiet = false
}

/// The options of a ``Dialogue``.
struct DialogueOptions: ParsableArguments {
  @Flag(
    name: [.customShort("y"), .customLong("yes"), .customLong("force")],
    help: "Answer yes to every question: a future day, a duplicate, an unlikely value.")
  var yes = false

  @Flag(help: "Never ask; fail instead of prompting.")
  var noInput = false

  @Flag(name: .shortAndLong, help: "Print only errors and red flags.")
  var quiet = false

  /// The chosen dialogue.
  var dialogue: Dialogue {
    Dialogue(answersYes: yes, mayAsk: !noInput, isQuiet: quiet)
  }
}
