internal import CivilDay

/// Checks and inserts rows of one table with the same fields, fast enough for
/// an import of a million.
struct EntryInserter {
  private let connection: Connection
  private let table: EntryTable
  private let fields: [Field]
  /// Whether a column that refers to another entry names it, rather than its id.
  private let takesName: [Bool]
  private let today: Day?
  private let insertion: String
  private let search: String
  private var knownNames: [String: Int] = [:]

  /// Prepares to insert rows.
  ///
  /// - Parameters:
  ///   - connection: The journal's connection.
  ///   - table: Where the rows go.
  ///   - columns: The fields that every row fills. A reference may also be
  ///     called without its `_id`, and then takes a name.
  ///   - today: Days after this one are refused; `nil` allows them.
  ///   - importID: The import that the rows come with.
  /// - Throws: ``FieldProblem`` if the table has no such field, or a required
  ///   field is not among them.
  init(
    _ connection: Connection, table: EntryTable, columns: [String], today: Day?,
    importID: Int? = nil
  ) throws {
    let known = Dictionary(uniqueKeysWithValues: table.fields.map { ($0.name, $0) })
    takesName = columns.map { !$0.lowercased().hasSuffix("_id") }
    fields = try columns.map { column throws(JournalError) in
      let name = column.lowercased()
      guard let field = known[name] ?? known[name + "_id"] else {
        throw .invalid(
          FieldProblem(
            nil,
            "There is no field '\(column)' in \(table.rawValue); its fields are "
              + table.fields.map(\.name).joined(separator: ", ")))
      }
      return field
    }
    let names = fields.map(\.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw JournalError.invalid(FieldProblem(twice, "is given twice"))
    }
    if let missing = table.fields.first(where: { $0.isRequired && !names.contains($0.name) }) {
      throw JournalError.invalid(FieldProblem(missing.name, "is missing"))
    }
    self.connection = connection
    self.table = table
    self.today = today
    let importColumn = importID.map { (", import_id", ", \($0)") } ?? ("", "")
    let places = names.indices.map { "?\($0 + 1)" }
    insertion = """
      INSERT INTO \(table.rawValue) (id, \(names.joined(separator: ", "))\(importColumn.0))
      VALUES (\(freshID(in: table.rawValue)), \(places.joined(separator: ", "))\(importColumn.1))
      """
    let same = zip(names, places).map { "\($0) IS \($1)" }
    // A rating of another time of the day is another rating.
    let timeless = table.fields.map(\.name).filter {
      ["time", "start_time", "moment"].contains($0) && !names.contains($0)
    }
    let conditions = (same + timeless.map { "\($0) IS NULL" }).joined(separator: " AND ")
    // Rows of this very import do not count: a file may hold two equal runs.
    search = """
      SELECT id FROM \(table.rawValue)
      WHERE \(conditions)\(importID.map { " AND import_id IS NOT \($0)" } ?? "")
        AND id NOT IN (SELECT id FROM temp.claimed)
      LIMIT 1
      """
  }

  /// The values to store for `values`, which stand in the order of the columns.
  ///
  /// - Throws: ``JournalError/invalid(_:)``.
  mutating func checked(_ values: [SQLiteValue]) throws -> [SQLiteValue] {
    var stored: [SQLiteValue] = []
    stored.reserveCapacity(values.count)
    for (index, (field, value)) in zip(fields, values).enumerated() {
      do {
        let value =
          if case .reference(let table) = field.kind {
            try resolved(takesName[index] ? value.asText : value, in: table, of: field)
          } else {
            value
          }
        let checked = try field.stored(value)
        if field.kind == .day, let today, case .text(let text) = checked, let day = Day(text),
          day > today, field.name != "until_day"
        {
          throw FieldProblem(field.name, "lies in the future")
        }
        stored.append(checked)
      } catch let problem as FieldProblem {
        throw JournalError.invalid(problem)
      }
    }
    return stored
  }

  /// The id of a row with these checked values that no other row of the import
  /// has claimed, or `nil`.
  func twin(of checked: [SQLiteValue]) throws(SQLiteError) -> Int? {
    try connection.withStatement(search, checked) { (statement) throws(SQLiteError) in
      try statement.step()
        ? try statement.withRow { (row) throws(SQLiteError) in try row.integer(0) } : nil
    }
  }

  /// Checks `values` and inserts them; returns the id of the row.
  mutating func insert(_ values: [SQLiteValue]) throws -> Int {
    try insert(checked: try checked(values))
  }

  /// Inserts values that were checked; returns the id of the row.
  func insert(checked values: [SQLiteValue]) throws -> Int {
    do {
      try connection.run(insertion, values)
      return connection.lastInsertedRowID
    } catch {
      throw explained(error)
    }
  }

  /// The id that `value` stands for: itself, or that of the name it is.
  private mutating func resolved(
    _ value: SQLiteValue, in referenced: EntryTable, of field: Field
  ) throws -> SQLiteValue {
    guard case .text(let text) = value else {
      guard case .integer(let id) = value else { return value }
      let isThere = try connection.first(
        "SELECT 1 FROM \(referenced.rawValue) WHERE id = ?1", .integer(id)
      ) { _ in true }
      guard isThere == true else { throw FieldProblem(field.name, "is not known") }
      return value
    }
    guard case .text(let name) = SQLiteValue.text(text).trimmed else { return .null }
    if let id = knownNames[name] { return .integer(id) }
    guard referenced == .footwear || referenced == .exercise,
      let id = try connection.first(
        "SELECT id FROM \(referenced.rawValue) WHERE name = ?1", .text(name),
        body: { (row) throws(SQLiteError) in try row.integer(0) })
    else {
      throw FieldProblem(field.name, "is not known; add it to \(referenced.rawValue) first")
    }
    knownNames[name] = id
    return .integer(id)
  }

  /// What a constraint that does not hold means for the person.
  private func explained(_ error: SQLiteError) -> any Error {
    switch error.code {
    case .constraintUnique where table == .footwear || table == .exercise:
      return JournalError.nameTaken(table: table)
    case .constraintUnique where table == .dayMark:
      return JournalError.invalid(FieldProblem("day", "is marked already"))
    case .constraintUnique where table == .flareUp:
      return JournalError.invalid(
        FieldProblem(nil, "A flare-up without an end_day is there already"))
    case .constraintCheck:
      let name = error.message.split(separator: " ").last.map(String.init) ?? ""
      let meaning = EntryTable.meanings[name] ?? "breaks the rule \(name)"
      return JournalError.invalid(FieldProblem("A \(table.noun)", meaning))
    default:
      return error
    }
  }
}
