import EntryInput

/// Where a journal lies, and who said so.
struct JournalPlace {
  /// The path to open.
  let path: String
  /// Whether it is the usual place, which nobody named.
  let isUsual: Bool
  /// The path as it was typed with `--journal`, if it was.
  let typed: String?

  /// The place that `--journal`, the environment or the custom of the system
  /// names, in this order.
  ///
  /// - Parameters:
  ///   - typed: What `--journal` names, if it was typed.
  ///   - variable: The value of an environment variable.
  /// - Throws: ``UsageError`` if there is none.
  init(typed: String?, _ variable: (String) -> String?) throws {
    if let typed, typed.isEmpty {
      throw UsageError("--journal names no file; give it a path or leave it out.")
    }
    self.typed = typed
    let named = [typed, variable("NERVE_JOURNAL")].compactMap(\.self)
    if let named = named.first(where: { !$0.isEmpty }) {
      // To SQLite this is no file, and what is logged would be gone at the end.
      (path, isUsual) = (named == ":memory:" ? "./:memory:" : named, false)
    } else if let folder = variable("XDG_DATA_HOME"), folder.hasPrefix("/") {
      (path, isUsual) = ("\(folder)/nerve/journal.sqlite", true)
    } else if let home = variable("HOME"), !home.isEmpty {
      (path, isUsual) = ("\(home)/.local/share/nerve/journal.sqlite", true)
    } else {
      throw UsageError(
        "There is no home folder to keep the journal in; name a file with --journal.")
    }
  }
}
