internal import WrittenValues

/// The start of an activity in a table row.
struct TableStart: Equatable {
  /// Seconds from 1970-01-01T00:00:00 on the clock of the row.
  let seconds: Int
  /// Minutes from UTC to this clock, if the row has them.
  let offsetMinutes: Int?
  /// Whether it is given only to the minute.
  let isToTheMinute: Bool

  /// Reads `text`.
  ///
  /// - Parameters:
  ///   - text: A date with a time.
  ///   - order: The order of the table's dates, if known.
  /// - Throws: ``ActivityFileError`` if it is not a date, or has another order.
  init(_ text: String?, in order: DateOrder?) throws(ActivityFileError) {
    guard let text else { throw ActivityFileError("The row has no date.") }
    let date: WrittenDate
    do throws(WrittenDate.Problem) {
      date = try WrittenDate(text, order: order)
    } catch {
      throw (try? WrittenDate(text)) == nil && error == .unreadable
        ? ActivityFileError("The row's date is unreadable.")
        : ActivityFileError("Its day and month are in a different order than in the other rows.")
    }
    guard date.secondOfDay != nil else {
      throw ActivityFileError("The row has a date without a time.")
    }
    seconds = date.seconds
    offsetMinutes = if case .offset(let minutes) = date.zone { minutes } else { nil }
    // A zone, perhaps with a colon, follows the time; zero seconds count as much
    // as none.
    isToTheMinute =
      date.seconds % 60 == 0 && text.prefix { $0 != "+" }.count { $0 == ":" } < 2
  }

  /// The start on the local clock.
  var onTheWall: ActivityStart { start(utc: offsetMinutes.map { seconds - $0 * 60 }, seconds) }

  /// The start if the service writes UTC by default.
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
