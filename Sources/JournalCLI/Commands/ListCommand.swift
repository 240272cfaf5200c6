import ArgumentParser
import JournalStore
import JournalModel

/// Lists entries, newest first.
struct ListCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List entries, newest first.",
    discussion: """
        $ nerve list -n 10
        $ nerve list runs --from 2026-10-01
        $ nerve list runs stretches --on -7d..yesterday --json
        $ nerve list runs --shoe pegasus --search "calf hill*"

      The kinds are runs, check-ins, stretches, flares, cross, marks and \
      guidance. List shoes and exercises on their own. A search finds entries \
      with all its words in their notes; see: nerve search --help
      """)

  @Argument(
    help: ArgumentHelp("Kinds of entries. Default: all.", valueName: "kind"),
    completion: .kinds)
  var kinds: [String] = []

  @Option(help: ArgumentHelp("Only entries with these words in their notes.", valueName: "words"))
  var search: String?

  @OptionGroup var options: ListOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    try options.list(kinds, text: search, as: format, in: session)
  }
}
