import ArgumentParser
import EntryInput
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation

/// Logs the lines of text files that phones and other programs write.
struct InboxCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "Log lines from a text file.",
    discussion: """
        $ nerve inbox inbox.txt
        $ nerve inbox Sync/nerve --dry-run
        $ nerve inbox --watch-unit Sync/nerve

      Each line is what you would type after 'nerve', with its date and time first:

        2026-11-23 06:52 pain 4 left calf
        2026-11-23 18:10 8.2km 45:10 peg
        2026-11-24 07:00 yesterday stretch piriformis 3x30s
        2026-11-24 07:01 slept badly

      A line counts once, however often it is read. Other plain words are a note. \
      Lines can only log: \(EntryLine.commands.joined(separator: ", ")). A folder \
      stands for its .txt and .md files.

      What cannot be read goes to FILE.unread, with the reason. Correct it there; \
      the next 'nerve inbox' logs it. Your own file is never changed.

      --watch-unit prints a path unit, a service and a timer for systemd, which \
      run this command when the file or folder changes; with --activities, they \
      import the FIT, GPX and TCX files of a folder.
      """)

  @Argument(
    help: ArgumentHelp("Text files, or folders of them.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Show what would happen without changing anything.")
  var dryRun = false

  @Flag(help: "Print units for systemd that watch the file or folder.")
  var watchUnit = false

  @Flag(help: "With --watch-unit: import the activity files of the folder.")
  var activities = false

  @OptionGroup var dialogue: DialogueOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  static let isPaged = false

  func run(in context: CommandContext) throws {
    let isText = try format.chosen() == .text
    guard watchUnit || !activities else {
      throw UsageError("--activities needs --watch-unit; to import files use: nerve import")
    }
    if watchUnit { return try printUnits(in: context) }
    let paths = try InboxFolder.files(at: files)
    let locks = try paths.map { try FileLock($0) }
    try withExtendedLifetime(locks) {
      var reader = try InboxReader(paths)
      let session = try session(for: &reader, context, isText: isText)
      try read(with: reader, in: session, isText: isText)
    }
  }

  /// Opens the journal; the card comes first, even if that fails.
  private func session(
    for reader: inout InboxReader, _ context: CommandContext, isText: Bool
  ) throws -> JournalSession {
    var dialogue = dialogue.dialogue
    dialogue.mayAsk = dialogue.mayAsk && !dryRun
    let session: JournalSession
    do {
      session = try journal.session(for: .writing, context, dialogue)
    } catch {
      try context.warn(of: reader.signs(unknownTo: nil), isText: isText)
      throw error
    }
    try context.warn(
      of: reader.signs(unknownTo: session.hasJournal ? session.journal() : nil), isText: isText)
    return session
  }

  private func read(with reader: InboxReader, in session: JournalSession, isText: Bool) throws {
    var reader = reader
    if dryRun {
      try session.rehearse()
      try session.journal().rehearsing { try reader.log(in: session) }
    } else {
      try reader.log(in: session)
    }
    var report = try reader.finish(isDryRun: dryRun)
    report.listsEntries = !dialogue.quiet
    if !dialogue.quiet || !isText || !report.refusals.isEmpty {
      try format.write(report, session.context)
    }
    guard report.refusals.isEmpty || report.logged + report.known + report.repeated > 0 else {
      throw FileError("None of the lines could be logged.")
    }
    guard !dryRun, report.logged > 0, isText else { return }
    try session.hintAtUndo()
    if let reason = report.reasonToStopTrial {
      try session.offerToStopTrial(because: reason)
    } else {
      try session.tellTrialToday()
    }
  }

  private func printUnits(in context: CommandContext) throws {
    guard files.count == 1 else {
      throw UsageError("--watch-unit watches one file or folder; name only one.")
    }
    let path = InboxFolder.absolute(files[0])
    guard !path.contains(where: \.isNewline) else {
      throw UsageError("A path with a line feed cannot be in a unit; rename the folder.")
    }
    guard !activities || InboxFolder.isFolder(path) else {
      throw UsageError("--activities needs a folder", not: files[0])
    }
    let place = try JournalPlace(typed: journal.path, context.variable)
    let units = WatchUnits(
      deed: activities ? .activities : .lines, path: path,
      program: context.ownsProcess ? InboxFolder.program : "/usr/bin/nerve",
      journal: place.isUsual ? nil : InboxFolder.absolute(place.path))
    try context.output.write(units.script)
  }
}

extension CommandContext {
  /// Prints the card before anything else; among the messages if the results are for a
  /// program.
  fileprivate func warn(of values: Changes<CheckIn>, isText: Bool) throws {
    guard !isText else { return try warn(of: values) }
    guard RedFlags.areDeclared(by: values) else { return }
    try messages.write(RedFlags.card(messageLayout) + "\n")
    try messages.flush()
  }
}
