import CivilDay
import EntryInput
import JournalStore
import JournalModel
import Presentation
import WrittenValues

/// A valid but unlikely entry, so the program asks first.
struct SuspiciousEntry {
  /// What the command is about to do.
  enum Deed: String {
    case log
    case change
    case start
    case stop

    /// The question.
    var question: String {
      switch self {
      case .log: "Log it anyway?"
      case .change: "Change it anyway?"
      case .start: "Start it?"
      case .stop: "Stop it?"
      }
    }

    /// The echo if the answer is no.
    var denial: String {
      switch self {
      case .log: "Nothing was logged."
      case .change: "Nothing was changed."
      case .start: "Nothing was started."
      case .stop: "The trial goes on."
      }
    }
  }

  /// The reason to ask, as a sentence.
  let statement: String
  /// The error if the program cannot ask.
  let refusal: any Error
  /// What the command is about to do.
  let deed: Deed

  private init(_ statement: String, _ refusal: any Error, to deed: Deed = .log) {
    self.init(statement, refusal: refusal, deed: deed)
  }

  /// Creates the doubt of another command.
  init(_ statement: String, refusal: any Error, deed: Deed) {
    self.statement = statement
    self.refusal = refusal
    self.deed = deed
  }

  /// Returns the doubt that a day is so long ago that the year is probably wrong;
  /// `age` is a phrase such as "100 years ago".
  static func old(_ day: Day, named text: String, _ age: String) -> SuspiciousEntry {
    SuspiciousEntry("\(day.longDescription) is \(age).", InputError.oldDay(day, age).about(text))
  }

  /// Returns the doubt that the day is in the future.
  static func future(_ day: Day, named text: String, today: Day) -> SuspiciousEntry {
    SuspiciousEntry(
      "\(day.relativeDescription(today: today)) is in the future.",
      InputError.futureDay(day).about(text))
  }

  /// Returns the doubt that the same was already logged as `entry`.
  static func repetition(of entry: StoredEntry, _ text: EntryText) -> SuspiciousEntry {
    let name =
      "\(entry.table.noun) \(entry.id)" + (entry.day.map { " on \($0.longDescription)" } ?? "")
    return SuspiciousEntry(
      "This looks like \(name): \(DisplayText.visible(text.gist(of: entry))).",
      Refusal("This looks like \(name); add --yes to log it anyway."))
  }

  /// Returns the doubt about an unlikely value.
  private static func unlikely(_ what: String, to deed: Deed) -> SuspiciousEntry {
    SuspiciousEntry(
      "\(what).", Refusal("\(what); check it, or add --yes to \(deed.rawValue) it anyway."),
      to: deed)
  }

  /// Returns the doubts about `entry`, whose values need not be valid.
  static func unlikely(in entry: Entry) -> [SuspiciousEntry] {
    unlikelyValues(of: entry).map { unlikely($0.told, to: .log) }
  }

  /// Returns the doubts about `entry` that are new since the change.
  ///
  /// The text quotes a duration only if it was just typed: errors do not repeat the
  /// contents of the journal.
  static func unlikely(in entry: Entry, changedFrom before: Entry) -> [SuspiciousEntry] {
    let known = unlikelyValues(of: before).map(\.rule)
    let isTimeTyped = duration(of: entry) != duration(of: before)
    return unlikelyValues(of: entry).filter { !known.contains($0.rule) }
      .map { unlikely(isTimeTyped ? $0.told : $0.rule, to: .change) }
  }

  /// Returns the unlikely values, without and with their numbers.
  ///
  /// The limits are wide: they catch typing errors and do not judge a runner.
  private static func unlikelyValues(of entry: Entry) -> [(rule: String, told: String)] {
    Plausibility.doubts(about: entry).map { doubt in
      // The time as it was read shows an error such as 45:10 for 45 hours.
      let reading = doubt.isAboutTime ? duration(of: entry).map(ClockText.reading) : nil
      return (rule: doubt.text, told: doubt.text + (reading.map { ": \($0)" } ?? ""))
    }
  }

