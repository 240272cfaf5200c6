public import CivilDay
public import JournalModel

extension EntryTable {
  /// The newest entries of the table that match `filter`.
  ///
  /// They have the order of ``Journal/newest(_:matching:)``, or one of the first
  /// could be cut off here. Without a search, the table's index on day and time
  /// serves this, read backwards.
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

  /// A row for each entry of the table that matches `filter`, up to `limit`.
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

  /// All columns, and the name of an entry's reference.
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
  /// The newest entries, newest first.
  ///
  /// - Parameters:
  ///   - count: The maximum number.
  ///   - tables: The kinds of entries.
  ///   - days: The days.
  /// - Returns: Entries by day, clock time and order of logging, all descending;
  ///   within a day, entries without a time come last.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func newest(
    _ count: Int, of tables: [EntryTable] = EntryTable.dated,
    in days: ClosedRange<Day>
  ) throws -> [StoredEntry] {
    try newest(count, matching: EntryFilter(tables, days: days)).entries
  }

  /// The newest entries that match `filter`, newest first.
  ///
  /// - Parameters:
  ///   - count: The maximum number.
  ///   - filter: The filter.
  ///   - limit: How far to count the others.
  /// - Returns: Entries by day, clock time and order of logging, all descending;
  ///   entries without a day come last, and within a day those without a time.
  ///   `more` is the number of others, up to `limit`.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func newest(
    _ count: Int, matching filter: EntryFilter, countingUpTo limit: Int = 0
  ) throws -> (entries: [StoredEntry], more: Int) {
    try searching(filter) {
      let entries = try filter.tables.map { table in
        let query = table.newest(count, matching: filter)
        return try connection.rows(query.sql, query.values) { (row) throws(SQLiteError) in
          try storedEntry(row, in: table)
        }
      }
      let newest = try merged(entries, upTo: count)
      guard newest.count == count, limit > 0 else { return (newest, 0) }
      let all = try filter.tables.reduce(0) { sum, table in
        let query = table.each(matching: filter, upTo: count + limit - sum)
        return sum + (try connection.rows(query.sql, query.values) { _ in () }).count
      }
      return (newest, all - newest.count)
    }
  }

  /// Makes one list, newest first, of the lists of several tables.
  ///
  /// Ids tell the order of logging within a table only; across tables the record of
  /// changes does, which is asked where day and time leave it open.
  private func merged(
    _ lists: [[StoredEntry]], upTo count: Int
  ) throws(SQLiteError) -> [StoredEntry] {
    var rests = lists.map { $0[...] }
    var orders = [Int?](repeating: nil, count: lists.count)
    func order(_ index: Int) throws(SQLiteError) -> Int {
      if let known = orders[index] { return known }
      let order = try rests[index].first.map { (entry) throws(SQLiteError) in
        try orderOfLogging(entry)
      }
      orders[index] = order ?? 0
      return order ?? 0
    }
    var merged: [StoredEntry] = []
    while merged.count < count {
      var newest: (index: Int, key: (Int, String))?
      for (index, rest) in rests.enumerated() {
        guard let key = rest.first?.listKey else { continue }
        guard let other = newest else {
          newest = (index, key)
          continue
        }
        let isNewer =
          key == other.key ? try order(index) > order(other.index) : key > other.key
        if isNewer { newest = (index, key) }
      }
      guard let index = newest?.index, let entry = rests[index].popFirst() else { break }
      orders[index] = nil
      merged.append(entry)
    }
    return merged
  }

  /// A number that grows from one logged entry to the next, whatever their tables.
  private func orderOfLogging(_ entry: StoredEntry) throws(SQLiteError) -> Int {
    let order = try connection.first(
      "SELECT min(id) FROM change WHERE table_name = ?1 AND row_id = ?2 AND kind = 'insert'",
      .text(entry.table.rawValue), .integer(entry.id)
    ) { (row) throws(SQLiteError) in try row.optionalInteger(0) }
    return (order ?? nil) ?? 0
  }

  /// The entry of `table` with this id, or `nil`.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func entry(_ id: Int, of table: EntryTable) throws -> StoredEntry? {
    try explaining {
      try connection.first(table.byID, .integer(id)) { (row) throws(SQLiteError) in
        try storedEntry(row, in: table)
      }
    }
  }

  /// The id of the latest entry in `table`, or `nil` if it is empty.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func latest(of table: EntryTable) throws -> Int? {
    try explaining {
      try connection.first("SELECT max(id) FROM \(table.rawValue)") {
        (row) throws(SQLiteError) in try row.optionalInteger(0)
      } ?? nil
    }
  }
}

/// The values of a row that are not NULL, by column name.
func knownValues(_ row: borrowing Row) -> [String: SQLiteValue] {
  var values: [String: SQLiteValue] = [:]
  for column in 0..<row.count where !row.isNull(column) {
    values[row.name(column)] = row.value(column)
  }
  return values
}

/// The entry of `table` in a row with all its columns.
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
  fileprivate var listKey: (Int, String) {
    (day?.daysSince1970 ?? .min, table.timeField.flatMap(text) ?? "")
  }
}
