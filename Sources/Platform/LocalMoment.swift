package import CivilDay

/// A moment in local time.
package struct LocalMoment: Equatable, Sendable {
  /// The calendar day.
  package let day: Day
  /// Seconds since midnight by the clock; on a day when the clock changes, this is
  /// not the time since then.
  package let secondOfDay: Int
  /// The UTC offset in minutes.
  package let utcOffsetMinutes: Int

  /// The start of a new day, in minutes after midnight.
  package var dayBoundaryMinutes = 240

  /// The previous local day; not always the previous date, as a time zone that
  /// crosses the date line skips one.
  package let dayBefore: Day

  /// Creates a moment from a day and a clock time.
  package init(day: Day, secondOfDay: Int, utcOffsetMinutes: Int) {
    self.init(
      day: day, secondOfDay: secondOfDay, utcOffsetMinutes: utcOffsetMinutes, dayBefore: day - 1)
  }

  private init(day: Day, secondOfDay: Int, utcOffsetMinutes: Int, dayBefore: Day) {
    self.day = day
    self.secondOfDay = secondOfDay
    self.utcOffsetMinutes = utcOffsetMinutes
    self.dayBefore = dayBefore
  }

  /// Creates the moment `seconds` after the start of 1970 in UTC, in the system's
  /// time zone.
  ///
  /// The C library knows those rules; nothing else here does.
  package init(at seconds: Int) {
    let parts = Self.parts(at: seconds)
    let secondOfDay =
      Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60 + min(Int(parts.tm_sec), 59)
    // Two hours before midnight: no change of the clock moves that to today.
    let evening = Self.parts(at: seconds - secondOfDay - 7200)
    self.init(
      day: Self.day(of: parts), secondOfDay: secondOfDay, utcOffsetMinutes: parts.tm_gmtoff / 60,
      dayBefore: Self.day(of: evening))
  }

  /// The moment now.
  package static func now() -> LocalMoment { LocalMoment(at: time(nil)) }

  private static func parts(at seconds: Int) -> tm {
    var (seconds, parts) = (seconds, tm())
    localtime_r(&seconds, &parts)
    return parts
  }

  private static func day(of parts: tm) -> Day {
    // The calendar covers all years in which anyone runs.
    Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(daysSince1970: 0)
  }

  /// Returns the UTC offset at a local time, by the rules of the system's time zone.
  ///
  /// - Parameters:
  ///   - day: The calendar day.
  ///   - secondOfDay: Seconds since midnight by the clock.
  /// - Returns: Minutes; `nil` for a time that the clock showed twice or never.
  package static func utcOffset(on day: Day, at secondOfDay: Int) -> Int? {
    let clock = day.daysSince1970 * 86_400 + secondOfDay
    // Offsets are less than a day, so these are the ones before and after.
    let offsets = Set([-86_400, 86_400].map { LocalMoment(at: clock + $0).utcOffsetMinutes })
    let fitting = offsets.filter { offset in
      let moment = LocalMoment(at: clock - offset * 60)
      return moment.day == day && moment.secondOfDay == secondOfDay
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The seconds since the start of 1970 in UTC.
  package var secondsSince1970: Int {
    day.daysSince1970 * 86_400 + secondOfDay - utcOffsetMinutes * 60
  }

  /// The day as people count it: the night belongs to the day before, by default
  /// until 04:00.
  package var journalDay: Day { secondOfDay < dayBoundaryMinutes * 60 ? dayBefore : day }

  /// Whether it is before noon and after the day boundary.
  package var isMorning: Bool {
    (dayBoundaryMinutes * 60..<12 * 3600).contains(secondOfDay)
  }

  /// Whether most of the day is over: from 17:00 to the day boundary.
  package var isEvening: Bool { secondOfDay >= 17 * 3600 || secondOfDay < dayBoundaryMinutes * 60 }
}
