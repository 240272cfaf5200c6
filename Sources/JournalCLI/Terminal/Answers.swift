import EntryInput
import Platform
import Presentation

/// A source of answers to questions.
protocol AnswerSource: AnyObject {
  /// Whether there is someone to ask.
  var isInteractive: Bool { get }

  /// The next line without its line feed, or `nil` at the end.
  func nextLine() -> String?

  /// Returns the keyboard for single keys, or `nil` if there is none; `echo` gets the
  /// prompts and the typed text.
  func keyboard(echo: any ByteSink) -> TerminalKeyboard?
}

extension AnswerSource {
  func keyboard(echo: any ByteSink) -> TerminalKeyboard? { nil }
}

/// Answers from standard input, a terminal or a pipe.
final class StandardInput: AnswerSource {
  /// Whether both the questions and the answers go through a terminal.
  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  func nextLine() -> String? { readLine(strippingNewline: true) }

  func keyboard(echo: any ByteSink) -> TerminalKeyboard? {
    isInteractive ? TerminalKeyboard(descriptor: STDIN_FILENO, echo: echo) : nil
  }
}

extension CommandContext {
  /// Asks a question that any answer may skip.
  ///
  /// - Parameter question: The question with the answers that count.
  /// - Returns: The answer; `nil` at the end of the input, or if the program cannot ask.
  /// - Throws: Any error of writing.
  func asks(_ question: String) throws -> String? {
    guard answers.isInteractive else { return nil }
    try output.flush()
    try messages.write(messageLayout.wrapped("\(question) "))
    try messages.flush()
    let answer = answers.nextLine()
    if answer == nil { try messages.write("\n") }
    return answer
  }

  /// Asks a yes-or-no question; Enter and the end of the input mean no.
  ///
  /// - Parameter question: The question with its question mark.
  /// - Returns: Whether the answer is yes; `nil` if the program cannot ask.
  /// - Throws: Any error of writing.
  func asksWhether(_ question: String) throws -> Bool? {
    guard answers.isInteractive else { return nil }
    try output.flush()
    try messages.write(messageLayout.wrapped("\(question) [y/N] "))
    try messages.flush()
    guard let answer = answers.nextLine() else {
      // At the end of the input the terminal shows no line feed.
      try messages.write("\n")
      return false
    }
    return ["y", "yes"].contains(InputText.folded(answer))
  }
}
