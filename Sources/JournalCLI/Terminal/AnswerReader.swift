import Platform

/// What reads one answer after another.
protocol AnswerReader: AnyObject {
  /// Shows a question and waits for the answer.
  ///
  /// - Parameters:
  ///   - prompt: The question.
  ///   - isOneKey: Whether one key is enough, where keys can be read.
  /// - Returns: What was typed, empty for Enter alone, or `nil` if no more answers
  ///   will come.
  /// - Throws: ``Interruption`` if a signal came instead, and what writing throws.
  func answer(to prompt: String, isOneKey: Bool) throws -> String?

  /// Ends the line of the latest answer, with what it was understood as where
  /// what was typed cannot be seen.
  ///
  /// - Throws: What writing throws.
  func acknowledge(_ words: String) throws

  /// Whether answers are keys, not lines.
  var takesKeys: Bool { get }
}

/// Answers that are whole lines, from a pipe or a terminal that knows no more.
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
    // A terminal shows the line that was typed, a pipe does not.
    if !context.answers.isInteractive { try context.say(words) }
  }

  var takesKeys: Bool { false }
}

extension CommandContext {
  /// Lends `body` a reader of answers: of single keys at a terminal, else of
  /// lines.
  ///
  /// - Throws: What `body` throws.
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
