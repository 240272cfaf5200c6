import CivilDay
import EntryInput
import JournalStore
import Platform

extension EntryLine {
  /// Logs the line as its own action, as if it had been typed at its moment.
  ///
  /// - Parameters:
  ///   - command: The command that the line is.
  ///   - session: The session that reads the line, for its journal, clock and units.
  ///   - stamp: The moment of the line.
  ///   - title: The line and its place, to show before a question.
  /// - Returns: What was said about it.
  /// - Throws: An error about the line, or of the journal; then nothing was logged.
  func log(
    _ command: any EntrySubcommand, in session: JournalSession, at stamp: LineStamp, title: String
  ) throws -> LineInProgress {
    var dialogue = session.dialogue
    let typed = command.days.dialogue.dialogue
    dialogue.answersYes = dialogue.answersYes || typed.answersYes
    dialogue.mayAsk = dialogue.mayAsk && typed.mayAsk
    dialogue.isQuiet = true
    let line = LineInProgress(
      mark, at: Self.moment(of: stamp, session.context), hasTime: stamp.secondOfDay != nil,
      utcOffsetMinutes: Self.utcOffset(of: stamp, session.context), title: title)
    do {
      let written = try JournalSession(line, in: session, dialogue, dated: "\(stamp.day)")
      try command.run(in: written)
      // Such as a day of rest that was marked already.
      if try !session.journal().endLine() { try session.journal().settle(mark) }
    } catch {
      if line.isBegun { _ = try session.journal().endLine() }
      guard line.isDeclined else { throw error }
      try session.journal().settle(mark)
    }
    return line
  }

  /// The clock at the moment of a line; noon if only the day is known.
  private static func moment(of stamp: LineStamp, _ context: CommandContext) -> LocalMoment {
    let second = stamp.secondOfDay ?? 12 * 3600
    let offset = utcOffset(of: stamp, context) ?? context.now.utcOffsetMinutes
    return LocalMoment(day: stamp.day, secondOfDay: second, utcOffsetMinutes: offset)
  }

  /// What the clock was ahead of UTC; `nil` for a time that it showed twice or never.
  private static func utcOffset(of stamp: LineStamp, _ context: CommandContext) -> Int? {
    stamp.utcOffsetMinutes ?? context.utcOffset(stamp.day, stamp.secondOfDay ?? 12 * 3600)
  }
}
