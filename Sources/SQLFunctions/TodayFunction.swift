internal import CSQLiteExtension
internal import CivilDay
internal import Platform
internal import WrittenValues

extension ScalarFunction {
  /// `today()`: the day as a runner counts it.
  ///
  /// - Parameter clock: The clock of the program; `nil` for the computer's, with the
  ///   day boundary of the connection's journal, or 04:00.
  /// - Returns: The function, which has no arguments.
  static func today(_ clock: (() -> Day)?) -> ScalarFunction {
    guard let clock else { return todayOfTheComputer() }
    return ScalarFunction("today", isDeterministic: false) { _, _ in .text("\(clock())") }
  }

  private static func todayOfTheComputer() -> ScalarFunction {
    // The day of this second, as a statement asks for every row.
    var latest: (second: Int, day: Day)?
    return ScalarFunction("today", isDeterministic: false) { _, context in
      let second = time(nil)
      if let latest, latest.second == second { return .text("\(latest.day)") }
      var moment = LocalMoment(at: second)
      if let minutes = dayBoundary(of: extension_connection(context)) {
        moment.dayBoundaryMinutes = minutes
      }
      latest = (second, moment.journalDay)
      return .text("\(moment.journalDay)")
    }
  }

  /// Minutes after midnight in the settings of a journal; `nil` without one.
  private static func dayBoundary(of database: OpaquePointer?) -> Int? {
    var minutes: Int?
    withUnsafeMutablePointer(to: &minutes) { minutes in
      extension_read_texts(
        database, "SELECT value FROM main.setting WHERE name = 'day_boundary'", minutes,
        { minutes, text, count in
          let text = String(
            decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
          minutes?.assumingMemoryBound(to: Int?.self).pointee =
            WrittenClock(text)?.secondOfDay.map { $0 / 60 }
        })
    }
    return minutes
  }
}
