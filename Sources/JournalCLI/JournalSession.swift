import CivilDay
import JournalStore

/// A command at work on a journal, with the clock and the units that the
/// journal's owner chose.
///
/// The settings are read before the words of the command are understood, since
/// a day or a distance may depend on them; a journal that does not exist yet is
/// only made once the command asks for it, when all its words were understood.
final class JournalSession {
  /// What a command does to the journal.
  enum Access {
    /// It reads; there must be a journal.
    case reading
    /// It changes what is there; there must be a journal.
    case changing
    /// It writes; the journal is made if there is none.
    case writing
  }

  /// The surroundings, whose clock knows when the journal's day ends.
  let surroundings: Surroundings
  /// What the journal's owner set.
  let preferences: Preferences

  private let place: JournalPlace
  private let access: Access
  private var opened: Journal?

  /// Opens the journal at `place` if it is there.
  init(_ place: JournalPlace, for access: Access, _ surroundings: Surroundings) throws {
    self.place = place
    self.access = access
    do {
      opened = try Journal(path: place.path, for: access == .reading ? .reading : .changing)
    } catch JournalError.noJournal {
      opened = nil
    }
    preferences = try opened.map { Preferences(try $0.settings()) } ?? Preferences()
    var surroundings = surroundings
    surroundings.now.dayBoundaryMinutes = preferences.dayBoundaryMinutes
    self.surroundings = surroundings
    if let backup = opened?.migrationBackup {
      try surroundings.say(
        "The journal was brought up to date; as it was before, it lies in \(backup).")
    }
  }

  /// The journal; made now, if there is none and the command writes.
  func journal() throws -> Journal {
    if let opened { return opened }
    let journal =
      switch access {
      case .reading: try Journal(path: place.path, for: .reading)
      case .changing: try Journal(path: place.path, for: .changing)
      // A folder is only made where the program chose it: elsewhere a missing
      // one is more likely a slip.
      case .writing: try Journal(path: place.path, for: .writing(makingFolder: place.isUsual))
      }
    opened = journal
    return journal
  }

  /// The journal to try something on that will not be kept; if there is none,
  /// an empty one that ends with the process.
  func journalForTrial() throws -> Journal {
    try opened ?? Journal(path: ":memory:", for: .writing(makingFolder: false))
  }

  /// The clock on the wall.
  var now: LocalMoment { surroundings.now }

  /// The day that it is by the journal's day boundary.
  var today: Day { surroundings.now.journalDay }

  /// Entries in the words of a runner, in the owner's unit.
  var entryText: EntryText { EntryText(unit: preferences.unit) }

  /// Says on the output what was logged, and how to take it back.
  ///
  /// - Parameters:
  ///   - what: What was understood, such as "Run: 8.2 km".
  ///   - day: Its day.
  ///   - logged: Its id.
  /// - Throws: What writing throws.
  func confirm(_ what: String, on day: Day, _ logged: Logged) throws {
    let when = spoken(day, today: today)
    try surroundings.output.write("\(DisplayText.visible(what)) on \(when)  [\(logged.id)]\n")
    try hintAtUndo()
  }

  /// A command as it has to be typed to meet the same journal.
  func typed(_ command: String) -> String {
    command + (place.typed.map { " --journal \(ShellText.quoted($0))" } ?? "")
  }

  /// Says how to take back what was just logged.
  func hintAtUndo() throws {
    try surroundings.say("Not right? Take it back with: \(typed("nerve undo"))")
  }
}
