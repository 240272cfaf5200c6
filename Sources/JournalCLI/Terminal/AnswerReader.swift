import Platform

/// A reader of one answer after another.
protocol AnswerReader: AnyObject {
  /// Shows a question and waits for the answer.
  ///
  /// - Parameters:
  ///   - prompt: The question.
  ///   - isOneKey: Whether one key is enough, if keys can be read.
  /// - Returns: The typed text, empty for Enter alone, or `nil` at the end of the
  ///   answers.
  /// - Throws: ``Interruption`` for a signal, and any error of writing.
  func answer(to prompt: String, isOneKey: Bool) throws -> String?

  /// Ends the line of the latest answer, with its meaning if the typed text is not
  /// visible.
  ///
  /// - Throws: Any error of writing.
  func acknowledge(_ words: String) throws

  /// Whether answers are single keys, not lines.
  var takesKeys: Bool { get }
}

/// A reader of lines, from a pipe or a simple terminal.
final class LineReader: AnswerReader {
  private let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func answer(to prompt: String, isOneKey: Bool) throws -> String? {
    try context.messages.write(prompt)
    try context.messages.flush()
    let line = context.answers.nextLine()
    if line == nil { try context.say("") }
    return line
  }

  func acknowledge(_ words: String) throws {
    // A terminal shows the typed line, a pipe does not.
    if !context.answers.isInteractive { try context.say(words) }
  }

  var takesKeys: Bool { false }
}

extension CommandContext {
  /// Calls `body` with a reader of answers: single keys at a terminal, otherwise
  /// lines.
  ///
  /// - Throws: Any error of `body`.
  func readingAnswers<T>(_ body: (any AnswerReader) throws -> T) throws -> T {
    guard variable("TERM") != "dumb", let keyboard = answers.keyboard(echo: messages) else {
      return try body(LineReader(self))
    }
    defer { keyboard.close() }
    let result = try body(keyboard)
    try keyboard.checkForInterruption()
    return result
  }
}
