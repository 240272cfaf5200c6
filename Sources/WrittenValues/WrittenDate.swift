public import CivilDay

/// A date, perhaps with a clock time, as programs write it for people.
///
/// It reads `2016-05-23T07:12:00.5+02:00`, `20160523T071200Z`, `23.05.2016,
/// 07:12`, `5/23/2016 7:12 AM`, `22nd Jan 2022`, `Sat, 22 janv. 2022 à 10:00 pm`
/// and `2016年5月23日 07:12`, with digits of any script and blanks of any width.
public struct WrittenDate: Equatable, Sendable {
  /// The relation of the clock to UTC, as far as the text has one.
  public enum Zone: Equatable, Sendable {
    /// None: the local clock.
    case wall
    /// Minutes ahead of UTC; 0 for `Z`, `UTC` or `GMT`.
    case offset(Int)
  }

  /// The calendar day.
  public let day: Day
  /// Seconds since midnight; `nil` for a date alone.
  public let secondOfDay: Int?
  /// The zone of the time.
  public let zone: Zone

  /// The reason why text is not a date.
  public enum Problem: Error, Equatable {
    /// It is not a date.
    case unreadable
    /// The day or the month may come first.
    case ambiguous
  }

  /// Reads the date in `text`.
  ///
  /// - Parameters:
  ///   - text: A date, with or without a clock time.
  ///   - order: The order of numeric dates that leave it open.
  /// - Throws: ``Problem``; a date that contradicts `order` is unreadable.
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

  /// Creates the date and UTC time of a moment in seconds since 1970.
  public init(utcSeconds: Int) {
    let second = (utcSeconds % 86_400 + 86_400) % 86_400
    self.init(
      day: Day(daysSince1970: (utcSeconds - second) / 86_400), secondOfDay: second,
      zone: .offset(0))
  }

  private init(day: Day, secondOfDay: Int?, zone: Zone) {
    (self.day, self.secondOfDay, self.zone) = (day, secondOfDay, zone)
  }

  /// Seconds from 1970-01-01T00:00:00 on the clock of the time; a date alone
  /// counts as midnight.
  public var seconds: Int { day.daysSince1970 * 86_400 + (secondOfDay ?? 0) }

  /// Fast path for the form of nearly all rows: `2016-05-23`, perhaps with `
  /// 07:12` or `T07:12:00`.
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

  /// Plausible years.
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
    // With a two-digit year, only the order identifies it.
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

  /// The date of two numbers followed by a year.
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

  /// Whether `text` is the same date, or not a date, in every order.
  public static func isFixed(_ text: String) -> Bool {
    if usual(text) != nil { return true }
    let date = try? WrittenDate(text)
    return [DateOrder.dayFirst, .monthFirst].allSatisfy {
      (try? WrittenDate(text, order: $0)) == date
    }
  }

  /// A numeric date with the year last, and what it proves about its order.
  struct Figures {
    /// The only possible order, if the year is last; `nil` if both are possible.
    let shows: DateOrder?
    /// The first and the last number.
    let first: Int
    let last: Int
    /// Whether the year has two digits, so that it may come first.
    let isShort: Bool
  }

  /// What `text` proves about the order of dates; `nil` for nothing, or if it is
  /// not a date.
  static func figures(in text: String) -> Figures? {
    // Most texts are not dates, as a few of their bytes show.
    guard (6...40).contains(text.utf8.count),
      text.utf8.first.map({ $0 < 0x3A || $0 >= 0x80 }) == true,
      text.utf8.contains(where: { $0 == 0x2F || $0 == 0x2D || $0 == 0x20 || $0 >= 0x80 }),
      let parts = WrittenDateParts(text), parts.month == nil, !parts.areDotted,
      parts.numbers.count == 3, parts.numbers[0].digits <= 2, parts.numbers[1].digits <= 2
    else { return nil }
    let values = parts.numbers.map(\.value)
    let isShort = parts.numbers[2].digits <= 2
    guard isShort || parts.numbers[2].digits == 4 else { return nil }
    let year = isShort ? year(values[2]) : values[2]
    let dayFirst = try? date(year, values[1], values[0])
    let monthFirst = try? date(year, values[0], values[1])
    func figures(_ order: DateOrder?) -> Figures {
      Figures(shows: order, first: values[0], last: values[2], isShort: isShort)
    }
    switch (dayFirst, monthFirst) {
    case (let dayFirst?, let monthFirst?):
      return dayFirst == monthFirst && !isShort ? nil : figures(nil)
    case (_?, nil): return figures(.dayFirst)
    case (nil, _?): return figures(.monthFirst)
    case (nil, nil): return nil
    }
  }
}
