import ArgumentParser
import JournalFiles
import Platform

/// Sets up the shell's completion of `nerve` commands.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Set up Tab completion in your shell.",
    discussion: """
        $ nerve completions install
        $ nerve completions print fish

      The Tab key then completes commands, options, and the names of your shoes \
      and exercises.
      """,
    subcommands: [Install.self, Print.self])

  /// Installs the script in the shell's own folder.
  struct Install: NerveSubcommand {
    static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: "Install the completion script for your shell.",
      discussion: """
          $ nerve completions install
          $ nerve completions install --shell zsh
        """)

    @Option(
      help: "bash, zsh or fish. Default: your shell, from $SHELL.",
      completion: .cases(of: CompletionShell.self))
    var shell: String?

    @Flag(
      name: [.customLong("overwrite"), .customLong("force")],
      help: "Replace the file even if it is not a completion script.")
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
          "The file \(path) is not a completion script for nerve and was not changed; "
            + "add --overwrite to replace it.")
      }
      // Only the shell chooses this path, so it cannot be a typing error.
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
      abstract: "Print the completion script.",
      discussion: """
          $ nerve completions print bash
          $ nerve completions print zsh > _nerve
        """)

    @Argument(
      help: "bash, zsh or fish. Default: your shell, from $SHELL.",
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
