/// The reason why an SQL function has no result.
enum FunctionError: Error {
  /// An invalid argument; the message never repeats its value.
  case refused(String)
  /// The text would be longer than SQLite's limit.
  case tooLong
  /// There is no memory for another row, or SQLite's limit forbids it.
  case outOfMemory
}
