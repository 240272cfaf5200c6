import ArgumentParser
import CivilDay
import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Lists backups, or puts one in the place of the journal.
struct RestoreCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "List backups, or restore one.",
    discussion: """
        $ nerve restore
        $ nerve restore yesterday
        $ nerve restore 2026-11-23T063000Z-daily-5e0f6ab1.sqlite
        $ nerve restore /media/usb/nerve-2026-11-23.sqlite

      An encrypted one: age -d journal.sqlite.age | nerve restore - --yes

      The backup is checked first, and the present journal is kept as a backup, \
      even if it is damaged. A day means the newest backup of that day.
      """)

  @Argument(
    help: "File, name or day of a backup; - is standard input. Omit to list backups.",
    completion: .file())
  var backup: String?

  @Flag(name: .shortAndLong, help: "Restore without asking.")
  var yes = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    _ = try format.chosen()
    let place = try JournalPlace(typed: journal.path, context.variable)
    let list = BackupList(of: place.path, in: context.backupPlace())
    guard let backup else { return try show(list, place, context) }
    guard try format.chosen() == .text else {
      throw UsageError("A format is only for the list of backups; remove it.")
    }
    let (found, name) = try find(backup, in: list, context)
    try restore(found, called: name, to: place, context)
  }

  // MARK: - The list

  private func show(
    _ list: BackupList, _ place: JournalPlace, _ context: CommandContext
  ) throws {
    let today = context.now.day
    let rows = list.backups.map { backup in
      let moment = context.localMoment(backup.madeAt)
      return BackupListText.Row(
        backup: backup, contents: JournalContents(at: backup.path),
        made: "\(moment.day) \(clock(moment.secondOfDay))",
        ageInDays: moment.day.distance(to: today))
    }
    let isText = try format.chosen() == .text
    if isText {
      guard let first = list.backups.first else {
        return try context.tell(
          "There are no backups of \(DisplayText.visible(place.path)).\n")
      }
      if list.areOfOthers {
        try context.say("No backups of \(DisplayText.visible(place.path)); these are of others.")
      }
      try context.say("In \(DisplayText.visible(folder(of: first.path))):")
    }
    try format.write(BackupListText(rows: rows), context)
  }

  private func clock(_ second: Int) -> String {
    [second / 3600, second / 60 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  // MARK: - Finding one

  private func find(
    _ word: String, in list: BackupList, _ context: CommandContext
  ) throws -> (RestorableJournal, String) {
    if word == "-" {
      return (
        try RestorableJournal(readStandardInput(), called: "standard input"), "standard input"
      )
    }
    if word.contains("/") || access(word, F_OK) == 0 {
      return (try RestorableJournal(at: word), word)
    }
    if let named = list.backups.first(where: { $0.name == word || $0.name == word + ".sqlite" }) {
      return (try RestorableJournal(at: named.path), named.path)
    }
    guard DayExpression.names(word) else {
      throw FileError(
        "There is no backup called \(Quoted.text(word)); list them with: nerve restore")
    }
    let day = try DayExpression.parse(word, today: context.now.day)
    // A damaged one would be passed over without a word, and an older one restored.
    let ofDay = list.backups.first {
      $0.purpose != .damaged && context.localMoment($0.madeAt).day == day
    }
    guard let ofDay else {
      throw FileError("There is no backup from \(day); list those there are with: nerve restore")
    }
    return (try RestorableJournal(at: ofDay.path), ofDay.path)
  }

  private func readStandardInput() throws -> [UInt8] {
    try InputFile("-").allBytes(upTo: 1 << 32)
  }

  // MARK: - Restoring

  private func restore(
    _ found: RestorableJournal, called name: String, to place: JournalPlace,
    _ context: CommandContext
  ) throws {
    if place.isUsual { try makeFolders(for: place.path, mode: 0o700) }
    let replacement = JournalReplacement(of: place.path, in: context.backupPlace())
    try replacement.checkUse()
    let present = access(place.path, F_OK) == 0
    if !yes {
      let question =
        "Replace the journal, \(told(JournalContents(at: place.path))), with the backup, "
        + "\(told(found.contents))?"
      guard
        let answer = try present ? context.asksWhether(question) : true
      else {
        throw Refusal("Cannot ask here whether to replace the journal; add --yes.")
      }
      guard answer else { return try context.tell("Nothing was changed.\n") }
    }
    let kept = try replacement.run(with: found, for: .restore)
    try context.tell(
      "Restored \(told(found.contents)) from \(DisplayText.visible(name)).\n")
    if let kept {
      try context.say("The journal from before is in \(DisplayText.visible(kept)).")
      let command =
        "nerve restore \(ShellText.quoted(kept))"
        + (place.typed.map { " --journal \(ShellText.quoted($0))" } ?? "")
      if !kept.contains("-damaged-") { try context.hint("Go back to it with: \(command)") }
    }
  }

  private func told(_ contents: JournalContents?) -> String {
    guard let contents else { return "which cannot be read" }
    let entries = contents.entries == 1 ? "1 entry" : "\(contents.entries) entries"
    return entries + (contents.lastDay.map { " to \($0)" } ?? "")
  }
}
