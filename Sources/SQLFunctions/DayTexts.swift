internal import CivilDay

extension Day {
  private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// The first day of the week of the day in argument 0.
  static func monday(_ row: borrowing Arguments) throws(FunctionError) -> String? {
    try row.day(0).map { "\($0 - $0.weekday)" }
  }

  /// The month of the day in argument 0.
  static func month(_ row: borrowing Arguments) throws(FunctionError) -> String? {
    try row.day(0).map { "\($0.month)" }
  }

  /// The weekday of the day in argument 0: 1 for Monday to 7 for Sunday, as in ISO
  /// 8601 and PostgreSQL's `isodow`.
  static func weekday(_ row: borrowing Arguments) throws(FunctionError) -> Int? {
    try row.day(0).map { $0.weekday + 1 }
  }

  /// The English name of that weekday, such as `Mon`.
  static func weekdayName(_ row: borrowing Arguments) throws(FunctionError) -> String? {
    try row.day(0).map { names[$0.weekday] }
  }
}
