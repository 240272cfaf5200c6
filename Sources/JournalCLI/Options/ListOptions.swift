import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import Presentation

/// What narrows a list of entries.
struct ListOptions: ParsableArguments {
  @Option(
    name: [.customShort("n", allowingJoined: true), .long], help: "How many entries at most.")
  var number: String = "20"

  @Option(
    help: "Only entries of a kind, such as run or stretch; may be repeated.", completion: .kinds)
  var kind: [String] = []

  @OptionGroup var span: DaySpanOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("One day, or days such as -7d..yesterday.", valueName: "day"),
    completion: .days)
  var on: String?

  @Option(help: ArgumentHelp("Only runs in a shoe.", valueName: "name"), completion: .shoes)
  var shoe: String?

  @Flag(help: "Only runs and cross-training that came in with doubts.")
  var doubts = false

  /// Prints the newest entries that are wanted.
  ///
  /// - Parameters:
  ///   - kinds: Words for kinds beside those of `--kind`.
  ///   - text: What must stand in their notes.
  ///   - format: How to print them.
  ///   - session: The journal.
  /// - Throws: ``UsageError``, ``InputError`` or `JournalError`.
  func list(
    _ kinds: [String], text: String?, as format: FormatOptions, in session: JournalSession
  ) throws {
    guard let count = Int(number), (1...1_000_000).contains(count) else {
      throw UsageError(
        "The number of entries is a whole number from 1 to 1000000, not \(Quoted.text(number)).")
    }
    let tables = try tables(kinds)
    let days = try days(today: session.today)
    let search = try text.map(SearchExpression.parse)
    _ = try format.chosen()
    let opened = try session.journal()
    if tables.count == 1, tables[0].hasNames, search == nil, !doubts {
      return try listNamed(tables[0], as: format, in: session)
    }
    // What was written about shoes and exercises belongs to no day.
    let all = search == nil || days != nil ? EntryTable.dated : EntryNoun.entries
    let filter = EntryFilter(
      shoe != nil ? [.run] : tables.isEmpty ? all : tables, days: days,
      footwear: try shoe.map { try opened.shoe(called: $0) }, text: search, isDoubtful: doubts)
    let (entries, more) = try opened.newest(count, matching: filter, countingUpTo: Self.mostCounted)
    try opened.labelSample(session.context)
    try format.write(
      EntryList(entries: entries, unit: session.preferences.unit, tellsDoubts: doubts),
      session.context)
    if entries.isEmpty { try session.context.say("No entries.") }
    if more > 0 { try session.context.say(Self.rest(more, after: count)) }
  }

  /// How far entries that are left out are counted.
  private static let mostCounted = 101

  private static func rest(_ more: Int, after count: Int) -> String {
    more < mostCounted
      ? "There \(more == 1 ? "is 1" : "are \(more)") more, seen with -n \(count + more)."
      : "There are more than \(mostCounted - 1) more; name a kind or days, or see them with "
        + "-n \(count + mostCounted - 1) and up."
  }

  private func tables(_ kinds: [String]) throws -> [EntryTable] {
    let tables = try (kinds + kind).reduce(into: [EntryTable]()) { tables, word in
      guard !DayExpression.names(word) else { throw InputError.dayWithoutOption.about(word) }
      let table = try EntryNoun.table(word)
      if !tables.contains(table) { tables.append(table) }
    }
    guard shoe == nil || tables.isEmpty || tables == [.run] else {
      throw UsageError("--shoe is for runs; leave the other kinds out.")
    }
    return tables
  }

  private func days(today: Day) throws -> ClosedRange<Day>? {
    guard let on else {
      return span.isOpen ? nil : try span.days(today: today)
    }
    guard span.isOpen else {
      throw UsageError("--on names all the days; leave --from and --to out.")
    }
    return try DayRangeExpression.parse(on, today: today, allowingFuture: true)
  }

  /// Shoes or exercises, which belong to no day, as their own command lists them.
  private func listNamed(
    _ table: EntryTable, as format: FormatOptions, in session: JournalSession
  ) throws {
    guard span.isOpen, on == nil else {
      let names = table.pluralWord
      throw UsageError("All \(names) are listed, whatever the day: nerve list \(names)")
    }
    if table == .footwear {
      try ShoeCommand.List.list(as: format, in: session)
    } else {
      try ExerciseCommand.List.list(as: format, in: session)
    }
  }
}
