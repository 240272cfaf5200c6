import ArgumentParser
import EntryInput
import JournalStore
import Platform
import Presentation

/// Merges another copy of the journal into it.
struct MergeCommand: JournalSubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge another copy of the journal into this one.",
    discussion: """
        $ nerve merge laptop.sqlite --dry-run
        $ nerve merge laptop.sqlite

      For two computers, or after a sync conflict. Both copies keep their entries; \
      where they differ, the later change counts, field by field, and the other one \
      stays in 'nerve history'. The other copy is only read: merge it the other way \
      round on the other computer, or copy the merged journal there. A backup is made \
      first, as 'nerve undo' does not undo a merge.
      """)

  @Argument(
    help: ArgumentHelp("The other copy.", valueName: "file"), completion: .file())
  var other: String

  @Flag(
    name: [.customShort("n"), .long], help: "Show what would happen without changing anything.")
  var dryRun = false

  @Flag(name: [.customShort("y"), .long], help: "Do not ask, even if many entries are affected.")
  var yes = false

  @Flag(help: "Merge a journal that did not begin as a copy of this one.")
  var unrelated = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    _ = try format.chosen()
    let journal = try session.journal()
    func merge(isTrial: Bool) throws -> MergeText {
      MergeText(
        report: try journal.merge(other, acceptingUnrelated: unrelated, isTrial: isTrial),
        isTrial: isTrial, words: session.changeText,
        values: FieldText(unit: session.preferences.unit, today: session.today))
    }
    guard !dryRun else { return try format.write(try merge(isTrial: true), session.context) }
    if !yes, session.context.answers.isInteractive {
      let planned = try merge(isTrial: true)
      guard planned.report.changesSomething else {
        return try format.write(planned, session.context)
      }
      if planned.report.entryCount > ReversalOptions.fewEntries {
        try session.context.messages.write(planned.text(session.context.messageLayout))
        guard try session.context.asksWhether("Continue?") ?? true else {
          return try session.context.say("Nothing was changed.")
        }
      }
    }
    _ = journal.backUp(before: .merge)
    try format.write(try merge(isTrial: false), session.context)
  }
}
