import ArgumentParser
import EntryInput
import JournalFiles
import JournalStore
import Platform

/// Lets an assistant read the journal over the Model Context Protocol.
struct MCPCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Let an assistant read the journal (MCP).",
    discussion: """
        $ nerve mcp
        $ nerve mcp --with-notes
        $ nerve mcp --allow-writing
        $ nerve mcp --log

      An assistant starts the command itself, and speaks the Model Context \
      Protocol with it. In the settings of most assistants:

        {"mcpServers": {"nerve": {"command": "nerve", "args": ["mcp"]}}}

      It gets tools for read-only SQL, the monthly summary and the answer of \
      'nerve correlate'. Notes, medication, guidance, triggers, names and the \
      record of changes are withheld without --with-notes.

      Nerve sends nothing to anyone, but most assistants send what they read to \
      their maker. See Documentation/mcp.md.
      """)

  static var isPaged: Bool { false }

  @Flag(help: "Show notes, medication, guidance, triggers, names and changes too.")
  var withNotes = false

  @Flag(help: "Let the assistant log entries, one line at a time.")
  var allowWriting = false

  @Flag(help: "Print the log of an assistant's calls.")
  var log = false

  @Option(help: ArgumentHelp("Time limit of a statement in seconds, up to 600.", valueName: "s"))
  var timeout: String = "30"

  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    guard !log else { return try printLog(context) }
    guard let seconds = try StatementTimeLimit(timeout).seconds, seconds <= 600 else {
      throw UsageError("The time limit must be above 0 and at most 600 seconds", not: timeout)
    }
    if context.answers.isInteractive {
      try context.hint(
        "An assistant starts this command itself; how to set it up: nerve mcp --help. Ctrl-D ends it."
      )
      try context.messages.flush()
    }
    let copies = AssistantJournal(journal, withNotes ? .words : .figures, context)
    let tools = AssistantTools(
      copies, mayWrite: allowWriting, seconds: seconds, context.variable)
    try ModelContextServer(tools).run(MessageReader(context), to: context.output)
  }

  /// Prints the calls, oldest first.
  private func printLog(_ context: CommandContext) throws {
    guard !withNotes, !allowWriting else {
      throw UsageError("--log only prints the log; remove the other options.")
    }
    let log = CallLog(context.variable)
    let parts = [log.earlierPath, log.path].compactMap(\.self).compactMap { path in
      try? InputFile(path).allBytes(upTo: 2 * CallLog.mostBytes)
    }
    guard parts.contains(where: { !$0.isEmpty }) else {
      return try context.say("No assistant has read the journal yet.")
    }
    for part in parts { try context.output.write(part) }
  }
}
