import JournalStore

/// The lines of a statement that is being typed.
struct StatementLines {
  /// The lines so far.
  private(set) var text = ""

  /// Whether nothing was typed yet.
  var isEmpty: Bool { text.isEmpty }

  /// Whether the next line begins within quoted text or a comment.
  var isWithinText: Bool { SQLText.endsWithinText(text + "\n") }

  /// Adds a line, and returns the statements once the last one is complete.
  mutating func add(_ line: String) -> String? {
    text += text.isEmpty ? line : "\n" + line
    // A long statement is not looked through after every line.
    guard line.contains(";") || text.utf8.count == line.utf8.count else { return nil }
    if TypedSQL.isBlank(text), !isWithinText {
      text = ""
      return nil
    }
    return TypedSQL.isComplete(text) ? take() : nil
  }

  /// Returns what was typed, and starts anew.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }
}

extension SQLText {
  /// Whether `sql` ends within quoted text or a comment.
  static func endsWithinText(_ sql: String) -> Bool {
    // There, everything is hidden.
    !withoutTexts(sql + ";").hasSuffix(";")
  }
}
