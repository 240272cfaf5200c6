import ArgumentParser
import Testing

@testable import JournalCLI

/// The short way to a command against the parser of all commands.
@Suite struct CommandParsingTests {
  private static let lines = [
    "", "--version", "--help", "help", "help run", "run", "run --help", "run -h", "run --version",
    "run 8km 45:10 --rpe 6", "run 8km --rpee 6", "rum 8km", "search --version", "search -- -x",
    "search back --version", "shoe", "shoe list", "shoe help", "shoe add pegasus", "shoe addd",
    "shoe list --json", "routine", "routine morning", "routine help", "routine edit morning",
    "trial", "trial --json", "trial plan --help", "trial sttus", "edit run 12 --rpe 7", "edit",
    "config", "config units", "config --format csv", "config --format", "redflags extra",
    "sql SELECT", "list -n 10", "list -n", "list --from 2026-01-01 --json", "stretch calf 3x30s",
    "guidance add no hills", "guidance --help", "completions", "completions print bash",
    "run --generate-completion-script", "--generate-completion-script bash",
    "run --experimental-dump-help", "pain 4 -- -1", "-- run 8km", "--journal x run",
  ]

  /// The command, or its error, as text.
  private func outcome(_ parse: () throws -> any ParsableCommand) -> String {
    do {
      let command = try parse()
      // Help is the parser's own command, with a stack of commands within.
      return "\(type(of: command)) \(command)"
    } catch {
      return "\(NerveCommand.exitCode(for: error)) \(NerveCommand.fullMessage(for: error))"
    }
  }

  @Test(arguments: lines)
  func `Both understand the same`(line: String) {
    let words = line.split(separator: " ").map(String.init)
    #expect(
      outcome { try NerveCommand.parsed(words) } == outcome { try NerveCommand.parseAsRoot(words) })
  }
}
