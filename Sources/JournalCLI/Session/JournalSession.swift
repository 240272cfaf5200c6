import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// A command at work on a journal, with its owner's clock and units.
///
/// The settings are read before the words of the command, as a day or a distance
/// can depend on them. A new journal is created only when the command first uses
/// it, once all words are understood.
final class JournalSession {
  /// The kind of access to the journal.
  enum Access {
    /// Reading; the journal must exist.
    case reading
    /// Reading for a study, without changing anything; the journal must exist.
    case studying
    /// Changing entries; the journal must exist.
    case changing
    /// Writing; the journal is created if there is none.
    case writing

    /// The purpose for which a journal that exists is opened.
    fileprivate var purpose: Journal.Purpose {
      switch self {
      case .reading: .reading
      case .studying: .studying
      case .changing, .writing: .changing
      }
    }
  }

  /// The context, with a clock that knows the day boundary.
  private(set) var context: CommandContext
  /// The settings of the journal.
  let preferences: Preferences
  /// How much the command asks and prints.
  let dialogue: Dialogue
  /// The last day that an entry may have, or `nil` if any may.
  private(set) var latestDay: Day?

  /// The line of a file that is logged, if it is not what was typed now.
  let line: LineInProgress?

  private let place: JournalPlace
  private let check: Journal.Check
  private let backups: BackupPlace
  private let access: Access
  private var opened: Journal?
  /// The session that a line is logged in.
  private let base: JournalSession?

  /// Opens the journal at `place` if it exists.
  init(
    _ place: JournalPlace, for access: Access, _ context: CommandContext,
    _ dialogue: Dialogue = Dialogue()
  ) throws {
    self.place = place
    self.access = access
    (line, base) = (nil, nil)
    // A study leaves no record of the journals that it read.
    check =
      access == .studying
      ? .always
      : StateFolder.path(context.variable).map {
        .unlessKnown(to: SoundnessRecord(folder: "\($0)/checked"))
      } ?? .always
    self.dialogue = dialogue
    backups = context.backupPlace(isQuiet: dialogue.isQuiet)
    latestDay = dialogue.answersYes ? nil : context.now.day
    do {
      opened = try Journal(
        path: place.path, for: access.purpose, check: check,
        backups: backups)
    } catch JournalError.noJournal {
      opened = nil
    }
    preferences = try opened.map { Preferences(try $0.settings()) } ?? Preferences()
    var context = context
    context.now.dayBoundaryMinutes = preferences.dayBoundaryMinutes
    self.context = context
    if let opened { knowComputer(opened) }
    if let backup = opened?.migrationBackup, !dialogue.isQuiet {
      try context.say(
        "The journal was upgraded. A backup from before the upgrade is in \(backup).")
    }
    if opened?.wasExposed == true {
      try context.say("Other people could read the journal; now only you can.")
    }
  }

  /// Creates the session of one line of a file: with the journal of `base`, and with the
  /// clock as it was when the line was written.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - base: The session that reads the file.
  ///   - dialogue: How much the line asks and prints.
  ///   - typed: The date of the line as written, for questions about it.
  /// - Throws: As ``allow(_:named:)``, for a line from a day that is unlikely.
  init(
    _ line: LineInProgress, in base: JournalSession, _ dialogue: Dialogue, dated typed: String
  ) throws {
    self.line = line
    self.base = base
    self.dialogue = dialogue
    (place, check, backups, access) = (base.place, base.check, base.backups, .writing)
    (preferences, opened, context) = (base.preferences, base.opened, base.context)
    latestDay = dialogue.answersYes ? nil : context.now.day
    try allow(line.moment.day, named: typed)
    context.now = line.moment
    context.now.dayBoundaryMinutes = preferences.dayBoundaryMinutes
    latestDay = latestDay.map { _ in line.moment.day }
  }

  /// Uses a journal that ends with the process if there is none, to show what would
  /// happen.
  func rehearse() throws { opened = try journalForTrial() }

  /// Brings the clock and the size of the terminal up to date, for a command that
  /// goes on for long.
  func refresh() {
    guard context.ownsProcess else { return }
    let boundary = context.now.dayBoundaryMinutes
    context.now = .now()
    context.now.dayBoundaryMinutes = boundary
    if let size = TerminalSize(of: STDOUT_FILENO) { context.terminalWidth = size.columns }
    if let size = TerminalSize(of: STDERR_FILENO) { context.messageWidth = size.columns }
  }

  /// Returns the journal, and creates it if there is none and the command writes.
  func journal() throws -> Journal {
    if let base { return try base.journal(for: line) }
    if let opened { return opened }
    let journal =
      switch access {
      case .reading, .studying, .changing: try open(for: access.purpose)
      // Only the default folder is created: a missing one elsewhere is probably a
      // typing error.
      case .writing: try open(for: .writing(makingFolder: place.isUsual))
      }
    opened = journal
    // Even with --quiet: a typing error in the path would create a second journal.
    if journal.isNew { try context.say("New journal at \(DisplayText.visible(place.path))") }
    return journal
  }

