internal import WrittenValues
internal import JournalModel

/// Examines the rows of a mapping before they are checked as entries.
struct MappedRowJudge {
  private let connection: Connection
  private let fields: [Field?]
  private let file: LoadedFile
  private let mapped: MappedFile

  init(_ connection: Connection, _ table: EntryTable, _ file: LoadedFile, _ mapped: MappedFile) {
    self.connection = connection
    self.file = file
    self.mapped = mapped
    fields = mapped.columns.map { name in
      table.fields.first { $0.name.lowercased() == name.lowercased() }
    }
  }

  /// Converts text for numeric fields and ids to numbers.
  ///
  /// - Returns: Whether to continue with the row; `false` if it contains
  ///   unreadable text, which is reported elsewhere.
  /// - Throws: ``JournalError/invalid(_:)`` for text that is not a number.
  func readNumbers(of values: inout [SQLiteValue]) throws(JournalError) -> Bool {
    for (index, field) in fields.enumerated() where field != nil {
      guard field?.isOfNumbers == true else {
        // The field is its own name, so this is an id.
        if case .reference? = field?.kind, case .text(let text) = values[index],
          let id = Int64(text)
        {
          values[index] = .integer(id)
        }
        continue
      }
      if case .real(let number) = values[index], number.isInfinite,
        !mapped.functions.failures.isEmpty
      {
        return false
      }
      let (number, reason) = mapped.functions.number(values[index])
      if let reason {
        throw .invalid(FieldProblem(nil, "\(field?.name ?? ""): \(reason.dropLast())"))
      }
      values[index] = number
    }
    return true
  }

  /// The reason for refusing a row, with the file's value that was not a day or
  /// time.
  func reason(_ error: JournalError, _ values: [SQLiteValue], line: Int?) throws -> String {
    guard case .invalid(let problem) = error else { return error.description }
    guard let index = fields.firstIndex(where: { $0 != nil && $0?.name == problem.field }),
      let field = fields[index], field.kind == .day || field.kind == .clockTime
    else { return "\(problem)" }
    let function = field.kind == .day ? "to_day()" : "to_clock()"
    let form = field.kind == .day ? "a YYYY-MM-DD date" : "an HH:MM time"
    if case .text(let text) = values[index] {
      guard problem.reason == "must be \(form)" else { return "\(problem)" }
      return "\(field.name) is '\(shortened(text))', not \(form); convert it with \(function)."
    }
    guard let source = try source(of: field, line: line) else { return "\(problem)" }
    return "\(field.name) is missing: \(source) not a \(field.kind == .day ? "date" : "time")."
  }

  /// The file's content behind a field, such as `'5 Oct' in date is`.
  private func source(of field: Field, line: Int?) throws(SQLiteError) -> String? {
    guard let line else { return nil }
    var told: [String] = []
    for column in mapped.sources[field.name.lowercased()] ?? [] {
      let value = try connection.first(
        "SELECT \(quoted(column)) FROM temp.\(file.name) WHERE \(file.line) = ?1", .integer(line)
      ) { $0.value(0) }
      if case .text(let text)? = value?.asText { told.append("'\(shortened(text))' in \(column)") }
    }
    return told.isEmpty ? nil : told.joined(separator: " and ") + (told.count == 1 ? " is" : " are")
  }
}

extension Field {
  /// Whether it contains real numbers, not codes.
  var isOfNumbers: Bool {
    switch kind {
    case .whole, .number: true
    default: false
    }
  }
}

extension DateOrderProof {
  /// The error for `date`, which can be two days.
  func complaint(of date: String) -> String {
    let reason =
      provesDayFirst
      ? "The file has dates with the day first and dates with the month first"
      : "'\(shortened(date))' could have the day or the month first"
    return "\(reason); add --dates dmy or --dates mdy"
  }
}
