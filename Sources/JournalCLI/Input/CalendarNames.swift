/// The English names of months and weekdays, as typed and as printed.
enum CalendarNames {
  /// The months, January first.
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The weekdays, Monday first.
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Returns the month, from 1, whose name starts with the three letters or more
  /// of `word`, which is in lower case.
  static func month(_ word: String) -> Int? {
    index(of: word, in: months).map { $0 + 1 }
  }

  /// Returns the weekday, 0 for Monday, whose name starts with the three letters
  /// or more of `word`, which is in lower case.
  static func weekday(_ word: String) -> Int? {
    index(of: word, in: weekdays)
  }

  /// Returns the first three letters of `name` with a capital, as in `Feb`.
  static func short(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst().prefix(2)
  }

  private static func index(of word: String, in names: [String]) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) }
  }
}
