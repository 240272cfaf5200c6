import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import Presentation

/// Options that narrow a list of entries.
struct ListOptions: ParsableArguments {
  @Option(
    name: [.customShort("n", allowingJoined: true), .long], help: "Number of entries to show.")
  var number: String = "20"

  @Option(
    help: "Only this kind, such as run or stretch; can be repeated.", completion: .kinds)
  var kind: [String] = []

  @OptionGroup var span: DaySpanOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Day, or days such as -7d..yesterday.", valueName: "day"),
    completion: .days)
  var on: String?

  @Option(help: ArgumentHelp("Only runs in this shoe.", valueName: "name"), completion: .shoes)
  var shoe: String?

  @Flag(help: "Only suspicious runs and cross-training from imports.")
  var doubts = false

  /// Prints the newest entries that match.
  ///
  /// - Parameters:
  ///   - kinds: Words for kinds, in addition to those of `--kind`.
  ///   - text: A search in their notes.
  ///   - format: How to print them.
  ///   - session: The journal.
  /// - Throws: ``UsageError``, ``InputError`` or `JournalError`.
  func list(
    _ kinds: [String], text: String?, as format: FormatOptions, in session: JournalSession
  ) throws {
    guard let count = Int(number), (1...1_000_000).contains(count) else {
      throw UsageError(
        "The number of entries must be from 1 to 1000000, not \(Quoted.text(number)).")
    }
    let tables = try tables(kinds)
    let days = try days(today: session.today)
    let search = try text.map(SearchExpression.parse)
    _ = try format.chosen()
    let opened = try session.journal()
    if tables.count == 1, tables[0].hasNames, search == nil, !doubts {
      return try listNamed(tables[0], as: format, in: session)
    }
    // Notes on shoes and exercises belong to no day.
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

  /// The number of hidden entries to count; counting all of them takes too long.
  private static let mostCounted = 101

  private static func rest(_ more: Int, after count: Int) -> String {
    more < mostCounted
      ? "\(more) more. To see \(more == 1 ? "it" : "them"), add -n \(count + more)."
      : "More than \(mostCounted - 1) others. Narrow the list by kind or day, or add "
        + "-n \(count + mostCounted - 1) or more."
  }

  private func tables(_ kinds: [String]) throws -> [EntryTable] {
    let tables = try (kinds + kind).reduce(into: [EntryTable]()) { tables, word in
      guard !DayExpression.names(word) else { throw InputError.dayWithoutOption.about(word) }
      let table = try EntryNoun.table(word)
      if !tables.contains(table) { tables.append(table) }
    }
    guard shoe == nil || tables.isEmpty || tables == [.run] else {
      throw UsageError("--shoe is only for runs; remove the other kinds.")
    }
    return tables
  }

  private func days(today: Day) throws -> ClosedRange<Day>? {
    guard let on else {
      return span.isOpen ? nil : try span.days(today: today)
    }
    guard span.isOpen else {
      throw UsageError("--on already gives the days; remove --from and --to.")
    }
    return try DayRangeExpression.parse(on, today: today, allowingFuture: true)
  }

  /// Lists shoes or exercises, which belong to no day, as their own command does.
  private func listNamed(
    _ table: EntryTable, as format: FormatOptions, in session: JournalSession
  ) throws {
    guard span.isOpen, on == nil else {
      let names = table.pluralWord
      throw UsageError("A list of \(names) takes no days; use: nerve list \(names)")
    }
    if table == .footwear {
      try ShoeCommand.List.list(as: format, in: session)
    } else {
      try ExerciseCommand.List.list(as: format, in: session)
    }
  }
}
