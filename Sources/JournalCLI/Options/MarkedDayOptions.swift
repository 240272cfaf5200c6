import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// The days to mark.
struct MarkedDayOptions: ParsableArguments {
  // All words, as a day such as -2d begins with a dash.
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("Day, or days such as mon..wed.", valueName: "days"),
    completion: .days)
  var words: [String] = []

  @OptionGroup var days: DayOptions

  /// The longest range; a longer one probably has the wrong year.
  private static let mostDays = 366

  /// Returns the given days, or `nil` if there are none.
  ///
  /// - Throws: ``InputError`` or ``UsageError``.
  func range(of command: String, in session: JournalSession) throws -> ClosedRange<Day>? {
    if let option = words.first(where: { $0.hasPrefix("--") }) {
      throw UsageError(ParserSentence([command]).sentence(for: "Unknown option '\(option)'"))
    }
    guard words.isEmpty || days.on == nil else {
      throw UsageError("The days are given twice; remove --on.")
    }
    guard let text = words.isEmpty ? days.on : words.joined(separator: " ") else { return nil }
    let range = try DayRangeExpression.parse(text, today: session.today, allowingFuture: true)
    for day in Set([range.lowerBound, range.upperBound]).sorted() {
      try session.allow(day, named: range.count == 1 ? text : day.description)
    }
    guard range.count <= Self.mostDays else { throw InputError.longRange.about(text) }
    return range
  }

  /// Marks `range` and echoes the result.
  func mark(_ range: ClosedRange<Day>, as mark: DayMark, _ session: JournalSession) throws {
    let marked = try session.journal().mark(range, as: mark, today: session.latestDay)
    if range.count == 1 {
      try tell(marked, of: range.lowerBound, as: mark, session)
    } else {
      try tell(marked, of: range, as: mark, session)
    }
  }

  private func tell(
    _ marked: DaysMarked, of day: Day, as mark: DayMark, _ session: JournalSession
  ) throws {
    guard let logged = marked.logged else {
      let day = day.relativeDescription(today: session.today)
      try session.tell("\(day) is already marked as \(mark.words).\n")
      return
    }
    let instead = marked.replaced == 0 ? "" : " instead of \(mark.other.words)"
    try session.confirm("Marked as \(mark.words)\(instead)", on: day, logged)
  }

  private func tell(
    _ marked: DaysMarked, of range: ClosedRange<Day>, as mark: DayMark, _ session: JournalSession
  ) throws {
    let span =
      "\(range.lowerBound.longDescription) to \(range.upperBound.longDescription), \(range.count) days"
    let parts = [
      marked.alreadySo == 0 ? nil : "\(marked.alreadySo) already marked",
      marked.replaced == 0 ? nil : "\(marked.replaced) instead of \(mark.other.words)",
    ].compactMap(\.self).joined(separator: ", ")
    guard marked.logged != nil else {
      try session.tell("\(span): all already marked as \(mark.words).\n")
      return
    }
    try session.tell("Marked as \(mark.words): \(span)\(parts.isEmpty ? "" : " (\(parts))")\n")
    try session.hintAtUndo()
  }
}

extension DayMark {
  /// The mark in words.
  fileprivate var words: String {
    switch self {
    case .rest: "rest"
    case .notTracked: "not tracked"
    }
  }

  fileprivate var other: DayMark { self == .rest ? .notTracked : .rest }
}
