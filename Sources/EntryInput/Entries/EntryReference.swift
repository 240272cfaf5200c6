package import JournalModel

/// A typed reference to an entry: its kind, then its id or name.
package struct EntryReference {
  /// The kind of entry.
  package let table: EntryTable
  /// The text after the kind: an id as an echo shows it, or a name.
  package let name: String

  /// Creates the reference from words such as `run 12`, `run [12]` as in an echo,
  /// or `shoe pegasus`.
  package init(_ words: [String]) throws(UsageError) {
    guard let noun = words.first, words.count > 1 else { throw Self.unclear(words) }
    table = try EntryNoun.table(noun, among: EntryTable.allCases)
    name = words.dropFirst().joined(separator: " ")
    guard number != nil || table.isNamed || table == .setting else {
      throw Self.unclear(words)
    }
  }

  /// The id, or `nil` for a name.
  package var number: Int? {
    var digits = name[...]
    if digits.hasPrefix("["), digits.hasSuffix("]") { digits = digits.dropFirst().dropLast() }
    return InputText.digits(digits).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func unclear(_ words: [String]) -> UsageError {
    UsageError(
      "\(Quoted.text(words.joined(separator: " "))) is not an entry; use a kind and an id, as in: "
        + "nerve history run 12")
  }
}
