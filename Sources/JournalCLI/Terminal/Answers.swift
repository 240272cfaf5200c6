import EntryInput
import Platform
import Presentation

/// Where the answers to questions come from.
protocol AnswerSource: AnyObject {
  /// Whether a person sits there to be asked.
  var isInteractive: Bool { get }

  /// The next line without its line feed, or `nil` at the end.
  func nextLine() -> String?

  /// The keyboard to answer by single keys, or `nil` if there is none; `echo` is
  /// where prompts go and what is typed is shown.
  func keyboard(echo: any ByteSink) -> TerminalKeyboard?
}

extension AnswerSource {
  func keyboard(echo: any ByteSink) -> TerminalKeyboard? { nil }
}

/// Answers typed at the terminal, or lines from a pipe.
final class StandardInput: AnswerSource {
  /// Whether both what is asked and what is typed goes through a terminal.
  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  func nextLine() -> String? { readLine(strippingNewline: true) }

  func keyboard(echo: any ByteSink) -> TerminalKeyboard? {
    isInteractive ? TerminalKeyboard(descriptor: STDIN_FILENO, echo: echo) : nil
  }
}

extension CommandContext {
  /// Asks a question that is answered by yes or no; no is what Enter says, and
  /// what an end of the input says.
  ///
  /// - Parameter question: The question with its mark.
  /// - Returns: Whether the answer was yes; `nil` if there is nobody to ask.
  /// - Throws: What writing throws.
  func asksWhether(_ question: String) throws -> Bool? {
    guard answers.isInteractive else { return nil }
    try output.flush()
    try messages.write(messageLayout.wrapped("\(question) [y/N] "))
    try messages.flush()
    guard let answer = answers.nextLine() else {
      // Nobody typed the line feed that a terminal would have shown.
      try messages.write("\n")
      return false
    }
    return ["y", "yes"].contains(InputText.folded(answer))
  }
}
