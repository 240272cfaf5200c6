internal import CivilDay
internal import JournalModel

/// Checks and inserts rows of one table with the same fields, fast enough for an
/// import of a million.
struct EntryInserter {
  private let connection: Connection
  private var checker: EntryChecker
  private let insertion: String
  private let search: String

  /// Prepares to insert rows.
  ///
  /// - Parameters:
  ///   - connection: The journal's connection.
  ///   - table: The target table.
  ///   - columns: The fields of every row. A reference may also be named without
  ///     its `_id`, and then takes a name.
  ///   - today: Later days are refused; `nil` allows them.
  ///   - importID: The import of the rows.
  /// - Throws: ``FieldProblem`` if the table has no such field, or a required
  ///   field is missing.
  init(
    _ connection: Connection, table: EntryTable, columns: [String], today: Day?,
    importID: Int? = nil
  ) throws {
    checker = try EntryChecker(connection, table: table, columns: columns, today: today)
    let names = checker.fields.map(\.name)
    if let missing = table.fields.first(where: { $0.isRequired && !names.contains($0.name) }) {
      throw JournalError.invalid(FieldProblem(missing.name, "is missing"))
    }
    self.connection = connection
    let importColumn = importID.map { (", import_id", ", \($0)") } ?? ("", "")
    let places = names.indices.map { "?\($0 + 1)" }
    insertion = """
      INSERT INTO \(table.rawValue) (id, \(names.joined(separator: ", "))\(importColumn.0))
      VALUES (\(freshID(in: table.rawValue)), \(places.joined(separator: ", "))\(importColumn.1))
      """
    let same = zip(names, places).map { "\($0) IS \($1)" }
    // A rating at another time of day is another rating.
    let timeless = table.fields.map(\.name).filter {
      ["time", "start_time", "moment"].contains($0) && !names.contains($0)
    }
    let conditions = (same + timeless.map { "\($0) IS NULL" }).joined(separator: " AND ")
    // Rows of this very import do not count: a file may contain two equal runs.
    search = """
      SELECT id FROM \(table.rawValue)
      WHERE \(conditions)\(importID.map { " AND import_id IS NOT \($0)" } ?? "")
        AND id NOT IN (SELECT id FROM temp.claimed)
      LIMIT 1
      """
  }

  /// The values to store for `values`, in column order.
  ///
  /// - Throws: ``JournalError/invalid(_:)``.
  mutating func checked(_ values: [SQLiteValue]) throws -> [SQLiteValue] {
    try checker.checked(values)
  }

  /// The id of an unclaimed row with these checked values, or `nil`.
  func twin(of checked: [SQLiteValue]) throws(SQLiteError) -> Int? {
    try connection.withStatement(search, checked) { (statement) throws(SQLiteError) in
      try statement.step()
        ? try statement.withRow { (row) throws(SQLiteError) in try row.integer(0) } : nil
    }
  }

  /// Checks and inserts `values`; returns the id of the row.
  mutating func insert(_ values: [SQLiteValue]) throws -> Int {
    try insert(checked: try checked(values))
  }

  /// Inserts checked values; returns the id of the row.
  func insert(checked values: [SQLiteValue]) throws -> Int {
    do {
      try connection.run(insertion, values)
      return connection.lastInsertedRowID
    } catch {
      throw checker.explained(error)
    }
  }
}
