internal import CSQLite

extension Connection {
  /// Adds what an extension of SQLite adds, one that is part of the program.
  ///
  /// - Parameter add: Gets the `sqlite3 *` and the `const sqlite3_api_routines *`
  ///   that a loaded extension would get, and returns SQLite's result code. The
  ///   table holds what SQL functions need, no more.
  /// - Throws: ``SQLiteError`` if the code is not 0.
  func addExtension(
    _ add: (_ database: OpaquePointer, _ routines: OpaquePointer) -> Int32
  ) throws(SQLiteError) {
    let code = add(handle, OpaquePointer(csqlite_extension_routines()))
    guard code == SQLITE_OK else { throw latestError(code) }
  }
}
