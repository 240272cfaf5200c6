/// A calendar month of a year, such as 2026-10.
public struct Month: Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int

  /// The month of the year, 1 for January to 12.
  public let number: Int

  /// Creates a month, or `nil` if it does not exist.
  public init?(year: Int, number: Int) {
    guard (1...9999).contains(year), (1...12).contains(number) else { return nil }
    self.init(unchecked: year, number)
  }

  /// Creates the month written as exactly `YYYY-MM`, or `nil` for other text.
  public init?(_ text: some StringProtocol) {
    guard let first = Day("\(text)-01") else { return nil }
    self = first.month
  }

  init(unchecked year: Int, _ number: Int) {
    self.year = year
    self.number = number
  }

  /// The first day of the month.
  public var firstDay: Day {
    // A month is only made from numbers that exist, so day 1 does too.
    Day(year: year, month: number, day: 1) ?? Day(daysSince1970: 0)
  }

  /// The last day of the month.
  public var lastDay: Day { firstDay + (Month.length(of: number, in: year) - 1) }

  /// All days of the month, in order.
  public var days: ClosedRange<Day> { firstDay...lastDay }

  /// The month before this one.
  public var previous: Month { (firstDay - 1).month }

  /// The month after this one.
  public var next: Month { (lastDay + 1).month }

  /// The number of days in `month` of `year`.
  static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Month: Comparable {
  /// Whether `left` is earlier than `right`.
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

extension Month: CustomStringConvertible {
  /// The month as `YYYY-MM`.
  public var description: String { "\(padded(year, to: 4))-\(padded(number, to: 2))" }
}

extension Month {
  /// The first month that can be written, 0001-01.
  public static let earliest = Month(unchecked: 1, 1)

  /// The last month that can be written, 9999-12.
  public static let latest = Month(unchecked: 9999, 12)
}

extension Month {
  /// The English names of the months, January first.
  public static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The English name, as in `February`.
  public var name: String { Self.names[number - 1] }

  /// The first three letters of the name, as in `Feb`.
  public var shortName: String { String(name.prefix(3)) }
}
