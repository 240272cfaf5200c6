package import CivilDay

/// A moment as the clock on the wall shows it.
package struct LocalMoment: Equatable, Sendable {
  /// The calendar day.
  package let day: Day
  /// Seconds since midnight by the clock; not the time that passed since, on a
  /// day on which the clock is changed.
  package let secondOfDay: Int
  /// Minutes that the clock is ahead of UTC.
  package let utcOffsetMinutes: Int

  /// Minutes after midnight until which the night belongs to the day before.
  package var dayBoundaryMinutes = 240

  /// The calendar day that was lived before this one: the one before it by the
  /// numbers, but where a zone leapt over the date line and skipped one.
  package let dayBefore: Day

  /// Creates the moment that a clock shows.
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

  /// Creates the moment `seconds` after the start of 1970 in UTC, by the rules
  /// of the time zone that the system is set to.
  ///
  /// The C library knows those rules; nothing else here does.
  package init(at seconds: Int) {
    let parts = Self.parts(at: seconds)
    let secondOfDay =
      Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60 + min(Int(parts.tm_sec), 59)
    // Two hours before midnight by today's clock, which no change of the clock
    // since brings back to today.
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
    // The years that people live in are all in the calendar.
    Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(daysSince1970: 0)
  }

  /// Minutes that the clock was ahead of UTC when it showed a time, by the rules
  /// of the time zone that the system is set to.
  ///
  /// - Parameters:
  ///   - day: The calendar day.
  ///   - secondOfDay: Seconds since midnight by the clock.
  /// - Returns: The minutes; `nil` for a time that the clock showed twice or never.
  package static func utcOffset(on day: Day, at secondOfDay: Int) -> Int? {
    let clock = day.daysSince1970 * 86_400 + secondOfDay
    // Offsets are below a day, so these are the one before and the one after.
    let offsets = Set([-86_400, 86_400].map { LocalMoment(at: clock + $0).utcOffsetMinutes })
    let fitting = offsets.filter { offset in
      let moment = LocalMoment(at: clock - offset * 60)
      return moment.day == day && moment.secondOfDay == secondOfDay
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The day that a person would say it is: a night belongs to the day before,
  /// until four in the morning if nothing else is set.
  package var journalDay: Day { secondOfDay < dayBoundaryMinutes * 60 ? dayBefore : day }

  /// Whether it is before noon, and after the night that belongs to yesterday.
  package var isMorning: Bool {
    (dayBoundaryMinutes * 60..<12 * 3600).contains(secondOfDay)
  }

  /// Whether most of the day is over: from five in the afternoon until the
  /// night ends.
  package var isEvening: Bool { secondOfDay >= 17 * 3600 || secondOfDay < dayBoundaryMinutes * 60 }
}
