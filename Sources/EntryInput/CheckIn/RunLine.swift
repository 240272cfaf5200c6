/// A run that is typed at a question, in the words that follow `nerve run`.
package struct RunLine: Equatable, Sendable {
  /// What was typed.
  package let text: String

  package init(text: String) {
    self.text = text
  }

  /// The words, parted at blanks; quotes hold a note together.
  package var words: [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in text {
      if quote == nil, character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        if character == quote {
          quote = nil
        } else if quote == nil, "\"'".contains(character) {
          quote = character
        }
        word.append(character)
      }
    }
    return (words + (word.isEmpty ? [] : [word])).map { ShellWord.unquoted($0) }
  }
}
