import ArgumentParser
import EntryInput
import JournalStore
import Presentation

/// Opens an SQL shell on the journal.
struct ShellCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Query the journal with SQL, line by line.",
    discussion: """
        $ nerve shell
        $ nerve shell --format line
        $ nerve shell --with sqlite3

      Statements end with a semicolon, and only read. Tab completes tables, \
      columns, functions and saved queries; the arrow keys show earlier \
      statements. \\d lists tables, \\run runs a saved query, \\h shows all \
      commands, \\q leaves.

      From a pipe, it runs every line and goes on after a mistake; the exit status \
      is then 1.

      Each shell keeps a history for the journal, readable only by you.
      """)

  static var isPaged: Bool { false }

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Open another shell instead: litecli or sqlite3.", valueName: "program"),
    completion: .cases(of: OtherShell.self))
  var program: String?

  @Option(
    help: ArgumentHelp("Format of results, as in nerve sql.", valueName: "format"),
    completion: .cases(of: QueryFormat.self))
  var format: String?

  @Option(help: ArgumentHelp("Time limit of a statement in seconds; 0 for none.", valueName: "s"))
  var timeout: String = "30"

  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    let other = try program.map { word in
      guard let known = OtherShell(rawValue: word) else {
        throw UsageError(unknown: "shell", word, use: "litecli or sqlite3")
      }
      return known
    }
    let session = try journal.session(for: .reading, context)
    guard let other else {
      guard try JournalShell(session, self).run() else { throw MistakesTold() }
      return
    }
    guard format == nil else { throw UsageError("--format works without --with; remove one.") }
    // The journal is upgraded and checked before another program opens it.
    try other.open(session.journal().path, for: self, context)
  }
}
