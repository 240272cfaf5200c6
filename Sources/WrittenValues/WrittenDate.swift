public import CivilDay

/// A date, and the clock time beside it, as programs write them for people.
///
/// Read are `2016-05-23T07:12:00.5+02:00`, `20160523T071200Z`, `23.05.2016, 07:12`,
/// `5/23/2016 7:12 AM`, `22nd Jan 2022`, `Sat, 22 janv. 2022 à 10:00 pm` and
/// `2016年5月23日 07:12`, with digits of any script and blanks of any width.
public struct WrittenDate: Equatable, Sendable {
  /// How the clock lay to UTC, as far as the text says so.
  public enum Zone: Equatable, Sendable {
    /// The text says nothing: by the clock on the wall.
    case wall
    /// Minutes ahead of UTC; 0 also where `Z`, `UTC` or `GMT` says so.
    case offset(Int)
  }

  /// The calendar day that is written.
  public let day: Day
  /// Seconds since midnight that are written; `nil` for a date alone.
  public let secondOfDay: Int?
  /// What the time is by.
  public let zone: Zone

  /// Why a text is no date.
  public enum Problem: Error, Equatable {
    /// It is none.
    case unreadable
    /// It can be read with the day first and with the month first.
    case ambiguous
  }

  /// Reads the date in `text`.
  ///
  /// - Parameters:
  ///   - text: A date, with a clock time or not.
  ///   - order: The order of a date in figures that does not show it itself.
  /// - Throws: ``Problem``; a date that can only be in another order than `order`
  ///   is unreadable.
  public init(_ text: String, order: DateOrder? = nil) throws(Problem) {
    if let usual = Self.usual(text) {
      self = usual
      return
    }
    guard let parts = WrittenDateParts(text) else { throw .unreadable }
    day = try Self.day(parts, order)
    secondOfDay = parts.secondOfDay
    zone = parts.zone
  }

  /// The date and the clock time in UTC of a moment in seconds since 1970.
  public init(utcSeconds: Int) {
    let second = (utcSeconds % 86_400 + 86_400) % 86_400
    self.init(
      day: Day(daysSince1970: (utcSeconds - second) / 86_400), secondOfDay: second,
      zone: .offset(0))
  }

  private init(day: Day, secondOfDay: Int?, zone: Zone) {
    (self.day, self.secondOfDay, self.zone) = (day, secondOfDay, zone)
  }

  /// Seconds from 1970-01-01T00:00:00 by the clock that the time is by; a date
  /// alone counts as its midnight.
  public var seconds: Int { day.daysSince1970 * 86_400 + (secondOfDay ?? 0) }

  /// The forms that nearly all rows have, `2016-05-23`, also with ` 07:12` or
  /// `T07:12:00`: read apart because there are so many.
  private static func usual(_ text: String) -> WrittenDate? {
    var text = text
    return text.withUTF8 { bytes -> WrittenDate? in
      func number(_ places: Range<Int>) -> Int? {
        var value = 0
        for byte in bytes[places] {
          guard (0x30...0x39).contains(byte) else { return nil }
          value = value * 10 + Int(byte - 0x30)
        }
        return value
      }
      guard [10, 16, 19].contains(bytes.count), bytes[4] == 0x2D, bytes[7] == 0x2D,
        let year = number(0..<4), let month = number(5..<7), let dayOfMonth = number(8..<10),
        years.contains(year), let day = Day(year: year, month: month, day: dayOfMonth)
      else { return nil }
      guard bytes.count > 10 else { return WrittenDate(day: day, secondOfDay: nil, zone: .wall) }
      guard bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A,
        let hour = number(11..<13), let minute = number(14..<16), hour < 24, minute < 60
      else { return nil }
      guard bytes.count == 19 else {
        return WrittenDate(day: day, secondOfDay: hour * 3600 + minute * 60, zone: .wall)
      }
      guard bytes[16] == 0x3A, let second = number(17..<19), second < 60 else { return nil }
      return WrittenDate(
        day: day, secondOfDay: hour * 3600 + minute * 60 + second, zone: .wall)
    }
  }

  /// The years that people live in.
  private static let years = 1900...2199

  // MARK: - Dates

