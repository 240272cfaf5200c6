import EntryInput

/// The path of a journal, and its origin.
struct JournalPlace {
  /// The path to open.
  let path: String
  /// Whether it is the default path.
  let isUsual: Bool
  /// The path typed with `--journal`, if any.
  let typed: String?

  /// Creates the path from `--journal`, the environment or the default, in this
  /// order.
  ///
  /// - Parameters:
  ///   - typed: The path typed with `--journal`, if any.
  ///   - variable: Returns the value of an environment variable.
  /// - Throws: ``UsageError`` if there is none.
  init(typed: String?, _ variable: (String) -> String?) throws {
    if let typed, typed.isEmpty {
      throw UsageError("--journal needs a file; give it a path.")
    }
    self.typed = typed
    let named = [typed, variable("NERVE_JOURNAL")].compactMap(\.self)
    if let named = named.first(where: { !$0.isEmpty }) {
      // SQLite takes :memory: for no file, and the entries would be lost.
      (path, isUsual) = (named == ":memory:" ? "./:memory:" : named, false)
    } else if let folder = variable("XDG_DATA_HOME"), folder.hasPrefix("/") {
      (path, isUsual) = ("\(folder)/nerve/journal.sqlite", true)
    } else if let home = variable("HOME"), !home.isEmpty {
      (path, isUsual) = ("\(home)/.local/share/nerve/journal.sqlite", true)
    } else {
      throw UsageError(
        "Cannot find a home folder for the journal; name a file with --journal.")
    }
  }
}
