import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Removes entries, notes or imports for good.
struct ForgetCommand: JournalSubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove an entry, a note or an import for good.",
    discussion: """
        $ nerve forget run 12
        $ nerve forget note pain 40
        $ nerve forget import 3 --dry-run

      'nerve delete' and 'nerve undo' keep the values in the history, so that you \
      can change your mind. This removes them from the history and the free space \
      of the file too, and cannot be undone. What is left is a mark without \
      content, so that neither an import nor a merge brings them back.

      Backups, other copies and exports are not touched.
      """)

  @Argument(
    help: ArgumentHelp(
      "A kind of entry and its id, 'note' before them, or 'import' and its number.",
      valueName: "what"), completion: .references)
  var words: [String]

  @Flag(help: "Forget a shoe that has runs; the runs stay, without a shoe.")
  var force = false

  @Flag(help: "Show what would be forgotten, without changing anything.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Do not ask.")
  var yes = false

  @Flag(help: "Never ask; fail instead of prompting.")
  var noInput = false

  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let opened = try session.journal()
    let (target, name) = try target(in: opened, session)
    let since = try opened.firstRecorded(target)
    let trial = try opened.forget(target, releasingRuns: force, isTrial: true)
    let summary = ForgottenText(trial)
    guard !dryRun else {
      try session.context.tell("Would forget \(name): \(summary.sentence)\n")
      return try nameBackups(since: since, session.context)
    }
    if !yes {
      guard !noInput, session.context.answers.isInteractive else {
        throw UsageError("This cannot be undone, so it asks first; to forget at once, add --yes.")
      }
      try session.context.say(
        "Forget \(name): \(summary.sentence) This cannot be undone.")
      guard try session.context.asksWhether("Forget?") == true else {
        return try session.context.say("Nothing was forgotten.")
      }
    }
    let forgotten = try opened.forget(target, releasingRuns: force)
    try session.context.tell("Forgot \(name): \(ForgottenText(forgotten).sentence)\n")
    try nameBackups(since: since, session.context)
  }

  /// Names the backups that still hold what was forgotten.
  private func nameBackups(since moment: Int, _ context: CommandContext) throws {
    let place = try JournalPlace(typed: journal.path, context.variable)
    let list = BackupList(of: place.path, in: context.backupPlace())
    let backups = list.backups.filter { $0.madeAt >= moment }
    guard !backups.isEmpty, !list.areOfOthers else { return }
    let named = backups.prefix(Self.fewBackups).map { "  " + DisplayText.visible($0.path) }
    let others = backups.count - named.count
    try context.say("Backups that still hold it:")
    for line in named + (others > 0 ? ["  and \(others) more in the same folder"] : []) {
      try context.messages.write(line + "\n")
    }
  }

  /// The most backups to name.
  private static let fewBackups = 5

  /// Returns the target in the words, and its name.
  private func target(
    in opened: Journal, _ session: JournalSession
  ) throws -> (ForgetTarget, String) {
    let first = words.first?.lowercased()
    if first == "import", let number = words.dropFirst().first.flatMap({ InputText.digits($0) }) {
      return (.imported(number), "import \(number)")
    }
    let isNote = first == "note"
    let reference = try EntryReference(isNote ? Array(words.dropFirst()) : words)
    guard reference.table != .setting else {
      throw UsageError("Settings hold nothing to forget; change them with nerve config.")
    }
    // An entry that was deleted has no name any more, but its number.
    let id = try reference.number ?? opened.entryID(of: reference.table, called: reference.name)
    let entry = "\(reference.table.noun) \(id)"
    return isNote
      ? (.note(reference.table, id: id), "the note of \(entry)")
      : (.entry(reference.table, id: id), entry)
  }
}