  /// Returns the journal for a line of a file, which it is about from here on.
  private func journal(for line: LineInProgress?) throws -> Journal {
    let journal = try journal()
    if let line, !line.isBegun {
      line.isBegun = true
      journal.beginLine(line.mark)
    }
    return journal
  }

  private func open(for purpose: Journal.Purpose) throws -> Journal {
    let journal = try Journal(
      path: place.path, for: purpose, check: check, backups: backups)
    knowComputer(journal)
    return journal
  }

  /// Returns the journal open for writing, beside a session that only reads.
  func writer() throws -> Journal {
    guard access == .reading else { return try journal() }
    // The file was checked just now. To hash it again would also release the locks that
    // SQLite has on it for the reader.
    let writer = try Journal(
      path: place.path, for: .changing, check: .none, backups: backups)
    knowComputer(writer)
    return writer
  }

  /// Lets what is written tell from which computer it is.
  private func knowComputer(_ journal: Journal) {
    journal.findDevice = { [variable = context.variable] in ComputerID.find(variable) }
  }

  /// Returns the journal for a trial; if there is none, an empty one that ends with
  /// the process.
  func journalForTrial() throws -> Journal {
    try opened ?? Journal(path: ":memory:", for: .writing(makingFolder: false))
  }

  /// Whether there is a journal already.
  var hasJournal: Bool { opened != nil }

  /// The local time.
  var now: LocalMoment { context.now }

  /// The current day, by the journal's day boundary.
  var today: Day { context.now.journalDay }

  /// Returns the UTC offset at `time` of `day`, by the rules of the computer's time
  /// zone.
  ///
  /// - Returns: The minutes; `nil` for a time that the clock showed twice or
  ///   skipped that day.
  func utcOffset(at time: TimeOfDay, on day: Day) -> Int? {
    let minute = time.second / 60
    // The night after a day is the next day in the calendar.
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

  /// Allows entries on `day`; asks first if it is in the future, or so long ago that
  /// the year is probably wrong.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - text: The day as typed.
  /// - Throws: ``InputError/futureDay(_:)`` or ``InputError/oldDay(_:_:)`` if it
  ///   cannot ask, or ``Refusal`` if the answer is no.
  func allow(_ day: Day, named text: String) throws {
    if let age = try unlikelyAge(of: day) { try settle(.old(day, named: text, age)) }
    guard let latestDay, day > latestDay else { return }
    try settle(.future(day, named: text, today: today))
    self.latestDay = nil
  }

  /// Returns how long ago `day` is, if it is more than five years, or more than a
  /// year before anything else in the journal: a wrong year would add years of
  /// days that are not tracked.
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

  /// The text of entries, in the owner's unit.
  var entryText: EntryText { EntryText(unit: preferences.unit) }

  /// The text of changes, in the owner's unit.
  var changeText: ChangeText { ChangeText(unit: preferences.unit, today: today) }

  /// Echoes an entry, with a hint at undo, unless the command is quiet.
  ///
  /// - Parameters:
  ///   - what: The entry as it was understood, such as "Run: 8.2 km".
  ///   - day: Its day, if it has one.
  ///   - logged: Its id.
  /// - Throws: Any error of writing.
  func confirm(_ what: String, on day: Day? = nil, _ logged: Logged) throws {
    try echo(what, on: day, id: logged.id)
    try hintAtUndo()
  }

  /// Echoes an entry, unless the command is quiet.
  func echo(_ what: String, on day: Day? = nil, id: Int) throws {
    if let line { return line.told.append(LineInProgress.Told(what: what, day: day, id: id)) }
    let when = day.map { " on \($0.relativeDescription(today: today))" } ?? ""
    try tell("\(DisplayText.visible(what))\(when)  [\(id)]\n")
  }

  /// Prints a result, unless the command is quiet.
  func tell(_ text: String) throws {
    if let line {
      let what = text.split(separator: "\n").joined(separator: " ")
      return line.told.append(LineInProgress.Told(what: what, day: nil, id: nil))
    }
    guard !dialogue.isQuiet else { return }
    try context.tell(text)
  }

  /// Prints a message, unless the command is quiet.
  func say(_ line: String) throws {
    if let written = self.line { return written.remarks.append(line) }
    guard !dialogue.isQuiet else { return }
    try context.say(line)
  }

  /// Returns a command as typed for the same journal.
  func typed(_ command: String) -> String {
    command + (place.typed.map { " --journal \(ShellText.quoted($0))" } ?? "")
  }

  /// Prints the hint at undo.
  func hintAtUndo() throws {
    guard !dialogue.isQuiet else { return }
    try hint("Not right? Undo it with", "nerve undo")
  }

  /// Prints a hint at a command for the same journal, with its purpose.
  func hint(_ purpose: String, _ command: String) throws {
    try context.hint("\(purpose): \(typed(command))")
  }
}
