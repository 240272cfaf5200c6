public import CivilDay
internal import JournalModel

/// What a line of a file leaves on the action that logged it: the identity of the action,
/// which follows from the line alone.
///
/// So a line counts once however often it is read, an undone line stays undone, and
/// copies of a journal that read the same file agree on the action when they are merged.
public struct LineMark: Hashable, Sendable {
  /// The identity of the action.
  public let uid: String

  /// Creates the mark of a line.
  ///
  /// - Parameters:
  ///   - day: The day of the calendar in the line; `nil` without one.
  ///   - secondOfDay: Its clock time, in seconds since midnight; `nil` without one.
  ///   - hash: 16 hexadecimal digits that follow from the line.
  public init(day: Day?, secondOfDay: Int?, hash: String) {
    let date = day.map { "\($0)".filter { $0 != "-" } } ?? "undated"
    let clock = secondOfDay.flatMap { TimeOfDay(second: $0) }.map { time in
      "T" + time.description.filter { $0 != ":" }
    }
    uid = "\(Self.start)\(date)\(clock ?? "")-\(hash)"
  }

  /// Creates the mark that an action has; `nil` if no line logged it.
  public init?(uid: String) {
    let parts = uid.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, uid.hasPrefix(Self.start), parts[2].count == 16,
      parts[2].allSatisfy({ $0.isASCII && $0.isHexDigit })
    else { return nil }
    self.uid = uid
  }

  /// Creates the mark with a ``tag``.
  public init?(tag: String) {
    self.init(uid: Self.start + tag)
  }

  /// The mark as a word in a file.
  public var tag: String { String(uid.dropFirst(Self.start.count)) }

  /// When the line was written by the clock on the wall, in seconds from the start of
  /// 1970 there; `nil` if the line has no time of day.
  public var wallSeconds: Int? {
    let moment = tag.split(separator: "-")[0]
    guard moment.count == 15, moment.dropFirst(8).first == "T" else { return nil }
    return Self.wallSeconds(compact: moment)
  }

  /// Reads a moment such as `20261123T065200`.
  static func wallSeconds(compact text: some StringProtocol) -> Int? {
    let digits = text.filter { $0 != "T" }.map(String.init)
    guard digits.count == 14 else { return nil }
    func number(_ range: Range<Int>) -> Int { Int(digits[range].joined()) ?? 0 }
    guard let day = Day(year: number(0..<4), month: number(4..<6), day: number(6..<8)) else {
      return nil
    }
    return day.daysSince1970 * 86_400 + number(8..<10) * 3600 + number(10..<12) * 60
      + number(12..<14)
  }

  private static let start = "inbox-"
}
