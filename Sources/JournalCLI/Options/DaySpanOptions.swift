import ArgumentParser
import CivilDay
import EntryInput

/// The days that `--from` and `--to` name, either of which may be left out.
struct DaySpanOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The first day.", valueName: "day"),
    completion: .days)
  var from: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The last day.", valueName: "day"),
    completion: .days)
  var to: String?

  /// Whether neither was typed.
  var isOpen: Bool { from == nil && to == nil }

  /// Every day that is wanted.
  ///
  /// - Throws: ``InputError`` or ``UsageError`` if an end is no day, or the first
  ///   comes after the last.
  func days(today: Day) throws -> ClosedRange<Day> {
    let first = try from.map { try DayExpression.parse($0, today: today, allowingFuture: true) }
    let last = try to.map { try DayExpression.parse($0, today: today, allowingFuture: true) }
    let ends = (first ?? Month.earliest.firstDay, last ?? Month.latest.lastDay)
    guard ends.0 <= ends.1 else {
      throw UsageError("--from must not be after --to; write the earlier day first.")
    }
    return ends.0...ends.1
  }
}
