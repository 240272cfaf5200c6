import CivilDay
import JournalStore

/// Something that can be meant, but is more likely a slip: it is asked about.
struct Doubt {
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
  static func old(_ day: Day, named text: String, _ age: String) -> Doubt {
    Doubt("\(spoken(day)) is \(age).", InputError.oldDay(day, age).about(text))
  }

  /// The day is still to come.
  static func future(_ day: Day, named text: String, today: Day) -> Doubt {
    Doubt(
      "\(spoken(day, today: today)) is still to come.", InputError.futureDay(day).about(text))
  }

  /// The same may have been logged as `entry` already.
  static func repetition(of entry: StoredEntry, _ text: EntryText) -> Doubt {
    let name = "\(entry.table.noun) \(entry.id)" + (entry.day.map { " of \(spoken($0))" } ?? "")
    return Doubt(
      "Looks like \(name): \(DisplayText.visible(text.gist(of: entry))).",
      Refusal("This looks like \(name); add --yes to log it anyway."))
  }

  /// A value that hardly anybody has.
  private static func unlikely(_ what: String, to deed: Deed) -> Doubt {
    Doubt(
      "\(what).", Refusal("\(what); check it, or add --yes to \(deed.rawValue) it anyway."),
      to: deed)
  }

  /// What is unlikely about `entry`, whose values need not be checked yet.
  static func unlikely(in entry: Entry) -> [Doubt] {
    unlikelyValues(of: entry).map { unlikely($0.told, to: .log) }
  }

  /// What is unlikely about `entry`, but was not before it was changed.
  static func unlikely(in entry: Entry, changedFrom before: Entry) -> [Doubt] {
    let known = unlikelyValues(of: before).map(\.rule)
    return unlikelyValues(of: entry).filter { !known.contains($0.rule) }
      .map { unlikely($0.told, to: .change) }
  }

  /// What is unlikely, and how it is told with the values.
  ///
  /// The bounds are wide: they are to catch a slip, not to judge a runner.
  private static func unlikelyValues(of entry: Entry) -> [(rule: String, told: String)] {
    func number(_ field: String) -> Double? {
      switch entry.values[field] {
      case .integer(let number): Double(number)
      case .real(let number): number
      case .text(let text): Double(text)
      default: nil
      }
    }
    var doubts: [(rule: String, told: String)] = []
    func doubt(_ rule: String, _ reading: String? = nil) {
      doubts.append((rule, rule + (reading.map { ": \($0)" } ?? "")))
    }
    switch entry.table {
    case .run:
      let (metres, seconds) = (number("distance_m"), number("duration_s"))
      if let metres, metres > 100_000 { doubt("The run is longer than 100 km") }
      if let seconds, seconds > 86_400 {
        doubt("The run takes more than a day", ClockText.reading(seconds))
      }
      if let metres, let seconds, metres > 0 {
        let pace = seconds / metres * 1000
        let reading = ClockText.reading(seconds)
        if pace < 120 { doubt("The pace is faster than anybody runs", reading) }
        if pace > 1200 { doubt("The pace is slower than a walk", reading) }
      }
    case .crossTraining:
      if let seconds = number("duration_s"), seconds > 86_400 {
        doubt("The session takes more than a day", ClockText.reading(seconds))
      }
    case .checkIn:
      if let hours = number("sleep_hours"), hours > 16 {
        doubt("These are more than 16 hours of sleep")
      }
      if let hours = number("sitting_hours"), hours > 18 {
        doubt("These are more than 18 hours of sitting")
      }
    default: break
    }
    return doubts
  }
}

extension JournalSession {
  /// Asks whether `doubt` is unfounded, unless that was said beforehand.
  ///
  /// - Throws: ``Refusal`` if the answer is no, and the doubt's own refusal if
  ///   there is nobody to ask.
  func settle(_ doubt: Doubt) throws {
    guard !dialogue.answersYes else { return }
    let question = "\(doubt.statement) \(doubt.deed.question)"
    guard dialogue.mayAsk, let isMeant = try surroundings.asksWhether(question) else {
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
    for doubt in try doubts(about: entries, in: journal) { try settle(doubt) }
    return try journal.add(entries, command: command, today: latestDay)
  }

  /// What is doubtful about entries that are to be logged together.
  ///
  /// - Throws: ``JournalError/invalid(_:)`` for a value that cannot be.
  func doubts(about entries: [Entry], in journal: Journal) throws -> [Doubt] {
    // What comes with something new, such as its exercise, is new itself. A value
    // that cannot be is refused here, before anything is asked.
    let isNew = entries.contains { $0.table == .exercise }
    let twins = isNew ? [] : try entries.compactMap(journal.possibleDuplicate)
    let repetition = twins.count == entries.count ? twins.first : nil
    return entries.flatMap(Doubt.unlikely)
      + [repetition].compactMap { $0.map { Doubt.repetition(of: $0, entryText) } }
  }
}
