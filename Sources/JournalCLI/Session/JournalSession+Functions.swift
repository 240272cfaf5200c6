import EntryInput
import SQLFunctions

extension JournalSession {
  /// Adds the SQL functions, with the clock of the command and the day boundary of the
  /// journal.
  ///
  /// - Parameters:
  ///   - database: The connection, as for a loaded extension of SQLite.
  ///   - routines: SQLite's table of routines.
  /// - Returns: SQLite's result code.
  func addFunctions(to database: OpaquePointer, routines: OpaquePointer) -> Int32 {
    let today = today
    return SQLFunctions.addFunctions(
      to: database, routines: routines, dayBoundaryMinutes: preferences.dayBoundaryMinutes,
      today: { today })
  }
}
