import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Deletes entries.
struct DeleteCommand: JournalSubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete entries by id.",
    discussion: """
        $ nerve delete run 12
        $ nerve delete stretch 3 4 5
        $ nerve delete shoe pegasus --force

      Find ids with 'nerve list'; for shoes and exercises, you can use names. To \
      remove the latest entry, 'nerve undo' is quicker. It also undoes deletions.
      """)

  @Argument(help: ArgumentHelp("Kind of entry.", valueName: "kind"), completion: .references)
  var kind: String

  @Argument(
    help: ArgumentHelp("Ids, or names of shoes or exercises.", valueName: "id"),
    completion: .references)
  var names: [String] = []

  @Flag(help: "Delete a shoe that has runs; the runs stay, without a shoe.")
  var force = false

  @OptionGroup var journal: JournalOptions

  /// The most entries to delete without asking.
  private static let fewEntries = 5

  func run(in session: JournalSession) throws {
    let table = try EntryNoun.table(kind)
    let noun = table.word
    guard !names.isEmpty else {
      throw UsageError(
        "nerve delete needs an id, as in: nerve delete \(noun) 12; find ids with nerve list.")
    }
    let opened = try session.journal()
    let ids = try names.reduce(into: [Int]()) { ids, name in
      let id = try opened.entryID(of: table, called: name)
      if !ids.contains(id) { ids.append(id) }
    }
    for id in ids { _ = try opened.knownEntry(id, of: table) }
    if ids.count > Self.fewEntries,
      try session.context.asksWhether("Delete \(table.counted(ids.count))?")
        == false
    {
      return try session.context.say("Nothing was deleted.")
    }
    let deleted = try opened.delete(
      ids, of: table, command: "delete \(noun)", releasingRuns: force)
    let told = deleted.entries.map { entry in
      let day =
        entry.table.hasNames ? nil : entry.day.map { $0.relativeDescription(today: session.today) }
      let facts = session.entryText.facts(of: entry)
      return DisplayText.visible(
        "Deleted \(noun): \(facts)\(day.map { " on \($0)" } ?? "")  [\(entry.id)]") + "\n"
    }
    let released = deleted.released.map { "\(Self.told($0, table))\n" }
    try session.context.tell((told + released).joined())
    try session.hintAtUndo()
  }

  /// Returns what happens to entries that referred to deleted ones.
  private static func told(_ released: Dependents, _ table: EntryTable) -> String {
    let who = released.table.counted(released.count)
    let one = released.count == 1
    return switch (table, released.table) {
    case (.footwear, _): "\(who) now \(one ? "has" : "have") no shoe."
    case (.run, .flareUp): "\(who) no longer \(one ? "has" : "have") a run as a trigger."
    default: "\(who) no longer \(one ? "belongs" : "belong") to a \(table.noun)."
    }
  }
}
