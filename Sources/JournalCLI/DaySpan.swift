import CivilDay

/// The days that `--from` and `--to` name.
struct DaySpan {
  /// Every day that is wanted.
  let days: ClosedRange<Day>

  /// Understands the two ends, either of which may be open.
  init(from: String?, to: String?, today: Day) throws {
    let first = try from.map { try DayExpression.parse($0, today: today, allowingFuture: true) }
    let last = try to.map { try DayExpression.parse($0, today: today, allowingFuture: true) }
    let ends = (first ?? Month.earliest.firstDay, last ?? Month.latest.lastDay)
    guard ends.0 <= ends.1 else {
      throw UsageError("--from must not be after --to; write the earlier day first.")
    }
    days = ends.0...ends.1
  }
}
