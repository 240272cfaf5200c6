import JournalStore
import JournalModel

/// An entry as a person names it: its kind, then its number or its name.
struct EntryReference {
  /// The kind of entry.
  let table: EntryTable
  private let name: String

  /// Understands words such as `run 12`, `[12]` as an echo shows it included, or
  /// `shoe pegasus`.
  init(_ words: [String]) throws(UsageError) {
    guard let noun = words.first, words.count > 1 else { throw Self.unclear(words) }
    table = try EntryNoun.table(noun, among: EntryTable.allCases)
    name = words.dropFirst().joined(separator: " ")
    guard number != nil || table.isNamed || table == .setting else {
      throw Self.unclear(words)
    }
  }

  /// The id of the entry, whether it is still there or not.
  ///
  /// - Throws: ``UsageError`` if nothing has the name.
  func id(in journal: Journal) throws -> Int {
    if let number { return number }
    switch table {
    case .footwear: return try journal.shoe(called: name)
    case .exercise:
      let name = try journal.exercise(called: name)
      if let exercise = try journal.exercises().first(where: { $0.name == name }) {
        return exercise.id
      }
    case .routine: return try journal.routine(called: name).id
    default:
      if let id = try journal.settingID(InputText.folded(name)) { return id }
    }
    throw UsageError("There is no \(table.noun) \(Quoted.text(name)).")
  }

  private var number: Int? {
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
