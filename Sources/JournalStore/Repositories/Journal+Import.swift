public import CivilDay

/// A table of text that an import reads, record by record.
public protocol TextTable: ~Copyable {
  /// The names of the columns, all different.
  var header: [String] { get }

  /// The next record, or `nil` at the end.
  ///
  /// - Throws: What makes it pointless to read on.
  mutating func next() throws -> TextRecord?
}

/// One record of a ``TextTable``.
public enum TextRecord {
  /// A record with one field for each column; blank means unknown.
  case fields([String], line: Int)
  /// A record that cannot be used, and why.
  case unusable(reason: String, line: Int)
}

extension EntryTable {
  /// The tables that rows of a file can go to.
  public static let importable = allCases.filter { $0 != .setting }
}

/// How rows of a file become rows of a table.
public struct ImportPlan: Sendable {
  /// The table that the rows go to.
  public var table: EntryTable
  /// A SELECT over the temporary table `csv`; its column names are fields.
  public var select: String
  /// The name of the file, without its folders.
  public var fileName: String
  /// Whether the file tells of every run between its first and its last day, so
  /// that a day without one is a rest day.
  public var isComplete: Bool
  /// Whether to change nothing and only tell what would be.
  public var isDryRun: Bool
  /// Days after this one are refused.
  public var today: Day

  /// Creates a plan.
  public init(
    table: EntryTable, select: String, fileName: String, isComplete: Bool = false,
    isDryRun: Bool = false, today: Day
  ) {
    self.table = table
    self.select = select
    self.fileName = fileName
    self.isComplete = isComplete
    self.isDryRun = isDryRun
    self.today = today
  }
}

/// What became of the rows of a file.
public struct ImportReport: Equatable, Sendable {
  /// A row that was left out.
  public struct Refusal: Equatable, Sendable {
    /// The line of the file on which the row begins, or `nil` if the SELECT
    /// does not tell.
    public let line: Int?
    /// Why, without any value.
    public let reason: String
  }

  /// Rows that are in the journal now and were not before.
  public internal(set) var added = 0
  /// Rows that were in the journal already.
  public internal(set) var alreadyThere = 0
  /// Rows that were left out.
  public internal(set) var refused = 0
  /// The first of the rows left out, at most ``listedRefusals``.
  public internal(set) var refusals: [Refusal] = []
  /// The number of the import to undo it by, if anything was added.
  public internal(set) var importID: Int?

  /// How many refusals are kept with their lines and reasons.
  public static let listedRefusals = 20

  mutating func refuse(line: Int?, _ reason: String) {
    refused += 1
    guard refusals.count < Self.listedRefusals else { return }
    refusals.append(Refusal(line: line, reason: reason))
  }
}

/// Ends a transaction that must leave no trace, with its result.
private struct Discard: Error {
  let report: ImportReport
}

extension Journal {
  /// Brings the rows of a file into a table, all in one transaction.
  ///
  /// The file becomes the temporary table `csv`, whose columns compare as
  /// numbers where they look like numbers and are NULL where they are blank. The
  /// plan's SELECT maps it onto fields; its rows pass the checks of typed
  /// entries. Memory does not grow with the file: SQLite keeps the temporary
  /// table on disk.
  ///
  /// - Parameters:
  ///   - file: The records.
  ///   - plan: What goes where.
  /// - Returns: The rows added, already there and refused.
  /// - Throws: ``JournalError`` or ``SQLiteError`` for a plan that cannot work,
  ///   and what `file` throws; nothing is changed then.
  public func importRows(of file: inout (some TextTable & ~Copyable), plan: ImportPlan) throws
    -> ImportReport
  {
    var report = ImportReport()
    do {
      try explaining {
        try load(&file, &report)
        defer { try? connection.execute(script: "DROP TABLE temp.csv") }
        try connection.transaction {
          try insertSelected(plan, &report)
          if plan.isDryRun || report.added == 0 { throw Discard(report: report) }
        }
      }
    } catch let discard as Discard {
      report = discard.report
      report.importID = nil
    }
    return report
  }

