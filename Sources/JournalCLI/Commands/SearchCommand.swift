import ArgumentParser
import EntryInput
import JournalStore
import JournalModel

/// Lists the entries in whose notes some words stand.
struct SearchCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find entries by words in their notes.",
    discussion: """
        $ nerve search calf hill
        $ nerve search 'calf hill*' --kind run --from 2026-10-01
        $ nerve search '"long drive"' --json

      All words must be there, in any order; words between double quotes stand \
      one after the other, and a star stands for the rest of a word. Case and \
      accents do not matter. Notes, triggers, medication and advice are searched.
      """)

  // All words, since one may begin with a dash.
  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The words to look for.", valueName: "words"))
  var words: [String] = []

  @OptionGroup var options: ListOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    try DashValues.checkNoOptions(in: words, of: "search")
    guard !words.isEmpty else {
      throw UsageError(
        "nerve search needs <words> to look for, for example: nerve search calf hill")
    }
    try options.list([], text: words.joined(separator: " "), as: format, in: session)
  }
}
