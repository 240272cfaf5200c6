internal import CivilDay

extension Day {
  /// The day in argument 0; `nil` for NULL.
  private static func read(_ row: borrowing Arguments) throws(FunctionError) -> Day? {
    guard let text = try row.text(0) else { return nil }
    guard let day = Day(text) else { throw .refused("the day must be YYYY-MM-DD") }
    return day
  }

  /// The first day of the week of the day in argument 0.
  static func monday(_ row: borrowing Arguments) throws(FunctionError) -> String? {
    guard let day = try read(row) else { return nil }
    return "\(day - day.weekday)"
  }

  /// The month of the day in argument 0.
  static func month(_ row: borrowing Arguments) throws(FunctionError) -> String? {
    try read(row).map { "\($0.month)" }
  }
}
