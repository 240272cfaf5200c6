@testable import JournalCLI

/// Answers that stand ready, as typed by a person who sits at a terminal.
final class ReadyAnswers: AnswerSource {
  let isInteractive: Bool
  private var lines: ArraySlice<String>

  /// Creates the answers; with `nil` there is nobody to ask, only lines of a pipe.
  init(_ lines: [String]?, piped: [String] = []) {
    isInteractive = lines != nil
    self.lines = (lines ?? piped)[...]
  }

  func nextLine() -> String? { lines.popFirst() }
}
