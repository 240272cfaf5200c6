import ArgumentParser
import CivilDay
import EntryInput

/// A period from `--from` to `--to`, either of which can be left out.
struct DaySpanOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: ArgumentHelp("First day.", valueName: "day"),
    completion: .days)
  var from: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Last day.", valueName: "day"),
    completion: .days)
  var to: String?

  /// Whether neither end is given.
  var isOpen: Bool { from == nil && to == nil }

  /// Returns all days of the period.
  ///
  /// - Throws: ``InputError`` or ``UsageError`` if an end is not a day, or the first
  ///   comes after the last.
  func days(today: Day) throws -> ClosedRange<Day> {
    let ends = try ends(today: today)
    return (ends.first ?? Month.earliest.firstDay)...(ends.last ?? Month.latest.lastDay)
  }

  /// Returns the first and the last day, as far as they are given.
  ///
  /// - Throws: ``InputError`` or ``UsageError`` as ``days(today:)``.
  func ends(today: Day) throws -> (first: Day?, last: Day?) {
    let first = try from.map { try DayExpression.parse($0, today: today, allowingFuture: true) }
    let last = try to.map { try DayExpression.parse($0, today: today, allowingFuture: true) }
    guard first ?? Month.earliest.firstDay <= last ?? Month.latest.lastDay else {
      throw UsageError("--from must not be after --to; put the earlier day first.")
    }
    return (first, last)
  }
}
