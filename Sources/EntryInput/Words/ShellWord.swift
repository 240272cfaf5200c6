/// A word as it is typed in a shell.
package enum ShellWord {
  /// Returns `word` as the shell passes it to a program: without its quotes, and with
  /// the home folder for a tilde.
  ///
  /// - Parameters:
  ///   - word: The word with its quotes.
  ///   - home: The home folder, or `nil` to keep the tilde.
  /// - Returns: The word as an argument.
  package static func unquoted(_ word: some StringProtocol, home: String? = nil) -> String {
    var text = ""
    var quote: Character?
    var isEscaped = false
    for character in word {
      if isEscaped {
        text.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else if character == quote {
        quote = nil
      } else {
        text.append(character)
      }
    }
    guard word.hasPrefix("~/"), let home else { return text }
    return home + text.dropFirst()
  }
}
