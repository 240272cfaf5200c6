import ArgumentParser

/// How much a command that logs something asks and says.
struct Dialogue: Equatable, Sendable {
  /// Whether every question is answered by yes, before it is asked.
  var answersYes = false
  /// Whether it may ask at all.
  var mayAsk = true
  /// Whether it says nothing but errors and red flags.
  var isQuiet = false
}

/// The options of a ``Dialogue``.
struct DialogueOptions: ParsableArguments {
  @Flag(
    name: [.customShort("y"), .customLong("yes"), .customLong("force")],
    help: "Answer every question with yes: a day to come, a repetition, an unlikely value.")
  var yes = false

  @Flag(help: "Never ask: refuse what would be asked about.")
  var noInput = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors and red flags.")
  var quiet = false

  /// What was chosen.
  var dialogue: Dialogue {
    Dialogue(answersYes: yes, mayAsk: !noInput, isQuiet: quiet)
  }
}
