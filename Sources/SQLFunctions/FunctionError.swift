/// Why an SQL function gives no result.
enum FunctionError: Error {
  /// What is wrong with the arguments; it never repeats their values.
  case refused(String)
  /// There is no memory for another row, or SQLite's limit does not allow it.
  case outOfMemory
}
