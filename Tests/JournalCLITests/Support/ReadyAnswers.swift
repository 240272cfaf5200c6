@testable import JournalCLI

/// Answers that stand ready, as typed by a person who sits at a terminal.
final class ReadyAnswers: AnswerSource {
  let isInteractive: Bool
  private var lines: ArraySlice<String>

  /// Creates the answers; with `nil` there is nobody to ask.
  init(_ lines: [String]?) {
    isInteractive = lines != nil
    self.lines = lines?[...] ?? []
  }

  func nextLine() -> String? { lines.popFirst() }
}
