/// Which number comes first in a date of figures.
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

/// What the dates of one file prove of the order that all of them are in.
///
/// Only a number above 12 proves anything: `10/5/2026` can be of October or of
/// May. Dates with a year in front or the name of a month need no proof, and a
/// date with dots, which has the day first, proves nothing of one with slashes.
/// Of years of two digits, there are fewer in a file than days.
public struct DateOrderProof: Sendable {
  private var dayFirst = 0
  private var monthFirst = 0
  private var shortDayFirst = 0
  private var shortMonthFirst = 0
  private var shortFirsts: Set<Int> = []
  private var shortLasts: Set<Int> = []
  private var isOpen = false
  private var isShortOpen = false

  /// Creates the proof of no dates.
  public init() {}

  /// Whether a date can only have the day first.
  public var provesDayFirst: Bool { proofs.dayFirst > 0 }

  /// Whether a date can only have the month first.
  public var provesMonthFirst: Bool { proofs.monthFirst > 0 }

  /// Whether a date can have either first, with two different days.
  public var needsOrder: Bool { isOpen || isShortOpen }

  /// The order that most dates prove; `nil` without a proof, or with as many of
  /// the one as of the other.
  public var order: DateOrder? {
    let (dayFirst, monthFirst) = proofs
    if dayFirst != monthFirst { return dayFirst > monthFirst ? .dayFirst : .monthFirst }
    return dayFirst == 0 && shortFirsts.count < shortLasts.count ? .yearFirst : nil
  }

  private var proofs: (dayFirst: Int, monthFirst: Int) {
    // The one that varies more is the day.
    let isYearLast = shortLasts.count < shortFirsts.count
    return (dayFirst + (isYearLast ? shortDayFirst : 0), monthFirst + shortMonthFirst)
  }

  /// Takes in a text, which need not be a date.
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
