import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a shoe.
struct EditShoe: DatedEntryEditing {
  typealias Record = Shoe

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

  @Argument(help: ArgumentHelp("Name or id of the shoe.", valueName: "shoe"), completion: .shoes)
  var words: [String] = []

  @Option(help: ArgumentHelp("Another name.", valueName: "text"))
  var name: String?

  @OptionGroup var options: FieldOptions<Shoe>
  @OptionGroup var edit: EditOptions

  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<Shoe> {
    guard words.isEmpty else {
      throw UsageError("Change one shoe at a time; put a name of several words in quotes.")
    }
    var changes = try options.changes(unit: session.preferences.unit)
    if let name { changes[\.name] = name }
    return changes
  }
}
