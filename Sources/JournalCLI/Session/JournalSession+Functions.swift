import EntryInput
import JournalStore
import SQLFunctions

extension JournalSession {
  /// Returns `journal` with the SQL functions, by the clock of the command and the day
  /// boundary of the journal's owner.
  ///
  /// - Throws: ``SQLiteError``.
  func addingFunctions(to journal: Journal) throws -> Journal {
    let (boundary, today) = (preferences.dayBoundaryMinutes, today)
    try journal.addFunctions {
      addFunctions(to: $0, routines: $1, dayBoundaryMinutes: boundary, today: { today })
    }
    return journal
  }
}
