internal import CSQLiteExtension
internal import SQLFunctions

// SQLite looks for these names when it loads libnerve.so: the first one for any
// file, the second for a file of that name.

/// Adds the functions to the connection that loads the extension.
@c(sqlite3_extension_init)
public func initialise(
  _ database: OpaquePointer?, _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ routines: OpaquePointer?
) -> Int32 {
  guard let database, let routines else { return 1 }
  let code = addFunctions(to: database, routines: routines)
  if code != 0 {
    extension_set_message(message, "nerve's functions cannot be added; they need SQLite 3.31")
    return code
  }
  return loadedForGood
}

/// The same under the name that SQLite makes of the name of the file.
@c(sqlite3_nerve_init)
public func initialiseByName(
  _ database: OpaquePointer?, _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ routines: OpaquePointer?
) -> Int32 {
  initialise(database, message, routines)
}

/// SQLITE_OK_LOAD_PERMANENTLY: the library stays when its connection closes.
///
/// Swift's runtime keeps pointers into itself for each thread, and cannot go.
private let loadedForGood: Int32 = 256
