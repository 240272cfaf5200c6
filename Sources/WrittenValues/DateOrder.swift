/// The order of the numbers in a numeric date.
public enum DateOrder: String, CaseIterable, Sendable {
  /// `23/5/2016`: the day, the month, the year.
  case dayFirst = "dmy"
  /// `5/23/2016`: the month, the day, the year.
  case monthFirst = "mdy"
  /// `16/5/23`: the year, the month, the day.
  case yearFirst = "ymd"

  /// Such as "the day first", for messages.
  public var words: String {
    switch self {
    case .dayFirst: "the day first"
    case .monthFirst: "the month first"
    case .yearFirst: "the year first"
    }
  }
}

/// What the dates of a file prove about their common order.
///
/// Only a number above 12 proves anything: `10/5/2026` can be in October or May.
/// Dates with the year first or a month's name need no proof, and a date with
/// dots, which starts with the day, proves nothing about dates with slashes. With
/// two-digit years, a file has fewer distinct years than days.
public struct DateOrderProof: Sendable {
  private var dayFirst = 0
  private var monthFirst = 0
  private var shortDayFirst = 0
  private var shortMonthFirst = 0
  private var shortFirsts: Set<Int> = []
  private var shortLasts: Set<Int> = []
  private var isOpen = false
  private var isShortOpen = false

  /// Creates a proof without dates.
  public init() {}

  /// Whether a date can only have the day first.
  public var provesDayFirst: Bool { proofs.dayFirst > 0 }

  /// Whether a date can only have the month first.
  public var provesMonthFirst: Bool { proofs.monthFirst > 0 }

  /// Whether a date can start with either, as two different days.
  public var needsOrder: Bool { isOpen || isShortOpen }

  /// The order that most dates prove; `nil` without a proof, or with a tie.
  public var order: DateOrder? {
    let (dayFirst, monthFirst) = proofs
    if dayFirst != monthFirst { return dayFirst > monthFirst ? .dayFirst : .monthFirst }
    return dayFirst == 0 && shortFirsts.count < shortLasts.count ? .yearFirst : nil
  }

  private var proofs: (dayFirst: Int, monthFirst: Int) {
    // The number that varies more is the day.
    let isYearLast = shortLasts.count < shortFirsts.count
    return (dayFirst + (isYearLast ? shortDayFirst : 0), monthFirst + shortMonthFirst)
  }

  /// Examines text, which need not be a date.
  public mutating func take(_ text: String) {
    guard let figures = WrittenDate.figures(in: text) else { return }
    if figures.isShort {
      shortFirsts.insert(figures.first)
      shortLasts.insert(figures.last)
    }
    switch (figures.shows, figures.isShort) {
    case (.dayFirst, false): dayFirst += 1
    case (.monthFirst, false): monthFirst += 1
    case (.dayFirst, true):
      shortDayFirst += 1
      isShortOpen = true
    case (.monthFirst, true): shortMonthFirst += 1
    case (_, false): isOpen = true
    case (_, true): isShortOpen = true
    }
  }
}
