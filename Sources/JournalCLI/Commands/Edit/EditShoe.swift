import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a shoe.
struct EditShoe: DatedEntryEditing {
  static let table = EntryTable.footwear
  static let configuration = CommandConfiguration(
    commandName: "shoe",
    abstract: "Change a shoe.",
    discussion: """
        $ nerve edit shoe pegasus --limit 800km
        $ nerve edit shoe pegasus --name "Pegasus 40"
        $ nerve edit shoe --on 2026-03-01

      Give the shoe by name, by the start of its name or by id. Without one, \
      changes the latest shoe. --on is its first day.
      """,
    aliases: ["footwear"])

  static let clearable: KeyValuePairs = [
    "model": ["model"], "kind": ["kind"], "drop": ["drop_mm"], "on": ["first_day"],
    "start-distance": ["start_distance_m"], "limit": ["limit_distance_m"], "note": ["note"],
  ]

  @Argument(help: ArgumentHelp("Name or id of the shoe.", valueName: "shoe"), completion: .shoes)
  var words: [String] = []

  @Option(help: ArgumentHelp("Another name.", valueName: "text"))
  var name: String?

  @OptionGroup var options: FootwearOptions
  @OptionGroup var edit: EditOptions

  func values(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> [String: SQLiteValue] {
    guard words.isEmpty else {
      throw UsageError("Change one shoe at a time; put a name of several words in quotes.")
    }
    var values = try options.values(unit: session.preferences.unit)
    if let name { values["name"] = .text(name) }
    return values
  }
}
