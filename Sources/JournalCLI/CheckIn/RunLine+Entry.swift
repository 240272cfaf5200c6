import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

extension RunLine {
  /// The run as an entry of `day`, the shoe that it is in, and what is doubtful
  /// about it unless `--yes` was typed.
  ///
  /// - Throws: An error with a sentence about the line, and any error of reading the
  ///   journal.
  func run(
    on day: Day, in session: JournalSession
  ) throws -> (entry: Entry, worn: WornShoe, doubts: [SuspiciousEntry]) {
    let words = words
    if let word = wordOutsideNote(words) { throw InputError.noteWithoutQuotes.about(word) }
    let command: RunCommand
    do {
      command = try RunCommand.parse(words)
    } catch {
      throw UsageError(
        ParserSentence(["run"] + words).sentence(for: RunCommand.message(for: error)))
    }
    guard command.days.on == nil, command.journal.path == nil, command.entry.typedNote != "-" else {
      throw UsageError(
        "The run belongs to the day and journal of the check-in; remove --on, --journal and "
          + "--note -.")
    }
    let journal = try session.journalForTrial()
    let run = try command.typed(on: day, in: session) { journal }
    let doubts = try session.doubts(about: [run.entry], in: journal)
    return (run.entry, run.worn, command.days.dialogue.yes ? [] : doubts)
  }
}
