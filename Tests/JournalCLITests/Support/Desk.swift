import CivilDay
import JournalStore
import Platform
import Testing

@testable import JournalCLI

/// A runner's desk: a journal, a clock that stands still, and a terminal.
///
/// Commands run in the test's own process, parsed as they are when typed.
struct Desk {
  /// Monday, 23 November 2026, 07:30, an hour ahead of UTC.
  static let monday = LocalMoment(
    day: Day(daysSince1970: 20_780), secondOfDay: 27_000, utcOffsetMinutes: 60)

  let folder: TemporaryFolder
  /// How far the clock is ahead of UTC when it is set.
  var utcOffsetMinutes = 60
  var now = Desk.monday
  var variables: [String: String]
  var width: Int?
  /// The width of the terminal that messages go to, if they go to one.
  var messageWidth: Int?
  /// What the person answers, line by line; `nil` if nobody sits there.
  var answers: [String]?
  /// Whether the message that a journal is new is kept; what most tests are about
  /// comes after it.
  var showsNewJournals = false
  /// Whether it is kept that no backup was made: most desks have no home folder.
  var showsMissingBackups = false
  /// The seed of a trial's coin.
  var seed: UInt64 = 20_240_229
  /// Lines that come through a pipe, where nobody sits.
  var piped: [String] = []

  init() throws {
    folder = try TemporaryFolder()
    variables = ["NERVE_JOURNAL": folder["journal.sqlite"]]
  }

  /// A desk whose clock shows another time of the same Monday, or a later day.
  init(at hour: Int, _ minute: Int = 0, daysLater: Int = 0) throws {
    try self.init()
    setClock(hour, minute, daysLater: daysLater)
  }

  mutating func setClock(_ hour: Int, _ minute: Int = 0, daysLater: Int = 0) {
    now = LocalMoment(
      day: Self.monday.day + daysLater, secondOfDay: hour * 3600 + minute * 60,
      utcOffsetMinutes: utcOffsetMinutes)
  }

  /// Runs a command.
  func nerve(_ arguments: String...) -> Transcript {
    nerve(arguments)
  }

  /// Runs a command.
  func nerve(_ arguments: [String]) -> Transcript {
    let (output, messages) = (ByteBuffer(), ByteBuffer())
    let (variables, seed) = (variables, seed)
    let status = Main.run(
      arguments,
      in: CommandContext(
        now: now, variable: { variables[$0] }, output: output, messages: messages,
        answers: ReadyAnswers(answers, piped: piped), terminalWidth: width,
        messageWidth: messageWidth,
        utcOffset: { _, _ in 60 }, localMoment: Self.moment, seed: { seed }))
    let kept = messages.text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { showsNewJournals || !$0.hasPrefix("New journal at ") }
      .filter { showsMissingBackups || !$0.hasPrefix("No backup was made: there is no home") }
    return Transcript(status, output: output.text, messages: kept.joined(separator: "\n"))
  }

  /// What the desk's clock, an hour ahead of UTC, showed at a moment.
  private static func moment(at seconds: Int) -> LocalMoment {
    let local = seconds + 3600
    return LocalMoment(
      day: Day(daysSince1970: local / 86_400), secondOfDay: local % 86_400, utcOffsetMinutes: 60)
  }

  /// Runs a command that must succeed and returns its results.
  @discardableResult
  func results(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    results(arguments, sourceLocation: sourceLocation)
  }

  /// Runs a command that must succeed and returns its results.
  @discardableResult
  func results(
    _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    let transcript = nerve(arguments)
    #expect(transcript.status == 0, "\(transcript.messages)", sourceLocation: sourceLocation)
    return transcript.output
  }

  /// The rows of a query, their values in text with bars between them.
  func rows(_ sql: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    try JournalFile(path: folder["journal.sqlite"]).rows(sql)
  }

  /// Makes it noon of the desk's Monday, in UTC, when all actions were done.
  func setTimes() throws {
    _ = try rows("UPDATE action SET done_at = '2026-11-23T12:00:00Z'")
  }

  /// Everything that the journal holds, as text.
  func dump() throws -> String {
    try JournalFile(path: folder["journal.sqlite"]).dump
  }
}
