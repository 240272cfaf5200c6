import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

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

  /// The context, whose clock knows when the journal's day ends.
  let context: CommandContext
  /// What the journal's owner set.
  let preferences: Preferences
  /// How much the command asks and says.
  let dialogue: Dialogue
  /// The last day that an entry may have, or `nil` if any may.
  private(set) var latestDay: Day?

  private let place: JournalPlace
  private let access: Access
  private var opened: Journal?

  /// Opens the journal at `place` if it is there.
  init(
    _ place: JournalPlace, for access: Access, _ context: CommandContext,
    _ dialogue: Dialogue = Dialogue()
  ) throws {
    self.place = place
    self.access = access
    self.dialogue = dialogue
    latestDay = dialogue.answersYes ? nil : context.now.day
    do {
      opened = try Journal(path: place.path, for: access == .reading ? .reading : .changing)
    } catch JournalError.noJournal {
      opened = nil
    }
    preferences = try opened.map { Preferences(try $0.settings()) } ?? Preferences()
    var context = context
    context.now.dayBoundaryMinutes = preferences.dayBoundaryMinutes
    self.context = context
    if let backup = opened?.migrationBackup, !dialogue.isQuiet {
      try context.say(
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
    // Also where little is to be said: a slip in its name would make a second one.
    if journal.isNew { try context.say("New journal at \(DisplayText.visible(place.path))") }
    return journal
  }

  /// The journal to try something on that will not be kept; if there is none,
  /// an empty one that ends with the process.
  func journalForTrial() throws -> Journal {
    try opened ?? Journal(path: ":memory:", for: .writing(makingFolder: false))
  }

  /// The clock on the wall.
  var now: LocalMoment { context.now }

  /// The day that it is by the journal's day boundary.
  var today: Day { context.now.journalDay }

  /// What the clock was ahead of UTC at `time` of `day`, in minutes, by the rules
  /// of the zone that the computer is set to.
  ///
  /// - Returns: The minutes; `nil` for a time that the clock showed twice or
  ///   skipped that day.
  func utcOffset(at time: TimeOfDay, on day: Day) -> Int? {
    let minute = time.second / 60
    // The night after a day is the calendar's next one.
    let date = minute < preferences.dayBoundaryMinutes ? day + 1 : day
    return context.utcOffset(date, minute * 60)
  }

  /// Sets the clock time that `typed` names, with what the clock was ahead of UTC then.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - day: The day of the time.
  ///   - changes: Takes both.
  ///   - time: The field of the time.
  ///   - offset: The field of the minutes.
  /// - Throws: ``InputError``.
  func setTime<Record: JournalRecord>(
    _ typed: String, on day: Day, in changes: inout Changes<Record>,
    _ time: WritableKeyPath<Record, TimeOfDay?>, _ offset: WritableKeyPath<Record, Int?>
  ) throws {
    let clock = try ClockTime(typed).timeOfDay
    changes.set(time, to: clock)
    changes.set(offset, to: clock.flatMap { utcOffset(at: $0, on: day) })
  }

  /// Lets entries be of `day`, after asking if it is still to come, or so long ago
  /// that the year is more likely a slip.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - text: How it was typed.
  /// - Throws: ``InputError/futureDay(_:)`` or ``InputError/oldDay(_:_:)`` if there
  ///   is nobody to ask, or ``Refusal`` if it is not meant.
  func allow(_ day: Day, named text: String) throws {
    if let age = try unlikelyAge(of: day) { try settle(.old(day, named: text, age)) }
    guard let latestDay, day > latestDay else { return }
    try settle(.future(day, named: text, today: today))
    self.latestDay = nil
  }

  /// How long ago `day` is, if that is more than five years, or more than a year
  /// before anything else in the journal; a slip there would make years of days of
  /// which nothing is known.
  private func unlikelyAge(of day: Day) throws -> String? {
    guard !dialogue.answersYes else { return nil }
    if day < today.fiveYearsBefore {
      return "\((today - day) * 400 / 146_097) years ago"
    }
    guard day < today - 366, let first = try opened?.firstDay(), day < first - 366 else {
      return nil
    }
    return "more than a year before anything else in the journal"
  }

  /// Entries in the words of a runner, in the owner's unit.
  var entryText: EntryText { EntryText(unit: preferences.unit) }

  /// What happened to entries in words, in the owner's unit.
  var changeText: ChangeText { ChangeText(unit: preferences.unit, today: today) }

  /// Says on the output what was logged, and how to take it back, unless the
  /// command is to be quiet.
  ///
  /// - Parameters:
  ///   - what: What was understood, such as "Run: 8.2 km".
  ///   - day: Its day, if it belongs to one.
  ///   - logged: Its id.
  /// - Throws: What writing throws.
  func confirm(_ what: String, on day: Day? = nil, _ logged: Logged) throws {
    try echo(what, on: day, id: logged.id)
    try hintAtUndo()
  }

  /// Says on the output what was logged, unless the command is to be quiet.
  func echo(_ what: String, on day: Day? = nil, id: Int) throws {
    let when = day.map { " on \($0.relativeDescription(today: today))" } ?? ""
    try tell("\(DisplayText.visible(what))\(when)  [\(id)]\n")
  }

  /// Says on the output what was done, unless the command is to be quiet.
  func tell(_ text: String) throws {
    guard !dialogue.isQuiet else { return }
    try context.tell(text)
  }

  /// Says a line beside what was logged, unless the command is to be quiet.
  func say(_ line: String) throws {
    guard !dialogue.isQuiet else { return }
    try context.say(line)
  }

  /// A command as it has to be typed to meet the same journal.
  func typed(_ command: String) -> String {
    command + (place.typed.map { " --journal \(ShellText.quoted($0))" } ?? "")
  }

  /// Says how to take back what was just logged.
  func hintAtUndo() throws {
    guard !dialogue.isQuiet else { return }
    try hint("Not right? Take it back with", "nerve undo")
  }

  /// Says what a command that works on the same journal would be good for.
  func hint(_ purpose: String, _ command: String) throws {
    try context.hint("\(purpose): \(typed(command))")
  }
}
