internal import CivilDay
internal import JournalModel

/// Checks the values of some fields of a table, new or edited.
struct EntryChecker {
  /// The fields, in the order of their values.
  let fields: [Field]

  private let connection: Connection
  private let table: EntryTable
  /// Whether a column that refers to another entry contains its name, not its id.
  private let takesName: [Bool]
  private let today: Day?
  private var knownNames: [String: Int] = [:]

  /// Prepares to check values.
  ///
  /// - Parameters:
  ///   - connection: The journal's connection.
  ///   - table: The target table.
  ///   - columns: The fields. A reference may also be named without its `_id`,
  ///     and then takes a name.
  ///   - today: Later days are refused; `nil` allows them.
  /// - Throws: ``JournalError/invalid(_:)`` if the table has no such field.
  init(
    _ connection: Connection, table: EntryTable, columns: [String], today: Day?
  ) throws(JournalError) {
    let known = Dictionary(uniqueKeysWithValues: table.fields.map { ($0.name, $0) })
    takesName = columns.map { !$0.lowercased().hasSuffix("_id") }
    fields = try columns.map { column throws(JournalError) in
      let name = column.lowercased()
      guard let field = known[name] ?? known[name + "_id"] else {
        throw .invalid(
          FieldProblem(
            nil,
            "Unknown field '\(column)' in \(table.rawValue); choose from: "
              + table.fields.map(\.name).joined(separator: ", ")))
      }
      return field
    }
    let names = fields.map(\.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw JournalError.invalid(FieldProblem(twice, "is given twice"))
    }
    self.connection = connection
    self.table = table
    self.today = today
  }

  /// The values to store for `values`, in column order.
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
          throw FieldProblem(field.name, "is in the future")
        }
        stored.append(checked)
      } catch let problem as FieldProblem {
        throw JournalError.invalid(problem)
      }
    }
    return stored
  }

  /// The id in `value`, or the id of the name in it.
  private mutating func resolved(
    _ value: SQLiteValue, in referenced: EntryTable, of field: Field
  ) throws -> SQLiteValue {
    guard case .text(let text) = value else {
      guard case .integer(let id) = value else { return value }
      let isThere = try connection.first(
        "SELECT 1 FROM \(referenced.rawValue) WHERE id = ?1", .integer(id)
      ) { _ in true }
      guard isThere == true else { throw FieldProblem(field.name, "is unknown") }
      return value
    }
    guard case .text(let name) = SQLiteValue.text(text).trimmed else { return .null }
    if let id = knownNames[name] { return .integer(id) }
    guard referenced.isNamed,
      let id = try connection.first(
        "SELECT id FROM \(referenced.rawValue) WHERE name = ?1", .text(name),
        body: { (row) throws(SQLiteError) in try row.integer(0) })
    else {
      throw FieldProblem(field.name, "is unknown; add it to \(referenced.rawValue) first")
    }
    knownNames[name] = id
    return .integer(id)
  }

  /// The meaning of a violated constraint for the person.
  func explained(_ error: SQLiteError) -> any Error {
    switch error.code {
    case .constraintUnique where table.isNamed:
      return JournalError.nameTaken(table: table)
    case .constraintUnique where table == .dayMark:
      return JournalError.invalid(FieldProblem("day", "is already marked"))
    case .constraintUnique where table == .flareUp:
      return JournalError.invalid(
        FieldProblem(nil, "Only one flare-up can be without an end_day"))
    case .constraintCheck:
      let name = error.message.split(separator: " ").last.map(String.init) ?? ""
      let meaning = EntryTable.meanings[name] ?? "breaks the rule \(name)"
      return JournalError.invalid(FieldProblem("A \(table.noun)", meaning))
    default:
      return error
    }
  }
}
