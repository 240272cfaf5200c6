import CivilDay
import EntryInput
import JournalStore
import Platform
import SQLFunctions

/// The journal as an assistant may read it: a copy in memory, renewed when the journal
/// has changed.
///
/// The journal itself is open only while it is copied, so that it can be restored and
/// synchronised meanwhile.
final class AssistantJournal {
  /// The journal at one moment.
  struct Contents {
    let copy: JournalCopy
    let preferences: Preferences
  }

  let options: JournalOptions
  let disclosure: Disclosure
  private let start: CommandContext
  private var kept: (contents: Contents, stamp: JournalStamp)?
  /// How many copies were made.
  private(set) var copies = 0

  init(_ options: JournalOptions, _ disclosure: Disclosure, _ context: CommandContext) {
    (self.options, self.disclosure, start) = (options, disclosure, context)
  }

  /// The context with the time of now.
  var context: CommandContext {
    var context = start
    guard context.ownsProcess else { return context }
    let boundary = context.now.dayBoundaryMinutes
    context.now = .now()
    context.now.dayBoundaryMinutes = boundary
    return context
  }

  /// The present day of the journal's owner.
  func today(_ contents: Contents) -> Day {
    var now = context.now
    now.dayBoundaryMinutes = contents.preferences.dayBoundaryMinutes
    return now.journalDay
  }

  /// Returns the journal's present contents.
  ///
  /// - Throws: ``RPCError`` if there is none, or it cannot be read.
  func contents() throws -> Contents {
    let path: String
    do {
      path = try JournalPlace(typed: options.path, start.variable).path
    } catch {
      throw RPCError.unavailable("There is no home folder for the journal; see: nerve mcp --help")
    }
    let before = JournalStamp(of: path)
    if let kept, kept.stamp == before, kept.stamp.isSettled { return kept.contents }
    kept = nil
    do {
      let contents = try copied()
      let after = JournalStamp(of: path)
      // What was written in between is in the next copy.
      if after == before { kept = (contents, after) }
      return contents
    } catch let error as JournalError {
      throw RPCError.unavailable(error.sentenceWithoutPlace)
    } catch is SQLiteError {
      throw RPCError.unavailable(
        "The journal cannot be copied into memory; find out why with: nerve doctor")
    }
  }

  private func copied() throws -> Contents {
    let session = try options.session(for: .reading, context)
    let copy = try session.journal().copy(showing: disclosure)
    copies += 1
    let boundary = session.preferences.dayBoundaryMinutes
    let today = { [unowned self] in
      var now = self.context.now
      now.dayBoundaryMinutes = boundary
      return now.journalDay
    }
    try copy.queries.addFunctions {
      addFunctions(to: $0, routines: $1, dayBoundaryMinutes: boundary, today: today)
    }
    return Contents(copy: copy, preferences: session.preferences)
  }
}

extension JournalError {
  /// The error without the place of the journal, which is withheld.
  fileprivate var sentenceWithoutPlace: String {
    switch self {
    case .noJournal:
      "There is no journal yet. Log an entry to create it, for example: nerve pain 3"
    case .damaged, .incompleteSchema:
      "The journal is damaged. Nothing was read; find out what can be saved with: nerve doctor"
    case .busy: "Another program is writing to the journal. Nothing was read; try again."
    case .newer:
      "The journal was written by a later version of nerve. Nothing was read; install that version."
    default: "The journal cannot be read. Find out why with: nerve doctor"
    }
  }
}
