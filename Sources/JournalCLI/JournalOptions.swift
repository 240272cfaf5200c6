import ArgumentParser
import JournalStore

/// Where the journal lies.
struct JournalOptions: ParsableArguments {
  @Option(
    name: .customLong("journal"),
    help: ArgumentHelp(
      "The journal's file. Else $NERVE_JOURNAL, else $XDG_DATA_HOME/nerve/journal.sqlite.",
      valueName: "path"))
  var path: String?

  /// Opens the journal to read from it.
  func openForReading(_ surroundings: Surroundings) throws -> Journal {
    let journal = try Journal(path: try place(surroundings).path, for: .reading)
    try report(journal, surroundings)
    return journal
  }

  /// Opens the journal to write to it, and makes it if there is none.
  func openForWriting(_ surroundings: Surroundings) throws -> Journal {
    let (path, isUsual) = try place(surroundings)
    // A folder is only made where the program chose it: elsewhere a missing one
    // is more likely a slip.
    let journal = try Journal(path: path, for: .writing(makingFolder: isUsual))
    try report(journal, surroundings)
    return journal
  }

  /// Opens the journal to change what is in it; there must be one.
  func openForChanging(_ surroundings: Surroundings) throws -> Journal {
    let journal = try Journal(path: try place(surroundings).path, for: .changing)
    try report(journal, surroundings)
    return journal
  }

  /// Opens the journal to try something on that will not be kept; if there is
  /// none, an empty one that ends with the process.
  func openForTrial(_ surroundings: Surroundings) throws -> Journal {
    do {
      return try openForChanging(surroundings)
    } catch JournalError.noJournal {
      return try Journal(path: ":memory:", for: .writing(makingFolder: false))
    }
  }

  /// Says how to take back what was just logged.
  func hintAtUndo(_ surroundings: Surroundings) throws {
    let journal = path.map { " --journal \(ShellText.quoted($0))" } ?? ""
    try surroundings.say("Not right? Take it back with: nerve undo\(journal)")
  }

  /// The path, and whether it is the usual one that nobody named.
  private func place(_ surroundings: Surroundings) throws -> (path: String, isUsual: Bool) {
    if let path, path.isEmpty {
      throw UsageError("--journal names no file; give it a path or leave it out.")
    }
    let named = [path, surroundings.variable("NERVE_JOURNAL")].compactMap(\.self)
    if let named = named.first(where: { !$0.isEmpty }) {
      // To SQLite this is no file, and what is logged would be gone at the end.
      return (named == ":memory:" ? "./:memory:" : named, false)
    }
    if let folder = surroundings.variable("XDG_DATA_HOME"), folder.hasPrefix("/") {
      return ("\(folder)/nerve/journal.sqlite", true)
    }
    guard let home = surroundings.variable("HOME"), !home.isEmpty else {
      throw UsageError(
        "There is no home folder to keep the journal in; name a file with --journal.")
    }
    return ("\(home)/.local/share/nerve/journal.sqlite", true)
  }

  private func report(_ journal: Journal, _ surroundings: Surroundings) throws {
    if let backup = journal.migrationBackup {
      try surroundings.say(
        "The journal was brought up to date; as it was before, it lies in \(backup).")
    }
  }
}
