internal import CSQLiteExtension
internal import SQLFunctions

// SQLite looks for these names when it loads libnerve.so: the first in any file,
// the second in a file with that name.

/// Adds the functions to the loading connection.
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

/// The same, under the name that SQLite derives from the file name.
@c(sqlite3_nerve_init)
public func initialiseByName(
  _ database: OpaquePointer?, _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ routines: OpaquePointer?
) -> Int32 {
  initialise(database, message, routines)
}

/// SQLITE_OK_LOAD_PERMANENTLY: the library stays loaded after its connection
/// closes.
///
/// Swift's runtime keeps thread-local pointers into itself, so it must not be
/// unloaded.
private let loadedForGood: Int32 = 256
