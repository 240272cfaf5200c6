import JournalStore
import Platform
import Presentation

/// A source of the lines of a shell.
protocol LineSource {
  /// Whether a person types them.
  var isInteractive: Bool { get }
  /// Waits for a line after a prompt.
  ///
  /// - Throws: Any error of writing.
  func next(prompt: String) throws -> TerminalLines.Entry
  /// Takes a line that may be wanted again.
  func remember(_ line: String)
}

/// Lines of a terminal, edited, with the history of earlier shells.
struct EditedLines: LineSource {
  private let terminal: TerminalLines
  private let history: ShellHistory

  /// Opens the terminal; `nil` without libedit.
  ///
  /// - Parameters:
  ///   - history: The statements of earlier shells.
  ///   - complete: Returns how the word before the cursor may go on.
  init?(
    _ history: ShellHistory,
    complete: @escaping (_ line: String, _ cursor: String.Index) -> TerminalLines.Completion
  ) {
    guard let terminal = TerminalLines(complete: complete) else { return nil }
    (self.terminal, self.history) = (terminal, history)
    history.lines().forEach(terminal.remember)
  }

  var isInteractive: Bool { true }

  func next(prompt: String) -> TerminalLines.Entry { terminal.next(prompt: prompt) }

  func remember(_ line: String) {
    terminal.remember(line)
    history.add(line)
  }
}

/// Lines as they come, from a pipe or a simple terminal.
struct PlainLines: LineSource {
  let context: CommandContext

  var isInteractive: Bool { context.answers.isInteractive }

  func next(prompt: String) throws -> TerminalLines.Entry {
    if isInteractive {
      try context.messages.write(prompt)
      try context.messages.flush()
    }
    guard let line = context.answers.nextLine() else {
      if isInteractive { try context.say("") }
      return .end
    }
    return .line(line)
  }

  func remember(_ line: String) {}
}
