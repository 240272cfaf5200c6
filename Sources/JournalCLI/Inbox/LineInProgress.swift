import CivilDay
import JournalStore
import Platform

/// A line of a file while it is logged, and what was said about it.
final class LineInProgress {
  /// An entry as it was understood.
  struct Told {
    let what: String
    let day: Day?
    let id: Int?
  }

  /// The mark of the line.
  let mark: LineMark
  /// When it was written; noon if only the day is known.
  let moment: LocalMoment
  /// Whether the line has a time of day.
  let hasTime: Bool
  /// The UTC offset at that time; `nil` if unknown.
  let utcOffsetMinutes: Int?
  /// The line and its place, to show before a question.
  let title: String

  /// The entries that were logged.
  var told: [Told] = []
  /// Remarks on them.
  var remarks: [String] = []
  /// Whether the answer to a question was that nothing should be logged.
  var isDeclined = false
  /// Why a self-trial should perhaps stop.
  var reasonToStopTrial: String?
  /// Whether the journal knows that it is logged.
  var isBegun = false
  /// Whether the title was shown.
  var isAnnounced = false

  init(
    _ mark: LineMark, at moment: LocalMoment, hasTime: Bool, utcOffsetMinutes: Int?, title: String
  ) {
    (self.mark, self.moment, self.hasTime) = (mark, moment, hasTime)
    (self.utcOffsetMinutes, self.title) = (utcOffsetMinutes, title)
  }
}

extension JournalSession {
  /// Whether the entry has the time of the clock.
  var knowsTime: Bool { line?.hasTime ?? true }

  /// The UTC offset by the clock; `nil` if unknown.
  var offsetNow: Int? { line == nil ? now.utcOffsetMinutes : line?.utcOffsetMinutes }

  /// Shows the line that the next question is about.
  func announceLine() throws {
    guard let line, dialogue.mayAsk, context.answers.isInteractive, !line.isAnnounced else {
      return
    }
    line.isAnnounced = true
    try context.say(line.title)
  }
}
