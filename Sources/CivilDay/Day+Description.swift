extension Day {
  /// The English names of the weekdays, Monday first.
  public static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The first three letters of the name of the weekday, as in `Mon`.
  public var shortWeekdayName: String { String(Self.weekdayNames[weekday].prefix(3)) }

  /// The day with its weekday, as in `Mon 2 Feb 2026`.
  public var longDescription: String {
    let civil = civil
    return "\(shortWeekdayName) \(civil.day) \(month.shortName) \(civil.year)"
  }

  /// The day with its weekday and without its year, as in `Mon 2 Feb`.
  public var shortDescription: String {
    "\(shortWeekdayName) \(civil.day) \(month.shortName)"
  }

  /// The day in a person's words, as in `Mon 2 Feb 2026 (yesterday)`.
  ///
  /// Days up to two weeks from `today` also say how far away they are.
  ///
  /// - Parameter today: The day to count from.
  /// - Returns: The description.
  public func relativeDescription(today: Day) -> String {
    switch today.distance(to: self) {
    case 0: "\(longDescription) (today)"
    case -1: "\(longDescription) (yesterday)"
    case 1: "\(longDescription) (tomorrow)"
    case let distance where (-14...(-2)).contains(distance):
      "\(longDescription) (\(-distance) days ago)"
    case let distance where (2...14).contains(distance): "\(longDescription) (in \(distance) days)"
    default: longDescription
    }
  }
}
