import ArgumentParser
import CivilDay
import JournalStore

/// Lists entries, newest first.
struct ListCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List entries, newest first.",
    discussion: """
        $ nerve list -n 10
        $ nerve list --kind run --from 2026-10-01
        $ nerve list --from -7d --json
      """)

  @Option(
    name: [.customShort("n", allowingJoined: true), .long], help: "How many entries at most.")
  var number: String = "20"

  @Option(
    help: "Only: run, check_in, stretch, flare_up, cross_training, day_mark or guidance.")
  var kind: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("The first day.", valueName: "day"))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The last day.", valueName: "day"))
  var to: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    guard let count = Int(number), (1...1_000_000).contains(count) else {
      throw UsageError("The number of entries is a whole number from 1 to 1000000.")
    }
    let tables = try kind.map { name -> EntryTable in
      guard let table = EntryTable.dated.first(where: { $0.rawValue == name || $0.noun == name })
      else {
        throw UsageError(
          "A kind of entry is one of \(EntryTable.dated.map(\.rawValue).joined(separator: ", ")).")
      }
      return table
    }
    let days = try DaySpan(from: from, to: to, today: session.today)
    _ = try format.chosen()
    let journal = try session.journal()
    let entries = try journal.newest(
      count, of: tables.isEmpty ? EntryTable.dated : tables, in: days.days)
    try journal.labelSample(session.surroundings)
    try format.write(
      EntryList(entries: entries, unit: session.preferences.unit), session.surroundings)
    if entries.isEmpty { try session.surroundings.say("No entries.") }
  }
}
