/// A run typed as an answer, in the words that follow `nerve run`.
package struct RunLine: Equatable, Sendable {
  /// The typed line.
  package let text: String

  package init(text: String) {
    self.text = text
  }

  /// The words of the line; quotes keep a note together.
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
