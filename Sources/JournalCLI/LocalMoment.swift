import CivilDay
import Glibc

/// A moment as the clock on the wall shows it.
struct LocalMoment: Equatable, Sendable {
  /// The calendar day.
  let day: Day
  /// Seconds since midnight by the clock; not the time that passed since, on a
  /// day on which the clock is changed.
  let secondOfDay: Int
  /// Minutes that the clock is ahead of UTC.
  let utcOffsetMinutes: Int

  /// Minutes after midnight until which the night belongs to the day before.
  var dayBoundaryMinutes = Preferences().dayBoundaryMinutes

  /// The moment now, by the rules of the time zone that the system is set to.
  ///
  /// The C library knows those rules; nothing else here does.
  static func now() -> LocalMoment {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return LocalMoment(
      day: Day(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        ?? Day(daysSince1970: seconds / 86_400),
      secondOfDay: Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60
        + min(Int(parts.tm_sec), 59),
      utcOffsetMinutes: parts.tm_gmtoff / 60)
  }

  /// The day that a person would say it is: a night belongs to the day before,
  /// until four in the morning if nothing else is set.
  var journalDay: Day { secondOfDay < dayBoundaryMinutes * 60 ? day - 1 : day }

  /// Whether it is before noon, and after the night that belongs to yesterday.
  var isMorning: Bool {
    (dayBoundaryMinutes * 60..<12 * 3600).contains(secondOfDay)
  }

  /// Whether most of the day is over: from five in the afternoon until the
  /// night ends.
  var isEvening: Bool { secondOfDay >= 17 * 3600 || secondOfDay < dayBoundaryMinutes * 60 }

  /// The clock time as `HH:MM:SS`.
  var clockTime: String {
    [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
