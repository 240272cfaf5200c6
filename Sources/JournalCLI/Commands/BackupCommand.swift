import ArgumentParser
import CivilDay
import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Copies the journal, checked, to a file.
struct BackupCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let isPaged = false
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Back up the journal.",
    discussion: """
        $ nerve backup
        $ nerve backup /media/usb
        $ nerve backup journal-copy.sqlite

      To encrypt it: nerve backup - | age -e -r KEY > journal.sqlite.age

      The backup is one file, checked after it was written. A folder gets a file \
      with today's date, and without a file the backup joins the automatic ones, \
      which 'nerve restore' lists. An existing file is never replaced.

      Nerve also makes one by itself: after the first entry of a day, and before \
      imports, upgrades and other large changes. See Documentation/backup.md.
      """)

  @Argument(
    help: "New file, a folder, or - for standard output. Default: the automatic backups.",
    completion: .file())
  var file: String?

  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let context = session.context
    guard let file else {
      let backup = try session.journal().backUpAsAsked()
      return try context.tell("Backup: \(DisplayText.visible(backup.path))\n")
    }
    guard !file.isEmpty else { throw UsageError("The backup has no name; choose one.") }
    let opened = try session.journal()
    if file == "-" {
      guard context.terminalWidth == nil else {
        throw UsageError(
          "A backup is not for the terminal; send it to a file or a program, as in: nerve backup - "
            + "| age -e -r KEY > journal.age")
      }
      return try context.output.write(opened.verifiedCopy())
    }
    let path = try place(for: file, context)
    do {
      let draft = try OutputDraft(of: opened.verifiedCopy(), in: folder(of: path))
      try draft.become(path, replacing: false)
    } catch let error as SystemError {
      throw FileError("Cannot write the backup \(path): \(error.reason).")
    }
    try context.tell("Backup: \(DisplayText.visible(path))\n")
  }

  /// Returns the path of the new file that was meant.
  private func place(for file: String, _ context: CommandContext) throws -> String {
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      guard Platform.access(file, F_OK) != 0 else {
        throw Refusal("The file \(file) already exists and was not changed; choose another name.")
      }
      return file
    }
    let base = file.hasSuffix("/") ? String(file.dropLast()) : file
    // More than one on the same day.
    let names = sequence(first: 1) { $0 + 1 }.lazy.map { number in
      "\(base)/nerve-\(context.now.day)\(number == 1 ? "" : "-\(number)").sqlite"
    }
    return names.first { Platform.access($0, F_OK) != 0 } ?? file
  }
}
