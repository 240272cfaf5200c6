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
public struct DateOrderProof: Sendable {
  /// Whether a date can only have the day first.
  public private(set) var provesDayFirst = false
  /// Whether a date can only have the month first.
  public private(set) var provesMonthFirst = false
  /// Whether a date can have either first, with two different days.
  public private(set) var needsOrder = false

  /// Creates the proof of no dates.
  public init() {}

  /// The order that is proven; `nil` without a proof, or with two that
  /// contradict each other.
  public var order: DateOrder? {
    guard provesDayFirst != provesMonthFirst else { return nil }
    return provesDayFirst ? .dayFirst : .monthFirst
  }

  /// Takes in a text, which need not be a date.
  public mutating func take(_ text: String) {
    switch WrittenDate.figures(in: text) {
    case .onlyDayFirst?: provesDayFirst = true
    case .onlyMonthFirst?: provesMonthFirst = true
    case .either?: needsOrder = true
    case nil: break
    }
  }
}
