package import JournalStore

/// The words by which a person names a kind of entry.
///
/// One or many, with or without a hyphen, and the unique start of a word do;
/// what is only near is suggested.
package enum EntryNoun {
  /// The words for each kind, the one to print first; none ends in the `s` of
  /// many.
  private static let words: [(table: EntryTable, words: [String])] = [
    (.run, ["run"]),
    (.checkIn, ["check-in", "pain"]),
    (.stretch, ["stretch"]),
    (.flareUp, ["flare", "flare-up"]),
    (.crossTraining, ["cross", "cross-training"]),
    (.dayMark, ["mark", "rest", "gap", "day-mark"]),
    (.guidance, ["guidance"]),
    (.footwear, ["shoe", "footwear"]),
    (.exercise, ["exercise"]),
    (.routine, ["routine"]),
    (.routineStep, ["routine-step"]),
    (.setting, ["setting"]),
  ]

  /// The kinds that are listed, shown and deleted.
  package static let entries: [EntryTable] = EntryTable.dated + [.footwear, .exercise]

  /// The word for an entry of `table`, such as `flare`.
  package static func word(_ table: EntryTable) -> String {
    words.first { $0.table == table }?.words.first ?? table.rawValue
  }

  /// The word for several entries of `table`, such as `stretches`.
  package static func plural(_ table: EntryTable) -> String { many(word(table)) }

  /// The kind that `word` names.
  ///
  /// - Parameters:
  ///   - word: What was typed.
  ///   - tables: The kinds that are allowed.
  /// - Returns: One of `tables`.
  /// - Throws: ``UsageError`` with what is near, or with all words.
  package static func table(
    _ word: String, among tables: [EntryTable] = entries
  ) throws(UsageError) -> EntryTable {
    guard tables.contains(.routine) || exact(word) != .routine else {
      throw UsageError(
        "Routines have commands of their own: nerve routine list, show, edit and delete.")
    }
    let known = words.filter { tables.contains($0.table) }.flatMap { table, words in
      words.flatMap { [$0, many($0)] }.map { (table: table, word: plain($0)) }
    }
    let tables = { (words: [String]) in
      words.compactMap { word in known.first { $0.word == word }?.table }
        .reduce(into: [EntryTable]()) { if !$0.contains($1) { $0.append($1) } }
    }
    switch NameMatch(plain(word), among: known.map(\.word)) {
    case .match(let name):
      if let table = tables([name]).first { return table }
    case .ambiguous(let names):
      let meant = tables(names)
      guard meant.count > 1 else { return meant[0] }
      throw UsageError(
        "\(Quoted.text(word)) could be more than one kind of entry: \(list(meant, "and")). Write more of it."
      )
    case .none(let suggestions) where !suggestions.isEmpty:
      throw UsageError(
        "There is no kind of entry \(Quoted.text(word)); did you mean \(list(tables(suggestions), "or"))?"
      )
    case .none: break
    }
    throw UsageError(
      "There is no kind of entry \(Quoted.text(word)); there are \(list(words.map(\.table).filter(known.map(\.table).contains), "and"))."
    )
  }

  /// The kind that `word` names in full, or `nil`.
  package static func exact(_ word: String) -> EntryTable? {
    words.first { $0.words.contains { [$0, many($0)].map(plain).contains(plain(word)) } }?.table
  }

  /// How many entries of `table`, such as `2 stretches`.
  package static func counted(_ count: Int, _ table: EntryTable) -> String {
    "\(count) \(count == 1 ? word(table) : plural(table))"
  }

  private static func many(_ word: String) -> String {
    switch word {
    case "cross", "cross-training", "guidance", "footwear": word
    case "stretch": "stretches"
    default: word + "s"
    }
  }

  /// The word as it is compared: `Check_In` is `checkin`.
  private static func plain(_ word: String) -> String {
    InputText.folded(word).filter { !"-_ ".contains($0) }
  }

  private static func list(_ tables: [EntryTable], _ last: String) -> String {
    let words = tables.map(word)
    guard words.count > 1 else { return words.joined() }
    return "\(words.dropLast().joined(separator: ", ")) \(last) \(words[words.count - 1])"
  }
}
