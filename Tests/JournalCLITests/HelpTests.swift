import ArgumentParser
import Testing

@testable import JournalCLI

@Suite struct HelpTests {
  /// Every command, as it is typed after `nerve`.
  static let commands = [
    "run", "pain", "checkin", "stretch", "cross", "rest", "gap", "flare", "flare start",
    "flare end",
    "flare reopen", "flare list", "guidance", "guidance add", "guidance list", "guidance end",
    "shoe", "shoe add", "shoe list", "shoe default", "shoe retire", "shoe unretire", "exercise",
    "routine", "routine log", "routine add", "routine list", "routine show", "routine edit",
    "routine delete",
    "exercise add", "exercise list", "edit", "edit run", "edit pain", "edit stretch", "edit cross",
    "edit flare",
    "edit guidance", "edit shoe", "edit exercise", "delete", "undo", "redo", "forget", "config",
    "list",
    "show",
    "search", "history", "today",
    "month", "months", "correlate", "dose", "compare", "flares", "check", "trial", "trial status",
    "trial plan", "trial start", "trial kept", "trial pause", "trial resume", "trial stop",
    "trial analyse", "trial list", "trial export", "report", "sql", "query", "query run",
    "query save", "query show", "query list", "query edit", "query delete", "schema", "shell",
    "redflags",
    "backup", "restore", "doctor", "merge", "import", "inbox", "export", "mcp", "sample",
    "completions",
    "completions install", "completions print",
  ]

  @Test func `Every command is in the table of these tests`() {
    func names(_ command: any ParsableCommand.Type, after prefix: [String]) -> [String] {
      command.configuration.subcommands.flatMap { command in
        let words = prefix + [command._commandName]
        return [words.joined(separator: " ")] + names(command, after: words)
      }
    }
    #expect(names(NerveCommand.self, after: []).sorted() == Self.commands.sorted())
  }

  /// The parser makes up a missing name by reflection, for each command at every
  /// start: a third of the time before the first line of a command ran.
  @Test func `Every command says its name itself`() {
    for command in Self.commands {
      let path = CommandPath(command.split(separator: " ").map(String.init))
      #expect(path.command.configuration.commandName == path.names.last, "\(command)")
    }
  }

  @Test func `The root help says what the program is for and what commands there are`() throws {
    let desk = try Desk()
    let help = desk.results("--help")
    #expect(help.hasPrefix("OVERVIEW: A health journal for runners with sciatica.\n"))
    for command in Self.commands where !command.contains(" ") {
      #expect(help.contains("\n  \(command) "), "\(command)")
    }
    #expect(help.contains("medical advice"))
    #expect(help.contains("nerve redflags"))
    #expect(desk.results("help") == help)
    #expect(try desk.folder.contents.isEmpty)
  }

  @Test(arguments: commands)
  func `Every command has an abstract, an example and the same help in three ways`(
    command: String
  ) throws {
    let desk = try Desk()
    let words = command.split(separator: " ").map(String.init)
    let path = CommandPath(words)
    #expect(path.names == words)
    let abstract = path.command.configuration.abstract
    #expect(abstract.hasSuffix("."))
    #expect(abstract.first?.isUppercase == true)
    let help = desk.nerve(words + ["--help"])
    #expect(help.status == 0)
    #expect(help.messages.isEmpty)
    // Long abstracts wrap at the width of the terminal.
    #expect(help.output.hasPrefix("OVERVIEW: \(abstract.prefix(40))"))
    #expect(help.output.contains("\n  $ nerve \(command)"))
    #expect(desk.nerve(words + ["-h"]) == help)
    #expect(desk.nerve(["help"] + words) == help)
  }

  @Test(arguments: commands)
  func `Every example parses`(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let examples = CommandPath(words).examples
    #expect(!examples.isEmpty)
    for example in examples {
      // What follows a redirection is for the shell.
      let typed = String(example.prefix { $0 != ">" })
      let arguments = try #require(shellWords(typed)).dropFirst()
      #expect(throws: Never.self, "\(example)") {
        _ = try NerveCommand.parseAsRoot(Array(arguments))
      }
    }
  }

  @Test(arguments: commands)
  func `A command that says it can be quiet, or answer its questions, does so`(
    command: String
  ) throws {
    let path = CommandPath(command.split(separator: " ").map(String.init))
    let claims = path.command.helpMessage().contains("--no-input")
    #expect(
      claims == (path.command is any EntrySubcommand.Type || path.command is InboxCommand.Type))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `Completion scripts know every command`(shell: String) throws {
    let script = try Desk().nerve("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.messages.isEmpty)
    for command in Self.commands {
      #expect(script.output.contains(command.split(separator: " ").last ?? ""))
    }
  }

  @Test func `The built binary and the commands in process are the same program`() throws {
    let built = try BuiltBinary().run(["--version"])
    #expect(built == Transcript(output: "nerve 1.0.0\n"))
    #expect(try Desk().nerve("--version") == built)
  }
}
