import EntryInput
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

  private func unquoted(_ word: some StringProtocol) -> String {
    ShellWord.unquoted(word, home: CommandContext.realVariable("HOME"))
  }

  /// The value of the last `--journal`, if any.
  private var journalPath: String? {
    // bash passes the equals sign as a word of its own.
    let name = "--journal"
    guard let index = words.lastIndex(where: { $0 == name || $0.hasPrefix("\(name)=") }) else {
      return nil
    }
    if words[index] != name { return unquoted(words[index].dropFirst(name.count + 1)) }
    return words[(index + 1)...].first { $0 != "=" }.map { unquoted($0) }
  }
}
