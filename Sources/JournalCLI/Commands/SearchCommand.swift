import ArgumentParser
import EntryInput
import JournalStore
import JournalModel

/// Lists the entries with certain words in their notes.
struct SearchCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find entries by words in their notes.",
    discussion: """
        $ nerve search calf hill
        $ nerve search 'calf hill*' --kind run --from 2026-10-01
        $ nerve search '"long drive"' --json

      Finds entries with all the words, in any order. "Double quotes" keep words \
      together, and hill* also finds hills. Case and accents do not matter. \
      Searches notes, triggers, medication and advice.
      """)

  // All words, as one of them can begin with a dash.
  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("Words to find.", valueName: "words"))
  var words: [String] = []

  @OptionGroup var options: ListOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    try DashValues.checkNoOptions(in: words, of: "search")
    guard !words.isEmpty else {
      throw UsageError(
        "nerve search needs words to find, as in: nerve search calf hill")
    }
    try options.list([], text: words.joined(separator: " "), as: format, in: session)
  }
}