  /// Fills the temporary table `csv`.
  private func load(_ file: inout (some TextTable & ~Copyable), _ report: inout ImportReport) throws
  {
    let columns = file.header.map(quoted)
    let typed = columns.map { $0 + " NUMERIC" }.joined(separator: ", ")
    try connection.execute(script: "CREATE TEMP TABLE csv (\(typed))")
    // Records begin on different lines, so the line can be the row's id.
    let places = (1...(columns.count + 1)).map { "?\($0)" }.joined(separator: ", ")
    let insertion = """
      INSERT INTO temp.csv (_rowid_, \(columns.joined(separator: ", "))) VALUES (\(places))
      """
    try connection.transaction {
      while let record = try file.next() {
        switch record {
        case .fields(let fields, let line):
          try connection.run(
            insertion, [.integer(line)] + fields.map { $0.isEmpty ? .null : .text($0) })
        case .unusable(let reason, let line):
          report.refuse(line: line, reason)
        }
      }
    }
  }

  /// Runs the plan's SELECT and inserts what it gives.
  private func insertSelected(_ plan: ImportPlan, _ report: inout ImportReport) throws {
    let action = try beginAction("import")
    try connection.run(
      """
      INSERT INTO import
        (file_name, format, target, mapping, imported_at, added, already_there, refused)
      VALUES (?1, 'csv', ?2, ?3, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, 0, 0)
      """, .text(plan.fileName), .text(plan.table.rawValue), .text(plan.select))
    let importID = connection.lastInsertedRowID
    var statement = try prepareMapping(plan.select)
    // One leading column more than the mapping's own tells the line.
    let columns = statement.columnNames
    let own = columns.dropFirst(columns.first == lineColumn ? 1 : 0)
    var inserter = try EntryInserter(
      connection, table: plan.table,
      columns: Array(own), today: plan.today, importID: importID)
    let dayIndex = own.firstIndex { plan.table.dayFields.contains($0) }.map { $0 - own.startIndex }
    var span: ClosedRange<String>?
    while try statement.step() {
      let values = statement.withRow { row in (0..<row.count).map { row.value($0) } }
      let line: Int? =
        if own.startIndex == 1, case .integer(let line) = values[0] { Int(line) } else { nil }
      do {
        let checked = try inserter.checked(Array(values[own.startIndex...]))
        if try inserter.isThere(checked) {
          report.alreadyThere += 1
        } else {
          _ = try inserter.insert(checked: checked)
          report.added += 1
        }
        if let dayIndex, case .text(let day) = checked[dayIndex] {
          span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
        }
      } catch let error as JournalError {
        report.refuse(line: line, error.reason)
      }
    }
    try connection.run(
      """
      UPDATE import
      SET added = ?2, already_there = ?3, refused = ?4, covers_from = ?5, covers_to = ?6
      WHERE id = ?1
      """, .integer(importID), .integer(report.added), .integer(report.alreadyThere),
      .integer(report.refused), .text(plan.isComplete ? span?.lowerBound : nil),
      .text(plan.isComplete ? span?.upperBound : nil))
    report.importID = importID
    try endAction(action, importID: importID)
  }

  /// Prepares the mapping so that it also tells the line of each row, where its
  /// form allows that.
  private func prepareMapping(_ select: String) throws -> Statement {
    // Only while preparing: what the statement may do is decided then.
    connection.allowReadingOnly()
    defer { connection.setAuthorizer(nil) }
    let trimmed = select.drop(while: \.isWhitespace)
    if trimmed.prefix(6).lowercased() == "select",
      let statement = try? connection.prepareReading(
        "SELECT _rowid_ AS \(lineColumn), " + trimmed.dropFirst(6))
    {
      return statement
    }
    return try connection.prepareReading(select)
  }
}

/// The name of the column that is put before a mapping's own to tell the line.
private let lineColumn = "_line"

/// `name` as an SQL identifier.
private func quoted(_ name: String) -> String {
  var result = "\""
  for character in name.unicodeScalars {
    result.unicodeScalars.append(character)
    if character == "\"" { result += "\"" }
  }
  return result + "\""
}

extension JournalError {
  /// The reason for which a row is refused.
  fileprivate var reason: String {
    if case .invalid(let problem) = self { "\(problem)" } else { description }
  }
}
