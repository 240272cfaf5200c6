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
      guidance; shoes and exercises are listed alone. A search finds entries in \
      whose notes all its words stand; see: nerve search --help
      """)

  @Argument(
    help: ArgumentHelp("Kinds of entries; all if there is none.", valueName: "kind"),
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
