import ArgumentParser
import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Examines the journal and its surroundings, and repairs it.
struct DoctorCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine the journal file, and repair it.",
    discussion: """
        $ nerve doctor
        $ nerve doctor --json
        $ nerve doctor --repair

      Examines the file, its schema, permissions and log, the disk, the clock and \
      the backups. Each line has a finding and what to do about it. If anything \
      is wrong, the exit status is 1.

      --repair rebuilds indexes, views and triggers. If that is not enough, it \
      recovers the rows that can be read, and lists what is lost. It asks before \
      it replaces the damaged journal, and keeps that. Often a backup contains \
      more: see 'nerve restore'.
      """)

  @Flag(help: "Repair what can be repaired; asks first.")
  var repair = false

  @Flag(name: .shortAndLong, help: "With --repair, repair without asking.")
  var yes = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    let chosen = try format.chosen()
    let place = try JournalPlace(typed: journal.path, context.variable)
    guard !repair else {
      guard chosen == .text else {
        throw UsageError("--repair prints text only; remove the format.")
      }
      return try repair(place, context)
    }
    let examination = JournalExamination(
      of: place.path, in: context.backupPlace(), program: NerveCommand.configuration.version)
    try format.write(FindingsText(examination.findings), context)
    if examination.isWrong { throw MistakesTold() }
  }

  private func repair(_ place: JournalPlace, _ context: CommandContext) throws {
    let replacement = JournalReplacement(of: place.path, in: context.backupPlace())
    try replacement.checkUse()
    let repair = try JournalRepair(of: place.path)
    switch repair.outcome {
    case .sound:
      chmod(place.path, 0o600)
      return try context.tell("The journal is sound; there is nothing to repair.\n")
    case .rebuilt:
      try context.tell("Indexes, views and triggers can be rebuilt; no entry is lost.\n")
    case .recovered(let tables):
      try context.tell(RecoveryText.told(tables))
      if let best = BackupList(of: place.path, in: context.backupPlace()).backups.first(
        where: { $0.purpose != .damaged }),
        let contents = JournalContents(at: best.path)
      {
        try context.say(
          "Entries in the recovered journal: \(repair.journal.contents.entries); in the newest "
            + "backup: \(contents.entries). To restore that one instead: nerve restore "
            + best.name)
      }
    }
    if !yes {
      guard let answer = try context.asksWhether("Put the repaired journal in its place?") else {
        throw Refusal("Cannot ask here whether to replace the journal; add --yes.")
      }
      guard answer else { return try context.tell("Nothing was changed.\n") }
    }
    let kept = try replacement.run(with: repair.journal, for: .repair)
    try context.tell("Repaired.\n")
    if let kept {
      try context.say("The journal from before is in \(DisplayText.visible(kept)).")
    }
  }
}
