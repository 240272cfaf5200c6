import EntryInput

/// The folder of the histories of shells, which only their owner can read.
enum ShellFolder {
  /// Returns its path, and creates it if there is none.
  ///
  /// - Throws: ``UsageError`` without a home folder, or ``FileError``.
  static func path(_ variable: (String) -> String?) throws -> String {
    guard let folder = StateFolder.path(variable) else {
      throw UsageError("Cannot find a home folder for the shell's history; set HOME.")
    }
    try makeFolders(for: "\(folder)/", mode: 0o700)
    return folder
  }
}
