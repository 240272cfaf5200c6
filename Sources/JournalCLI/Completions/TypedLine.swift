import JournalStore

/// A line that is still being typed, as a shell hands it over for completion.
struct TypedLine {
  private let words: [String]

  /// The words before the one that is being typed.
  let before: ArraySlice<String>

  /// - Parameters:
  ///   - words: The words as they were typed, quotes and all.
  ///   - cursor: The index of the one that is being typed.
  init(_ words: [String], cursor: Int) {
    self.words = words
    before = words.prefix(max(0, cursor))
  }

  /// The journal that the line is about, opened to look something up.
  func journal() throws -> Journal {
    let place = try JournalPlace(typed: journalPath, CommandContext.realVariable)
    return try Journal(path: place.path, for: .lookingUp)
  }

  /// What follows the last `--journal`, if it was typed.
  private var journalPath: String? {
    // To bash the equals sign is a word of its own.
    let name = "--journal"
    guard let index = words.lastIndex(where: { $0 == name || $0.hasPrefix("\(name)=") }) else {
      return nil
    }
    if words[index] != name { return Self.unquoted(words[index].dropFirst(name.count + 1)) }
    return words[(index + 1)...].first { $0 != "=" }.map { Self.unquoted($0) }
  }

  /// A word as the shell would hand it to a program: without its quotes, and
  /// with the home folder for a tilde.
  static func unquoted(_ word: some StringProtocol) -> String {
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
    guard word.hasPrefix("~/"), let home = CommandContext.realVariable("HOME") else { return text }
    return home + text.dropFirst()
  }
}
