internal import CSQLite

extension Connection {
  /// Registers a statically linked SQLite extension.
  ///
  /// - Parameter add: Receives the `sqlite3 *` and the `const
  ///   sqlite3_api_routines *` of a loaded extension, and returns SQLite's result
  ///   code. The table contains only what SQL functions need.
  /// - Throws: ``SQLiteError`` if the code is not 0.
  func addExtension(
    _ add: (_ database: OpaquePointer, _ routines: OpaquePointer) -> Int32
  ) throws(SQLiteError) {
    let code = add(handle, OpaquePointer(csqlite_extension_routines()))
    guard code == SQLITE_OK else { throw latestError(code) }
  }
}
