public import CivilDay

extension EntryTable {
  /// Newest entries of the table: `?1` how many, `?2` and `?3` the days.
  ///
  /// In the order of ``Journal/newest(_:of:in:)``, or an entry that comes first
  /// there could be left out here. Each is served by the table's index on day
  /// and time, read backwards.
  var newestFirst: String {
    let day = self == .flareUp ? "onset_day" : "day"
    let time = timeField.map { "\(rawValue).\($0) DESC, " } ?? ""
    return """
      \(selection)
      WHERE \(rawValue).\(day) BETWEEN ?2 AND ?3
      ORDER BY \(rawValue).\(day) DESC, \(time)\(rawValue).id DESC
      LIMIT ?1
      """
  }

  /// The entry with the id `?1`.
  var byID: String { "\(selection) WHERE \(rawValue).id = ?1" }

  /// All columns, and the name of what an entry refers to.
  private var selection: String {
    let (columns, joins) =
      switch self {
      case .run:
        (", footwear.name AS footwear", "LEFT JOIN footwear ON footwear.id = run.footwear_id")
      case .stretch:
        (", exercise.name AS exercise", "JOIN exercise ON exercise.id = stretch.exercise_id")
      default: ("", "")
      }
    return "SELECT \(rawValue).*\(columns) FROM \(rawValue) \(joins)"
  }
}

extension Journal {
  /// The newest entries, the newest first.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - tables: Which kinds of entries.
  ///   - days: The days to look at.
  /// - Returns: Entries by day, clock time and id, all descending; an entry
  ///   without a time comes after those with one of its day.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func newest(
    _ count: Int, of tables: [EntryTable] = EntryTable.dated,
    in days: ClosedRange<Day>
  ) throws -> [StoredEntry] {
    try explaining {
      let entries = try tables.flatMap { table in
        try connection.rows(
          table.newestFirst, .integer(count), .text(days.lowerBound.description),
          .text(days.upperBound.description)
        ) { (row) throws(SQLiteError) in try storedEntry(row, in: table) }
      }
      return Array(entries.sorted { $0.listKey > $1.listKey }.prefix(count))
    }
  }

  /// The entry of a table of ``EntryTable/dated`` with this id, or `nil`.
  public func entry(_ id: Int, of table: EntryTable) throws -> StoredEntry? {
    try explaining {
      try connection.first(table.byID, .integer(id)) { (row) throws(SQLiteError) in
        try storedEntry(row, in: table)
      }
    }
  }

  /// Every shoe with what it has run, retired ones last.
  public func footwear() throws -> [FootwearUse] {
    try explaining {
      try connection.rows(
        """
        SELECT footwear_id, name, model, kind, retired_day, runs, distance_km, limit_km, last_day
        FROM footwear_use
        ORDER BY retired_day IS NOT NULL, name
        """
      ) { (row) throws(SQLiteError) in
        FootwearUse(
          id: try row.integer(0), name: try row.text(1), model: try row.optionalText(2),
          kind: try row.optionalText(3), retiredDay: try row.optionalText(4),
          runs: try row.integer(5), distanceKm: try row.real(6),
          limitKm: try row.optionalReal(7), lastDay: try row.optionalText(8))
      }
    }
  }

  /// The names of all exercises with their ids.
  public func exercises() throws -> [(id: Int, name: String)] {
    try explaining {
      try connection.rows("SELECT id, name FROM exercise ORDER BY name") {
        (row) throws(SQLiteError) in (try row.integer(0), try row.text(1))
      }
    }
  }
}

/// A shoe with what it has run so far.
public struct FootwearUse: Equatable, Sendable {
  /// The shoe's id.
  public let id: Int
  /// Its name.
  public let name: String
  /// Maker and model, if known.
  public let model: String?
  /// Its kind, such as `cushioned`, if known.
  public let kind: String?
  /// The day it was retired, `YYYY-MM-DD`, or `nil` while it is in use.
  public let retiredDay: String?
  /// The number of runs in it.
  public let runs: Int
  /// Kilometres with those it had at the start; runs of unknown distance add 0.
  public let distanceKm: Double
  /// The kilometres after which to look at it, if set.
  public let limitKm: Double?
  /// The day of its latest run, `YYYY-MM-DD`, if there is one.
  public let lastDay: String?
}

/// The values of a row that are not NULL, by the names of their columns.
func knownValues(_ row: borrowing Row) -> [String: SQLiteValue] {
  var values: [String: SQLiteValue] = [:]
  for column in 0..<row.count where !row.isNull(column) {
    values[row.name(column)] = row.value(column)
  }
  return values
}

/// The entry of `table` in a row that holds all its columns.
func storedEntry(
  _ row: borrowing Row, in table: EntryTable
) throws(SQLiteError) -> StoredEntry {
  var values = knownValues(row)
  guard case .integer(let id) = values.removeValue(forKey: "id") else {
    throw SQLiteError(.mismatch, "a row of '\(table.rawValue)' has no id")
  }
  var day: Day?
  if let field = table.dayField, case .text(let text) = values[field] {
    day = Day(text)
    guard day != nil else {
      throw SQLiteError(.mismatch, "a row of '\(table.rawValue)' has no day")
    }
  }
  return StoredEntry(table: table, id: Int(id), day: day, values: values)
}

extension StoredEntry {
  fileprivate var listKey: (Int, String, Int) {
    (day?.daysSince1970 ?? .min, table.timeField.flatMap(text) ?? "", id)
  }
}
