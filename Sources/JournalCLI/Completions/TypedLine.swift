import EntryInput
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

  private func unquoted(_ word: some StringProtocol) -> String {
    ShellWord.unquoted(word, home: CommandContext.realVariable("HOME"))
  }

  /// What follows the last `--journal`, if it was typed.
  private var journalPath: String? {
    // To bash the equals sign is a word of its own.
    let name = "--journal"
    guard let index = words.lastIndex(where: { $0 == name || $0.hasPrefix("\(name)=") }) else {
      return nil
    }
    if words[index] != name { return unquoted(words[index].dropFirst(name.count + 1)) }
    return words[(index + 1)...].first { $0 != "=" }.map { unquoted($0) }
  }
}