  /// The seconds of a run or a session, if they are known.
  private static func duration(of entry: Entry) -> Double? {
    entry.record(Run.self)?.durationS ?? entry.record(CrossTraining.self)?.durationS
  }
}

extension JournalSession {
  /// Asks whether to go on in spite of `doubt`, unless `--yes` was given.
  ///
  /// - Throws: ``Refusal`` if the answer is no, and the doubt's own error if the
  ///   program cannot ask.
  func settle(_ doubt: SuspiciousEntry) throws {
    guard !dialogue.answersYes else { return }
    let question = "\(doubt.statement) \(doubt.deed.question)"
    try announceLine()
    guard dialogue.mayAsk, let isMeant = try context.asksWhether(question) else {
      throw doubt.refusal
    }
    guard isMeant else {
      line?.isDeclined = true
      throw Refusal(doubt.deed.denial)
    }
  }

  /// Logs one entry as its own action, after asking about any doubts.
  func log(_ entry: Entry, command: String) throws -> Logged {
    try log([entry], command: command)
  }

  /// Logs entries as one action, after asking about any doubts.
  ///
  /// - Parameters:
  ///   - entries: The entries; one can refer by name to an earlier one.
  ///   - command: The command's name, for the history.
  /// - Returns: The id of the last entry, and the action.
  /// - Throws: ``Refusal`` if an answer is no, or any error of the journal.
  func log(_ entries: [Entry], command: String) throws -> Logged {
    let journal = try journal()
    guard entries.count == 1, let twin = try journal.possibleDuplicate(of: entries[0]),
      try journal.isFromFile(twin)
    else {
      for doubt in try doubts(about: entries, in: journal) { try settle(doubt) }
      return try journal.add(entries, command: command, today: latestDay)
    }
    for doubt in entries.flatMap(SuspiciousEntry.unlikely) { try settle(doubt) }
    guard try belongs(to: twin) else {
      return try journal.add(entries, command: command, today: latestDay, isApart: true)
    }
    return try journal.addTyped(
      entries[0], to: twin.id, command: command, today: latestDay,
      dayBoundaryMinutes: preferences.dayBoundaryMinutes)
  }

  /// Asks whether the typed entry is the imported `twin`.
  ///
  /// - Returns: Whether it is; otherwise it is a new entry.
  /// - Throws: ``Refusal`` if it is neither, or if the program cannot ask.
  private func belongs(to twin: StoredEntry) throws -> Bool {
    guard !dialogue.answersYes else { return false }
    let name =
      "\(twin.table.noun) \(twin.id)" + (twin.day.map { " on \($0.longDescription)" } ?? "")
    let gist = DisplayText.visible(entryText.gist(of: twin))
    let question = "This looks like \(name), from an import: \(gist). Add your details to it?"
    try announceLine()
    guard dialogue.mayAsk, let isSame = try context.asksWhether(question) else {
      let command = "nerve edit \(twin.table.word) \(twin.id)"
      throw Refusal(
        "This looks like \(name), from an import; add to it with \(command), or add --yes to log "
          + "another one.")
    }
    if isSame { return true }
    guard try context.asksWhether("Log it as a new \(twin.table.noun)?") == true else {
      line?.isDeclined = true
      throw Refusal(SuspiciousEntry.Deed.log.denial)
    }
    return false
  }

  /// Returns the doubts about entries to be logged together.
  ///
  /// - Throws: ``JournalError/invalid(_:)`` for an invalid value.
  func doubts(about entries: [Entry], in journal: Journal) throws -> [SuspiciousEntry] {
    // A stretch with a new exercise cannot be a duplicate. Invalid values fail here,
    // before any question.
    let isNew = entries.contains { $0.table == .exercise }
    let twins = isNew ? [] : try entries.compactMap(journal.possibleDuplicate)
    let repetition = twins.count == entries.count ? twins.first : nil
    return entries.flatMap(SuspiciousEntry.unlikely)
      + [repetition].compactMap { $0.map { SuspiciousEntry.repetition(of: $0, entryText) } }
  }
}
