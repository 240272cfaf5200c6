package import JournalModel

/// The words for the kinds of entries.
///
/// Singular and plural, with and without a hyphen, and the unique start of a word
/// are understood; similar words are only suggested.
package enum EntryNoun {
  /// The kinds that can be listed, shown and deleted.
  package static let entries: [EntryTable] = EntryTable.dated + [.footwear, .exercise]

  /// Returns the kind that `word` names.
  ///
  /// - Parameters:
  ///   - word: The typed word.
  ///   - tables: The kinds that are allowed.
  /// - Returns: One of `tables`.
  /// - Throws: ``UsageError`` that suggests similar words, or lists all of them.
  package static func table(
    _ word: String, among tables: [EntryTable] = entries
  ) throws(UsageError) -> EntryTable {
    guard tables.contains(.routine) || exact(word) != .routine else {
      throw UsageError(
        "Routines have their own commands: nerve routine list, show, edit and delete.")
    }
    let known = EntryTable.allCases.filter(tables.contains).flatMap { table in
      names(of: table).map { (table: table, word: plain($0)) }
    }
    let named = { (words: [String]) in
      words.compactMap { word in known.first { $0.word == word }?.table }
        .reduce(into: [EntryTable]()) { if !$0.contains($1) { $0.append($1) } }
    }
    switch NameMatch(plain(word), among: known.map(\.word)) {
    case .match(let name):
      if let table = named([name]).first { return table }
    case .ambiguous(let names):
      let meant = named(names)
      guard meant.count > 1 else { return meant[0] }
      throw UsageError(
        "\(Quoted.text(word)) could be \(list(meant, "or")); type more of the word."
      )
    case .none(let suggestions) where !suggestions.isEmpty:
      throw UsageError(
        "Unknown kind of entry \(Quoted.text(word)); did you mean "
          + "\(list(named(suggestions), "or"))?"
      )
    case .none: break
    }
    throw UsageError(
      "Unknown kind of entry \(Quoted.text(word)); use "
        + "\(list(EntryTable.allCases.filter(tables.contains), "or"))."
    )
  }

  /// Returns the kind that `word` names in full, or `nil`.
  package static func exact(_ word: String) -> EntryTable? {
    EntryTable.allCases.first { names(of: $0).map(plain).contains(plain(word)) }
  }

  /// Returns the words for `table`, singular and plural.
  private static func names(of table: EntryTable) -> [String] {
    table.words.flatMap { [$0, EntryTable.plural(of: $0)] }
  }

  /// Returns the word in the form to compare: `Check_In` is `checkin`.
  private static func plain(_ word: String) -> String {
    InputText.folded(word).filter { !"-_ ".contains($0) }
  }

  private static func list(_ tables: [EntryTable], _ last: String) -> String {
    let words = tables.map(\.word)
    guard words.count > 1 else { return words.joined() }
    return "\(words.dropLast().joined(separator: ", ")) \(last) \(words[words.count - 1])"
  }
}
