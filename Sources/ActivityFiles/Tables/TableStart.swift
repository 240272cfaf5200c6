internal import WrittenValues

/// When the row of a table says that an activity began.
struct TableStart: Equatable {
  /// Seconds from 1970-01-01T00:00:00 by the clock that the row was read from.
  let seconds: Int
  /// Minutes that this clock was ahead of UTC, if the row says so.
  let offsetMinutes: Int?
  /// Whether it is told only to the minute.
  let isToTheMinute: Bool

  /// Reads `text`.
  ///
  /// - Parameters:
  ///   - text: A date with a time.
  ///   - order: The order of the dates of the table, if it is known.
  /// - Throws: ``ActivityFileError`` if it is none, or one in another order.
  init(_ text: String?, in order: DateOrder?) throws(ActivityFileError) {
    guard let text else { throw ActivityFileError("The row has no date.") }
    let date: WrittenDate
    do throws(WrittenDate.Problem) {
      date = try WrittenDate(text, order: order)
    } catch {
      throw (try? WrittenDate(text)) == nil && error == .unreadable
        ? ActivityFileError("The row has no date that can be read.")
        : ActivityFileError("Its day and month are in a different order from the other rows.")
    }
    guard date.secondOfDay != nil else {
      throw ActivityFileError("The row has a date without a time.")
    }
    seconds = date.seconds
    offsetMinutes = if case .offset(let minutes) = date.zone { minutes } else { nil }
    // A zone, which may have a colon too, stands behind the time; nought seconds
    // that are not written are as many as those that are.
    isToTheMinute =
      date.seconds % 60 == 0 && text.prefix { $0 != "+" }.count { $0 == ":" } < 2
  }

  /// The start by the clock on the wall.
  var onTheWall: ActivityStart { start(utc: offsetMinutes.map { seconds - $0 * 60 }, seconds) }

  /// The start where the service writes UTC unless it says otherwise.
  var inUTC: ActivityStart {
    let offset = offsetMinutes.flatMap { $0 == 0 ? nil : $0 }
    return start(utc: seconds - (offset ?? 0) * 60, offset == nil ? nil : seconds)
  }

  private func start(utc: Int?, _ local: Int?) -> ActivityStart {
    var start = ActivityStart(utcSeconds: utc, localSeconds: local)
    start.isToTheMinute = isToTheMinute
    return start
  }
}
