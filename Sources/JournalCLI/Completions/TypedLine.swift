import JournalStore

/// An unfinished line, as a shell passes it on for completion.
struct TypedLine {
  private let words: [String]

  /// The words before the unfinished one.
  let before: ArraySlice<String>

  /// - Parameters:
  ///   - words: The words as typed, including quotes.
  ///   - cursor: The index of the unfinished word.
  init(_ words: [String], cursor: Int) {
    self.words = words
    before = words.prefix(max(0, cursor))
  }

  /// Opens the journal of the line, to look up names.
  func journal() throws -> Journal {
    let place = try JournalPlace(typed: journalPath, CommandContext.realVariable)
    return try Journal(path: place.path, for: .lookingUp)
  }

  /// The value of the last `--journal`, if any.
  private var journalPath: String? {
    // bash passes the equals sign as a word of its own.
    let name = "--journal"
    guard let index = words.lastIndex(where: { $0 == name || $0.hasPrefix("\(name)=") }) else {
      return nil
    }
    if words[index] != name { return Self.unquoted(words[index].dropFirst(name.count + 1)) }
    return words[(index + 1)...].first { $0 != "=" }.map { Self.unquoted($0) }
  }

  /// Returns a word as the shell would pass it to a program: without quotes, and with
  /// the home folder in place of a tilde.
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
