import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a flare-up.
struct EditFlare: DatedEntryEditing {
  typealias Record = FlareUp

  static let configuration = CommandConfiguration(
    commandName: "flare",
    abstract: "Change a flare-up.",
    discussion: """
        $ nerve edit flare --peak 8
        $ nerve edit flare 3 --on 2026-02-03 --end 2026-02-10
        $ nerve edit flare --trigger "long drive"

      Without an id, changes the latest one. --on is its first day, --end its \
      last; without a last day it is in progress.
      """,
    aliases: ["flare-up", "flareup", "flare_up"])

  @Argument(help: ArgumentHelp("Its id.", valueName: "id"))
  var words: [String] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The last day.", valueName: "day"))
  var end: String?

  @OptionGroup var options: FlareOptions
  @OptionGroup var edit: EditOptions

  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<FlareUp> {
    guard words.isEmpty else {
      throw UsageError(
        "\(Quoted.text(words[0])) is not an id; find the id with nerve list.")
    }
    var changes = try options.changes(on: day, in: session)
    if let end { changes[\.endDay] = try edit.entry.days.day(named: end, in: session) }
    return changes
  }
}
