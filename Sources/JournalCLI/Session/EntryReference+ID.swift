import EntryInput
import JournalModel
import JournalStore

extension EntryReference {
  /// Returns the id of the entry, even of a deleted one.
  ///
  /// - Throws: ``UsageError`` if no entry has the name.
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
    throw UsageError("Unknown \(table.noun) \(Quoted.text(name)).")
  }
}
