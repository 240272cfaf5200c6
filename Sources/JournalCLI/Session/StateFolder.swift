import Platform

/// The folder for what the program remembers outside the journal.
enum StateFolder {
  /// Returns its path; the folder may not exist yet.
  ///
  /// - Parameter variable: Returns the value of an environment variable.
  /// - Returns: The path, or `nil` without a home folder.
  static func path(_ variable: (String) -> String?) -> String? {
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return "\(state)/nerve" }
    // Accounts of services have a home folder in name only.
    guard let home = variable("HOME"), home.hasPrefix("/"), access(home, F_OK) == 0 else {
      return nil
    }
    return "\(home)/.local/state/nerve"
  }
}
