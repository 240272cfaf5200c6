public import CivilDay

extension EntryTable {
  /// The tables whose entries belong to a day and are listed together.
  public static let dated: [EntryTable] = [
    .run, .checkIn, .stretch, .flareUp, .crossTraining, .dayMark, .guidance,
  ]

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

extension EntryTable {
  /// The column that holds the clock time of an entry, if the table has one.
  fileprivate var timeField: String? {
    fields.first { $0.kind == .clockTime }?.name
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

  /// Everything that was set, by name.
  public func settings() throws -> [String: String] {
    try explaining {
      let settings = try connection.rows("SELECT name, value FROM setting") {
        (row) throws(SQLiteError) in (try row.text(0), try row.text(1))
      }
      return Dictionary(uniqueKeysWithValues: settings)
    }
  }

  /// The value of the setting `name`, or `nil` if it was never set.
  public func setting(_ name: String) throws -> String? {
    try explaining {
      try connection.first("SELECT value FROM setting WHERE name = ?1", .text(name)) {
        (row) throws(SQLiteError) in try row.text(0)
      }
    }
  }
}

private func storedEntry(
  _ row: borrowing Row, in table: EntryTable
) throws(SQLiteError) -> StoredEntry {
  var values: [String: SQLiteValue] = [:]
  for column in 0..<row.count where !row.isNull(column) {
    values[row.name(column)] = row.value(column)
  }
  guard case .integer(let id) = values.removeValue(forKey: "id"),
    case .text(let text) = values[table == .flareUp ? "onset_day" : "day"], let day = Day(text)
  else { throw SQLiteError(.mismatch, "a row of '\(table.rawValue)' has no id or day") }
  return StoredEntry(table: table, id: Int(id), day: day, values: values)
}

extension StoredEntry {
  fileprivate var listKey: (Day, String, Int) {
    (day, table.timeField.flatMap(text) ?? "", id)
  }
}
