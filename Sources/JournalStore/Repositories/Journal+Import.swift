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
  ///
  /// A column `_line`, which most need not have, tells the line for the report.
  public var select: String
  /// The name of the file, without its folders.
  public var fileName: String
  /// Whether a file of runs tells of every run between its first and its last
  /// day, so that a day without one is a rest day.
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
    /// A line of the file that the row comes from, or `nil` if the SELECT does
    /// not tell.
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
  /// The days that the file tells of every run of, if the plan says so and no
  /// row was left out.
  public internal(set) var covered: ClosedRange<Day>?
  /// The number of the import to undo it by, if anything was changed.
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
  /// numbers where the first thousand records hold nothing else, and are NULL
  /// where they are blank. The plan's SELECT maps it onto fields; its rows pass
  /// the checks of typed entries. A row of the journal that agrees in all that the
  /// file tells stands for one row of the file. Memory does not grow with the
  /// file, for SQLite keeps temporary tables on disk, and no lock is held while
  /// the file is read.
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
    guard !plan.isComplete || plan.table == .run else {
      throw JournalError.invalid(
        FieldProblem(nil, "Only a file of runs can tell of every run of its days"))
    }
    var report = ImportReport()
    do {
      try explaining {
        defer { try? connection.execute(script: "DROP TABLE IF EXISTS temp.csv") }
        let rowID = try load(&file, &report)
        defer {
          for table in [ImportMapping.copy, "claimed"] {
            try? connection.execute(script: "DROP TABLE IF EXISTS temp.\(table)")
          }
        }
        try connection.transaction {
          let changesDays = try insertSelected(plan, rowID: rowID, &report)
          if plan.isDryRun || (report.added == 0 && !changesDays) { throw Discard(report: report) }
        }
      }
    } catch let discard as Discard {
      report = discard.report
      report.importID = nil
    }
    return report
  }

  /// Fills the temporary table `csv`, whose rows have their lines for ids.
  ///
  /// - Returns: The name by which the id can be asked for, if the header leaves
  ///   one.
  private func load(
    _ file: inout (some TextTable & ~Copyable), _ report: inout ImportReport
  ) throws -> String? {
    let taken = Set(file.header.map { $0.lowercased() })
    let rowID = ["_rowid_", "rowid", "oid"].first { !taken.contains($0) }
    // A note of 1.10 stays what it is where other notes are no numbers.
    var sample: [TextRecord] = []
    while sample.count < 1_000, let record = try file.next() { sample.append(record) }
    let names = file.header.map(quoted)
    let typed = names.indices.map { column in
      names[column] + (sample.allSatisfy { $0.isNumber(at: column) } ? " NUMERIC" : " TEXT")
    }
    try connection.execute(script: "CREATE TEMP TABLE csv (\(typed.joined(separator: ", ")))")
    let columns = names + [rowID].compactMap { $0 }
    let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    let insertion = "INSERT INTO temp.csv (\(columns.joined(separator: ", "))) VALUES (\(places))"
    // Not the transaction of a writer: the journal is not touched, and reading
    // the file may take as long as somebody types it.
    try connection.snapshot {
      for next in 0... {
        guard let record = try next < sample.count ? sample[next] : file.next() else { break }
        switch record {
        case .fields(let fields, let line):
          var values = fields.map { field -> SQLiteValue in
            field.allSatisfy(\.isWhitespace) ? .null : .text(field)
          }
          if rowID != nil { values.append(.integer(line)) }
          try connection.run(insertion, values)
        case .unusable(let reason, let line):
          report.refuse(line: line, reason)
        }
      }
    }
    return rowID
  }

  /// Runs the plan's SELECT and inserts what it gives.
  ///
  /// - Returns: Whether days are covered now that were not before.
  private func insertSelected(
    _ plan: ImportPlan, rowID: String?, _ report: inout ImportReport
  ) throws -> Bool {
    let action = try beginAction("import")
    try connection.run(
      """
      INSERT INTO import
        (file_name, format, target, mapping, imported_at, added, already_there, refused)
      VALUES (?1, 'csv', ?2, ?3, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, 0, 0)
      """, .text(plan.fileName), .text(plan.table.rawValue), .text(plan.select))
    let importID = connection.lastInsertedRowID
    let span = try insertRows(plan, importID: importID, rowID: rowID, &report)
    // A day whose run was refused is no rest day, so nothing is covered then.
    let covered = plan.isComplete && report.refused == 0 ? span : nil
    var changesDays = false
    if let covered {
      report.covered = covered
      changesDays =
        try connection.integer(
          "SELECT NOT EXISTS (SELECT 1 FROM import WHERE covers_from <= ?1 AND covers_to >= ?2)",
          .text(covered.lowerBound.description), .text(covered.upperBound.description)) == 1
    }
    try connection.run(
      """
      UPDATE import
      SET added = ?2, already_there = ?3, refused = ?4, covers_from = ?5, covers_to = ?6
      WHERE id = ?1
      """, .integer(importID), .integer(report.added), .integer(report.alreadyThere),
      .integer(report.refused), .text(covered?.lowerBound.description),
      .text(covered?.upperBound.description))
    report.importID = importID
    try endAction(action, importID: importID)
    return changesDays
  }

  /// Inserts what the plan's SELECT gives; tells its first and last day.
  private func insertRows(
    _ plan: ImportPlan, importID: Int, rowID: String?, _ report: inout ImportReport
  ) throws -> ClosedRange<Day>? {
    try connection.execute(script: "CREATE TEMP TABLE claimed (id INTEGER PRIMARY KEY)")
    var mapping = try ImportMapping(plan.select, rowID: rowID, on: connection)
    var inserter = try EntryInserter(
      connection, table: plan.table, columns: mapping.fields, today: plan.today,
      importID: importID)
    let dayIndex = inserter.dayIndex
    var span: ClosedRange<Day>?
    while let (values, line) = try mapping.next() {
      do {
        let checked = try inserter.checked(values)
        if let twin = try inserter.twin(of: checked), try claim(twin) {
          report.alreadyThere += 1
        } else {
          _ = try inserter.insert(checked: checked)
          report.added += 1
        }
        if let dayIndex, case .text(let text) = checked[dayIndex], let day = Day(text) {
          span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
        }
      } catch let error as JournalError {
        report.refuse(line: line, error.reason)
      }
    }
    return span
  }

  /// Claims a row that is there for one row of the file; `false` if another one
  /// has claimed it.
  private func claim(_ id: Int) throws(SQLiteError) -> Bool {
    try connection.run("INSERT OR IGNORE INTO temp.claimed VALUES (?1)", .integer(id)) == 1
  }
}

extension TextRecord {
  /// Whether the field holds a number or nothing; also if the record is no use.
  fileprivate func isNumber(at column: Int) -> Bool {
    guard case .fields(let fields, _) = self, fields.indices.contains(column) else { return true }
    return fields[column].allSatisfy(\.isWhitespace) || Double(fields[column]) != nil
  }
}

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
