import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import Presentation

/// Shows everything about an entry or a day.
struct ShowCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything about an entry or a day.",
    discussion: """
        $ nerve show run
        $ nerve show run 12 --json
        $ nerve show shoe pegasus
        $ nerve show yesterday

      The kinds are run, check-in, stretch, flare, cross, mark, guidance, shoe \
      and exercise. Without an id, shows the latest one; find ids with 'nerve \
      list'. A run also shows the leg pain around it.
      """)

  @Argument(
    help: ArgumentHelp("Kind and id, kind and name, or a day.", valueName: "kind|day"),
    completion: .references)
  var words: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("All entries of a day, or all of one kind.", valueName: "day"),
    completion: .days)
  var on: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    _ = try format.chosen()
    let wanted = try wanted(in: session)
    let journal = try session.journal()
    let entries = try entries(wanted, of: journal)
    try journal.labelSample(session.context)
    var isSingle = false
    if case .entry = wanted { isSingle = true }
    try format.write(
      EntryDetails(
        parts: entries.map { try part($0, of: journal) }, isSingle: isSingle,
        unit: session.preferences.unit, today: session.today), session.context)
    if entries.isEmpty { try session.context.say("No entries.") }
  }

  /// What to show.
  private enum Wanted {
    case day(Day, [EntryTable])
    case entry(EntryTable, name: String?)
  }

  private func wanted(in session: JournalSession) throws -> Wanted {
    let day = { (text: String) in
      try DayExpression.parse(text, today: session.today, allowingFuture: true)
    }
    guard let word = words.first else {
      return .day(try on.map(day) ?? session.today, EntryTable.dated)
    }
    let all = words.joined(separator: " ")
    if DayExpression.names(all) {
      guard on == nil else { throw UsageError("Show one day at a time; remove one.") }
      return .day(try day(all), EntryTable.dated)
    }
    guard (try? EntryID.parse(word)) == nil else {
      throw UsageError(
        "The id \(Quoted.text(word)) needs its kind, as in: nerve show run 12")
    }
    let table = try EntryNoun.table(word)
    guard let on else {
      guard words.count <= 2 else {
        throw UsageError("Show one entry at a time; put a name of several words in quotes.")
      }
      return .entry(table, name: words.dropFirst().first)
    }
    guard words.count == 1, EntryTable.dated.contains(table) else {
      throw UsageError(
        "--on shows the entries of a day; use a kind of entry with a day, and no id.")
    }
    return .day(try day(on), [table])
  }

  private func entries(_ wanted: Wanted, of journal: Journal) throws -> [StoredEntry] {
    switch wanted {
    case .day(let day, let tables):
      return try journal.newest(Self.mostEntries, of: tables, in: day...day).reversed()
    case .entry(let table, let name):
      let id = try name.map { try journal.entryID(of: table, called: $0) }
      return [try journal.knownEntry(try id ?? journal.latestID(of: table), of: table)]
    }
  }

  /// More than anyone logs in a day.
  private static let mostEntries = 10_000

  private func part(_ entry: StoredEntry, of journal: Journal) throws -> EntryDetails.Part {
    switch entry.table {
    case .run:
      return EntryDetails.Part(
        entry: entry, response: try entry.day.map { try journal.response(toRunOn: $0) })
    case .footwear:
      return EntryDetails.Part(entry: entry, use: try journal.footwearUse(of: entry.id))
    default: return EntryDetails.Part(entry: entry)
    }
  }
}
