import CivilDay
import EntryInput
import JournalStore
import JournalModel
import Presentation
import WrittenValues

/// Something that can be meant, but is more likely a slip: it is asked about.
struct SuspiciousEntry {
  /// What is about to be done with an entry.
  enum Deed: String {
    case log
    case change

    /// What is asked.
    var question: String {
      switch self {
      case .log: "Log it anyway?"
      case .change: "Change it anyway?"
      }
    }

    /// What was not done if the answer is no.
    var denial: String {
      switch self {
      case .log: "Nothing was logged."
      case .change: "Nothing was changed."
      }
    }
  }

  /// What is doubtful, as a sentence for whoever is asked.
  let statement: String
  /// What is thrown where nobody can be asked.
  let refusal: any Error
  /// What is asked about.
  let deed: Deed

  private init(_ statement: String, _ refusal: any Error, to deed: Deed = .log) {
    self.statement = statement
    self.refusal = refusal
    self.deed = deed
  }

  /// The day lies `age` back, such as "100 years ago", which is more likely a slip of
  /// the year.
  static func old(_ day: Day, named text: String, _ age: String) -> SuspiciousEntry {
    SuspiciousEntry("\(day.longDescription) is \(age).", InputError.oldDay(day, age).about(text))
  }

  /// The day is still to come.
  static func future(_ day: Day, named text: String, today: Day) -> SuspiciousEntry {
    SuspiciousEntry(
      "\(day.relativeDescription(today: today)) is still to come.",
      InputError.futureDay(day).about(text))
  }

  /// The same may have been logged as `entry` already.
  static func repetition(of entry: StoredEntry, _ text: EntryText) -> SuspiciousEntry {
    let name =
      "\(entry.table.noun) \(entry.id)" + (entry.day.map { " of \($0.longDescription)" } ?? "")
    return SuspiciousEntry(
      "Looks like \(name): \(DisplayText.visible(text.gist(of: entry))).",
      Refusal("This looks like \(name); add --yes to log it anyway."))
  }

  /// A value that hardly anybody has.
  private static func unlikely(_ what: String, to deed: Deed) -> SuspiciousEntry {
    SuspiciousEntry(
      "\(what).", Refusal("\(what); check it, or add --yes to \(deed.rawValue) it anyway."),
      to: deed)
  }

  /// What is unlikely about `entry`, whose values need not be checked yet.
  static func unlikely(in entry: Entry) -> [SuspiciousEntry] {
    unlikelyValues(of: entry).map { unlikely($0.told, to: .log) }
  }

  /// What is unlikely about `entry`, but was not before it was changed.
  ///
  /// A duration is told only if it was typed just now: what the journal holds is
  /// not repeated.
  static func unlikely(in entry: Entry, changedFrom before: Entry) -> [SuspiciousEntry] {
    let known = unlikelyValues(of: before).map(\.rule)
    let isTimeTyped = duration(of: entry) != duration(of: before)
    return unlikelyValues(of: entry).filter { !known.contains($0.rule) }
      .map { unlikely(isTimeTyped ? $0.told : $0.rule, to: .change) }
  }

  /// What is unlikely, and how it is told with the values.
  ///
  /// The bounds are wide: they are to catch a slip, not to judge a runner.
  private static func unlikelyValues(of entry: Entry) -> [(rule: String, told: String)] {
    var doubts = Plausibility.doubts(about: entry).map { doubt in
      // What was read beside it shows a slip in the form of a time.
      let reading = doubt.isAboutTime ? duration(of: entry).map(ClockText.reading) : nil
      return (rule: doubt.text, told: doubt.text + (reading.map { ": \($0)" } ?? ""))
    }
    func doubt(_ rule: String) { doubts.append((rule, rule)) }
    if let checkIn = entry.record(CheckIn.self) {
      if let hours = checkIn.sleepHours, hours > 16 {
        doubt("These are more than 16 hours of sleep")
      }
      if let hours = checkIn.sittingHours, hours > 18 {
        doubt("These are more than 18 hours of sitting")
      }
    }
    return doubts
  }

  /// The seconds of a run or a session, if they are known.
  private static func duration(of entry: Entry) -> Double? {
    entry.record(Run.self)?.durationS ?? entry.record(CrossTraining.self)?.durationS
  }
}

extension JournalSession {
  /// Asks whether `doubt` is unfounded, unless that was said beforehand.
  ///
  /// - Throws: ``Refusal`` if the answer is no, and the doubt's own refusal if
  ///   there is nobody to ask.
  func settle(_ doubt: SuspiciousEntry) throws {
    guard !dialogue.answersYes else { return }
    let question = "\(doubt.statement) \(doubt.deed.question)"
    guard dialogue.mayAsk, let isMeant = try context.asksWhether(question) else {
      throw doubt.refusal
    }
    guard isMeant else { throw Refusal(doubt.deed.denial) }
  }

  /// Logs one entry as an action of its own, after what is doubtful about it was
  /// asked.
  func log(_ entry: Entry, command: String) throws -> Logged {
    try log([entry], command: command)
  }

  /// Logs entries that belong together as one action, after what is doubtful
  /// about them was asked.
  ///
  /// - Parameters:
  ///   - entries: The rows; one may refer by name to one before it.
  ///   - command: The command's name, for the history.
  /// - Returns: The id of the last row, and the action to undo all of them by.
  /// - Throws: ``Refusal`` if they are not meant, or what the journal throws.
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

  /// Asks whether what was typed is `twin`, which came from a file, or one more.
  ///
  /// - Throws: ``Refusal`` if it is neither, or if there is nobody to ask.
  private func belongs(to twin: StoredEntry) throws -> Bool {
    guard !dialogue.answersYes else { return false }
    let name =
      "\(twin.table.noun) \(twin.id)" + (twin.day.map { " of \($0.longDescription)" } ?? "")
    let gist = DisplayText.visible(entryText.gist(of: twin))
    let question = "Looks like \(name) from a file: \(gist). Add what you typed to it?"
    guard dialogue.mayAsk, let isSame = try context.asksWhether(question) else {
      let command = "nerve edit \(twin.table.word) \(twin.id)"
      throw Refusal(
        "This looks like \(name), which came from a file; add to it with \(command), or "
          + "add --yes to log another one.")
    }
    if isSame { return true }
    guard try context.asksWhether("Log it as another one?") == true else {
      throw Refusal(SuspiciousEntry.Deed.log.denial)
    }
    return false
  }

  /// What is doubtful about entries that are to be logged together.
  ///
  /// - Throws: ``JournalError/invalid(_:)`` for a value that cannot be.
  func doubts(about entries: [Entry], in journal: Journal) throws -> [SuspiciousEntry] {
    // What comes with something new, such as its exercise, is new itself. A value
    // that cannot be is refused here, before anything is asked.
    let isNew = entries.contains { $0.table == .exercise }
    let twins = isNew ? [] : try entries.compactMap(journal.possibleDuplicate)
    let repetition = twins.count == entries.count ? twins.first : nil
    return entries.flatMap(SuspiciousEntry.unlikely)
      + [repetition].compactMap { $0.map { SuspiciousEntry.repetition(of: $0, entryText) } }
  }
}
