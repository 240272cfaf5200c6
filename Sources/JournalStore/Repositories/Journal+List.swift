public import CivilDay
public import JournalModel

extension EntryTable {
  /// The newest entries of the table that `filter` lets through.
  ///
  /// In the order of ``Journal/newest(_:matching:)``, or an entry that comes
  /// first there could be left out here. Without a search it is served by the
  /// table's index on day and time, read backwards.
  func newest(_ count: Int, matching filter: EntryFilter) -> BoundQuery {
    var query = BoundQuery()
    let order = [dayField, timeField, "id"].compactMap(\.self)
    query.sql = """
      \(selection)
      \(conditions(filter, &query))
      ORDER BY \(order.map { "\(rawValue).\($0) DESC" }.joined(separator: ", "))
      LIMIT \(query.place(.integer(count)))
      """
    return query
  }

  /// A row for each entry of the table that `filter` lets through, up to `limit`.
  func each(matching filter: EntryFilter, upTo limit: Int) -> BoundQuery {
    var query = BoundQuery()
    query.sql = """
      SELECT 1 FROM \(rawValue)
      \(conditions(filter, &query))
      LIMIT \(query.place(.integer(limit)))
      """
    return query
  }

  private func conditions(_ filter: EntryFilter, _ query: inout BoundQuery) -> String {
    var conditions: [String] = []
    if let days = filter.days {
      let first = query.place(.text(days.lowerBound.description))
      let last = query.place(.text(days.upperBound.description))
      conditions.append(
        dayField.map { "\(rawValue).\($0) BETWEEN \(first) AND \(last)" } ?? "FALSE")
    } else if EntryTable.dated.contains(self), let dayField {
      // Lets the index on it serve the order.
      conditions.append("\(rawValue).\(dayField) > ''")
    }
    if let footwear = filter.footwear {
      let shoe = query.place(.integer(footwear))
      conditions.append(self == .run ? "run.footwear_id = \(shoe)" : "FALSE")
    }
    if filter.isDoubtful {
      conditions.append(
        fields.contains(where: \.isDoubt) ? "\(rawValue).doubt IS NOT NULL" : "FALSE")
    }
    if let text = filter.text {
      conditions.append(found(text, &query))
    }
    return conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
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
      case .routineStep:
        (", exercise.name AS exercise", "JOIN exercise ON exercise.id = routine_step.exercise_id")
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
    try newest(count, matching: EntryFilter(tables, days: days)).entries
  }

  /// The newest entries that `filter` lets through, the newest first.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - filter: Which entries.
  ///   - limit: How far to count those that are left out.
  /// - Returns: Entries by day, clock time and id, all descending; one without a
  ///   day comes last, and one without a time after those with one of its day.
  ///   `more` is how many there are beside them, up to `limit`.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func newest(
    _ count: Int, matching filter: EntryFilter, countingUpTo limit: Int = 0
  ) throws -> (entries: [StoredEntry], more: Int) {
    try searching(filter) {
      let entries = try filter.tables.flatMap { table in
        let query = table.newest(count, matching: filter)
        return try connection.rows(query.sql, query.values) { (row) throws(SQLiteError) in
          try storedEntry(row, in: table)
        }
      }
      let newest = Array(entries.sorted { $0.listKey > $1.listKey }.prefix(count))
      guard newest.count == count, limit > 0 else { return (newest, 0) }
      let all = try filter.tables.reduce(0) { sum, table in
        let query = table.each(matching: filter, upTo: count + limit - sum)
        return sum + (try connection.rows(query.sql, query.values) { _ in () }).count
      }
      return (newest, all - newest.count)
    }
  }

  /// The entry of `table` with this id, or `nil`.
  public func entry(_ id: Int, of table: EntryTable) throws -> StoredEntry? {
    try explaining {
      try connection.first(table.byID, .integer(id)) { (row) throws(SQLiteError) in
        try storedEntry(row, in: table)
      }
    }
  }

  /// The id of the entry of `table` that was logged last, or `nil` if there is
  /// none.
  public func latest(of table: EntryTable) throws -> Int? {
    try explaining {
      try connection.first("SELECT max(id) FROM \(table.rawValue)") {
        (row) throws(SQLiteError) in try row.optionalInteger(0)
      } ?? nil
    }
  }
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
