public import CivilDay
public import JournalModel

/// A row of one of the entry tables, as it is stored.
public struct StoredEntry: Equatable, Sendable {
  /// The table.
  public let table: EntryTable

  /// The id in that table.
  public let id: Int

  /// The day that it is listed under; `nil` for an exercise, a setting, and a
  /// shoe whose first day is unknown.
  public let day: Day?

  /// The values of the fields that are known, by field name, and the `footwear`
  /// or `exercise` that a run or stretch refers to, by name.
  public let values: [String: SQLiteValue]

  /// The text in `field`, or `nil` if it is unknown.
  public func text(_ field: String) -> String? {
    guard case .text(let text) = values[field] else { return nil }
    return text
  }

  /// The number in `field`, or `nil` if it is unknown.
  public func number(_ field: String) -> Double? {
    switch values[field] {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }

  /// The whole number in `field`, or `nil` if it is unknown.
  public func whole(_ field: String) -> Int? {
    guard case .integer(let number) = values[field] else { return nil }
    return Int(number)
  }
}
