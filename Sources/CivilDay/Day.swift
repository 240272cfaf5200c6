/// A calendar day, as a person would name it: no clock time and no time zone.
///
/// Days are counted from 1970-01-01 in the proleptic Gregorian calendar, so
/// that arithmetic is exact and never meets daylight saving time. The text form
/// is ISO 8601, `YYYY-MM-DD`, for the years 0001 to 9999.
public struct Day: Hashable, Sendable {
  /// The number of days since 1970-01-01; negative before it.
  public let daysSince1970: Int

  /// Creates the day `daysSince1970` days after 1970-01-01.
  public init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// Creates the day with these calendar numbers, or `nil` if it does not exist.
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of the month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Month.length(of: month, in: year)
    else { return nil }
    // March is month 0, so that the leap day comes last in its year. The
    // algorithm is Howard Hinnant's "days_from_civil".
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSince1970: era * 146_097 + dayOfEra - 719_468)
  }

  /// Creates the day written as exactly `YYYY-MM-DD`, or `nil` for other text.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month from 1 to 12, and the day of the month from 1.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week: 0 for Monday to 6 for Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday, which is 3.
    let remainder = (daysSince1970 + 3) % 7
    return remainder >= 0 ? remainder : remainder + 7
  }

  /// The month of the day.
  public var month: Month {
    let civil = civil
    return Month(unchecked: civil.year, civil.month)
  }
}

extension Day: Strideable {
  /// The number of days from this day to `other`; negative if `other` is earlier.
  public func distance(to other: Day) -> Int { other.daysSince1970 - daysSince1970 }

  /// The day `days` later; earlier if negative.
  public func advanced(by days: Int) -> Day { Day(daysSince1970: daysSince1970 + days) }

  /// The day `days` later.
  public static func + (day: Day, days: Int) -> Day { day.advanced(by: days) }

  /// The day `days` earlier.
  public static func - (day: Day, days: Int) -> Day { day.advanced(by: -days) }

  /// The number of days from `earlier` to `later`.
  public static func - (later: Day, earlier: Day) -> Int { earlier.distance(to: later) }
}

extension Day: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let civil = civil
    return "\(padded(civil.year, to: 4))-\(padded(civil.month, to: 2))-\(padded(civil.day, to: 2))"
  }
}

/// Writes `number` with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
