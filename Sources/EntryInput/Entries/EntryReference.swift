package import JournalModel

/// An entry as a person names it: its kind, then its number or its name.
package struct EntryReference {
  /// The kind of entry.
  package let table: EntryTable
  /// What follows the kind: a number as an echo shows it, or a name.
  package let name: String

  /// Understands words such as `run 12`, `[12]` as an echo shows it included, or
  /// `shoe pegasus`.
  package init(_ words: [String]) throws(UsageError) {
    guard let noun = words.first, words.count > 1 else { throw Self.unclear(words) }
    table = try EntryNoun.table(noun, among: EntryTable.allCases)
    name = words.dropFirst().joined(separator: " ")
    guard number != nil || table.isNamed || table == .setting else {
      throw Self.unclear(words)
    }
  }

  /// The number, or `nil` for a name.
  package var number: Int? {
    var digits = name[...]
    if digits.hasPrefix("["), digits.hasSuffix("]") { digits = digits.dropFirst().dropLast() }
    return InputText.digits(digits).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func unclear(_ words: [String]) -> UsageError {
    UsageError(
      "\(Quoted.text(words.joined(separator: " "))) is not an entry; give its kind and number, as in: "
        + "nerve history run 12")
  }
}