  private static func day(
    _ parts: WrittenDateParts, _ order: DateOrder?
  ) throws(Problem) -> Day {
    let numbers = parts.numbers
    let values = numbers.map(\.value)
    if let month = parts.month { return try day(numbers, inMonth: month) }
    if numbers.count == 1, numbers[0].digits == 8 {
      return try date(values[0] / 10_000, values[0] / 100 % 100, values[0] % 100)
    }
    guard numbers.count == 3 else { throw .unreadable }
    if numbers[0].digits == 4 { return try date(values[0], values[1], values[2]) }
    if numbers[2].digits == 4 {
      return try date(values[0], values[1], year: values[2], parts.areDotted, order)
    }
    // With a year of two digits only the order tells which number it is.
    guard numbers.allSatisfy({ $0.digits <= 2 }) else { throw .unreadable }
    if order == .yearFirst { return try date(year(values[0]), values[1], values[2]) }
    guard parts.areDotted || order != nil else { throw .ambiguous }
    return try date(values[0], values[1], year: year(values[2]), parts.areDotted, order)
  }

  /// `22 Jan 2022`, `Jan 22, 2022`, `2022 Jan 22` or `22-Jan-22`.
  private static func day(
    _ numbers: [WrittenDateParts.Number], inMonth month: Int
  ) throws(Problem) -> Day {
    guard numbers.count == 2 else { throw .unreadable }
    if let place = numbers.firstIndex(where: { $0.digits == 4 }) {
      return try date(numbers[place].value, month, numbers[1 - place].value)
    }
    guard numbers.allSatisfy({ $0.digits <= 2 }) else { throw .unreadable }
    return try date(year(numbers[1].value), month, numbers[0].value)
  }

  /// The date of two numbers and a year behind them.
  private static func date(
    _ first: Int, _ second: Int, year: Int, _ areDotted: Bool, _ order: DateOrder?
  ) throws(Problem) -> Day {
    let dayFirst = try? date(year, second, first)
    let monthFirst = try? date(year, first, second)
    let read: Day? =
      switch order {
      case _ where areDotted: dayFirst ?? monthFirst
      case .dayFirst: dayFirst
      case .monthFirst: monthFirst
      case .yearFirst, nil: dayFirst == nil || monthFirst == nil ? dayFirst ?? monthFirst : nil
      }
    if let read { return read }
    guard let dayFirst, let monthFirst else { throw .unreadable }
    guard dayFirst == monthFirst else { throw order == .yearFirst ? .unreadable : .ambiguous }
    return dayFirst
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) throws(Problem) -> Day {
    guard years.contains(year), let day = Day(year: year, month: month, day: day) else {
      throw .unreadable
    }
    return day
  }

  /// The year of two digits.
  private static func year(_ digits: Int) -> Int { digits < 70 ? 2000 + digits : 1900 + digits }

  // MARK: - Proof

  /// What a date in figures with the year behind shows of its order.
  enum Figures {
    case onlyDayFirst
    case onlyMonthFirst
    case either
  }

  /// What `text` shows of the order of dates; `nil` if nothing, also if it is none.
  static func figures(in text: String) -> Figures? {
    // Most texts of a file are no dates, which few of their bytes tell.
    guard (6...40).contains(text.utf8.count),
      text.utf8.first.map({ $0 < 0x3A || $0 >= 0x80 }) == true,
      text.utf8.contains(where: { $0 == 0x2F || $0 == 0x2D || $0 == 0x20 || $0 >= 0x80 }),
      let parts = WrittenDateParts(text), parts.month == nil, !parts.areDotted,
      parts.numbers.count == 3, parts.numbers[0].digits <= 2, parts.numbers[1].digits <= 2
    else { return nil }
    let values = parts.numbers.map(\.value)
    let year = parts.numbers[2].digits == 4 ? values[2] : nil
    // With two digits the year may stand in front: then nothing is proven.
    guard let year else { return nil }
    switch ((try? date(year, values[1], values[0])), (try? date(year, values[0], values[1]))) {
    case (let dayFirst?, let monthFirst?): return dayFirst == monthFirst ? nil : .either
    case (_?, nil): return .onlyDayFirst
    case (nil, _?): return .onlyMonthFirst
    case (nil, nil): return nil
    }
  }
}
