import ArgumentParser
import JournalFiles
import Platform

/// Makes the shell complete what is typed after `nerve`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Let the shell complete commands, options and names.",
    discussion: """
        $ nerve completions install
        $ nerve completions print fish

      The Tab key then completes commands and options, and the names of your \
      shoes and exercises as the journal has them.
      """,
    subcommands: [Install.self, Print.self])

  /// Puts the script where the shell finds it.
  struct Install: NerveSubcommand {
    static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: "Put the script where your shell finds it.",
      discussion: """
          $ nerve completions install
          $ nerve completions install --shell zsh
        """)

    @Option(
      help: "bash, zsh or fish. Else the one that $SHELL names.",
      completion: .cases(of: CompletionShell.self))
    var shell: String?

    @Flag(
      name: [.customLong("overwrite"), .customLong("force")],
      help: "Replace a file of that name that is not a completion script.")
    var overwrite = false

    func run(in context: CommandContext) throws {
      let script =
        try shell.map(CompletionScript.init(shellNamed:))
        ?? CompletionScript(context.variable)
      let path = try script.path(context.variable)
      let former = access(path, F_OK) == 0 ? try InputFile(path).allBytes(upTo: 1 << 24) : nil
      let isOurs = former.map { CompletionScript.isOurs(String(decoding: $0, as: UTF8.self)) }
      guard overwrite || isOurs != false else {
        throw FileError(
          "The file \(path) is not a completion script of nerve and was left as it is; "
            + "add --overwrite to replace it.")
      }
      // The shell chose the place, so that nobody can have mistyped it.
      try makeFolders(for: path)
      let file = try OutputFile(
        path, .own, overwriting: true, sparing: JournalOptions.usualPlaces(context))
      try file.write(context) { try $0.write(script.text) }
      try context.output.write("\(path)\n")
      try context.say(script.nextStep(path: path))
    }
  }

  /// Prints the script.
  struct Print: NerveSubcommand {
    static let configuration = CommandConfiguration(
      commandName: "print",
      abstract: "Print the script.",
      discussion: """
          $ nerve completions print bash
          $ nerve completions print zsh > _nerve
        """)

    @Argument(
      help: "bash, zsh or fish. Else the one that $SHELL names.",
      completion: .cases(of: CompletionShell.self))
    var shell: String?

    func run(in context: CommandContext) throws {
      let script =
        try shell.map(CompletionScript.init(shellNamed:))
        ?? CompletionScript(context.variable)
      try context.output.write(script.text)
    }
  }
}
