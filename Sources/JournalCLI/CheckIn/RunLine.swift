import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// A run typed as an answer, in the words that follow `nerve run`.
struct RunLine: Equatable, Sendable {
  /// The typed line.
  let text: String

  /// The words of the line; quotes keep a note together.
  private var words: [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in text {
      if quote == nil, character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        if character == quote {
          quote = nil
        } else if quote == nil, "\"'".contains(character) {
          quote = character
        }
        word.append(character)
      }
    }
    return (words + (word.isEmpty ? [] : [word])).map(TypedLine.unquoted)
  }

  /// Returns the run as an entry of `day`, its shoe, and any doubts, unless `--yes`
  /// was typed.
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
