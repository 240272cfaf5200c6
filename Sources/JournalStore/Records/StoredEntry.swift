public import CivilDay
public import JournalModel

/// A stored row of an entry table.
public struct StoredEntry: Equatable, Sendable {
  /// The table.
  public let table: EntryTable

  /// The id in that table.
  public let id: Int

  /// Its day; `nil` for an exercise, a setting, and a shoe without a first day.
  public let day: Day?

  /// The known values by field name, and the name of a run's `footwear` or a
  /// stretch's `exercise`.
  public let values: [String: SQLiteValue]

  /// The text in `field`, or `nil` if unknown.
  public func text(_ field: String) -> String? {
    guard case .text(let text) = values[field] else { return nil }
    return text
  }

  /// The number in `field`, or `nil` if unknown.
  public func number(_ field: String) -> Double? {
    switch values[field] {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }

  /// The whole number in `field`, or `nil` if unknown.
  public func whole(_ field: String) -> Int? {
    guard case .integer(let number) = values[field] else { return nil }
    return Int(number)
  }
}
