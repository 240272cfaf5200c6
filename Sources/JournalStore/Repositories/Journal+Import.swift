public import CivilDay
public import WrittenValues
public import JournalModel

/// A table of text, read record by record for an import.
public protocol TextTable: ~Copyable {
  /// The names of the columns, all different.
  var header: [String] { get }
  /// The table's name in a mapping: `csv`, or another format.
  var name: String { get }
  /// Whether its format leaves the comma to numbers, for example with semicolons
  /// between fields.
  var hasDecimalCommas: Bool { get }

  /// The next record, or `nil` at the end.
  ///
  /// - Throws: An error that makes further reading pointless.
  mutating func next() throws -> TextRecord?
}

extension TextTable where Self: ~Copyable {
  /// The name of a delimited text table.
  public var name: String { "csv" }
  /// No, unless a table says so.
  public var hasDecimalCommas: Bool { false }
}

/// One record of a ``TextTable``.
public enum TextRecord {
  /// A record with one field per column; blank means unknown.
  case fields([String], line: Int)
  /// A record with typed values, one per column.
  case values([SQLiteValue], line: Int)
  /// An unusable record, with the reason.
  case unusable(reason: String, line: Int)
}

extension EntryTable {
  /// The target tables for rows of a file.
  public static let importable = allCases.filter { $0 != .setting }
}

/// The conversion of a file's rows to rows of a table.
public struct ImportPlan {
  /// The target table.
  public var table: EntryTable
  /// A SELECT over the temporary table `csv`, or another format; its column names
  /// are fields.
  ///
  /// An optional column `_line` returns the line for the report.
  public var select: String
  /// The name of the file, without its folders.
  public var fileName: String
  /// Whether the file contains every run between its first and last day, so that
  /// other days are rest days.
  public var isComplete: Bool
  /// Whether to show what would happen without changing anything.
  public var isDryRun: Bool
  /// Later days are refused.
  public var today: Day
  /// Minutes after midnight until which the night belongs to the previous day.
  public var dayBoundaryMinutes = 240
  /// The decimal mark for numbers that leave it open, if given.
  public var decimalMark: DecimalMark?
  /// The order for dates that leave it open, if given.
  public var dateOrder: DateOrder?
  /// The local time at a moment, both in seconds since 1970.
  public var wallSeconds: (_ utcSeconds: Int) -> Int = { $0 }

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

/// The result of importing rows.
public struct ImportReport: Equatable, Sendable {
  /// A skipped row.
  public struct Refusal: Equatable, Sendable {
    /// The line of the row, or `nil` if the SELECT does not return it.
    public let line: Int?
    /// The reason; it may quote the file, which is not part of the journal yet.
    public let reason: String
  }

  /// New rows.
  public internal(set) var added = 0
  /// Rows already in the journal.
  public internal(set) var alreadyThere = 0
  /// Skipped rows.
  public internal(set) var refused = 0
  /// The first skipped rows, at most ``listedRefusals``.
  public internal(set) var refusals: [Refusal] = []
  /// The number of the import, for undo, if anything was changed.
  public internal(set) var importID: Int?

  /// The days for which every run is now known, if the plan declared it.
  public internal(set) var coverage: ClosedRange<String>?

  /// The maximum number of skipped rows listed with their reasons.
  public static let listedRefusals = 20

  /// Lines skipped because something in them could not be read.
  private var failedLines: Set<Int> = []

  /// Skips the row of `failure`, once.
  mutating func refuse(_ failure: MappingFunctions.Failure) {
    if let line = failure.line, !failedLines.insert(line).inserted { return }
    refuse(line: failure.line, failure.reason)
  }

  mutating func refuse(line: Int?, _ reason: String) {
    refused += 1
    guard refusals.count < Self.listedRefusals else { return }
    refusals.append(Refusal(line: line, reason: reason))
  }
}

/// Ends a transaction without a trace, with its result.
private struct Discard: Error {
  let report: ImportReport
}

extension Journal {
  /// Imports the rows of a file into a table, in one transaction.
  ///
  /// The file becomes the temporary table `csv`; the plan's SELECT maps it onto
  /// fields (see ``ImportStage``). The rows pass the checks of typed entries.
  ///
  /// - Parameters:
  ///   - file: The records.
  ///   - plan: The mapping.
  /// - Returns: The rows added, already in the journal and refused.
  /// - Throws: ``JournalError`` or ``SQLiteError`` for an unusable plan, and any
  ///   error of `file`; then nothing is changed.
  public func importRows(
    of file: inout (some TextTable & ~Copyable), plan: ImportPlan
  ) throws -> ImportReport {
    guard !plan.isComplete || plan.table == .run else {
      throw JournalError.invalid(
        FieldProblem(nil, "Only a file of runs can contain every run of its period"))
    }
    var report = ImportReport()
    do {
      try explaining {
        let stage = ImportStage(connection)
        defer { stage.clear() }
        let loaded = try stage.load(&file) { line, reason in report.refuse(line: line, reason) }
        try writing {
          try insertStaged(stage, loaded, plan, &report)
          let isWorthKeeping = report.added > 0 || report.coverage != nil
          if plan.isDryRun || !isWorthKeeping { throw Discard(report: report) }
        }
      }
    } catch let discard as Discard {
      report = discard.report
      report.importID = nil
    }
    return report
  }

  /// Maps the loaded file and inserts the result, as one action.
  private func insertStaged(
    _ stage: ImportStage, _ loaded: LoadedFile, _ plan: ImportPlan, _ report: inout ImportReport
  ) throws {
    let action = try beginAction("import")
    try connection.run(
      """
      INSERT INTO import
        (id, file_name, format, target, mapping, imported_at, added, already_there, refused)
      VALUES (\(freshID(in: "import")), ?1, ?4, ?2, ?3, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, 0, 0)
      """, .text(plan.fileName), .text(plan.table.rawValue), .text(plan.select), .text(loaded.name))
    let importID = connection.lastInsertedRowID
    let mapped = try stage.map(loaded, by: plan)
    var inserter = try EntryInserter(
      connection, table: plan.table, columns: mapped.columns, today: plan.today,
      importID: importID)
    let judge = MappedRowJudge(connection, plan.table, loaded, mapped)
    let dayIndex = mapped.columns.firstIndex { $0.lowercased() == "day" }
    var span: ClosedRange<String>?
    try stage.forEachMappedRow { line, values in
      // Unreadable text is reported once, with its line.
      if let line, let failure = mapped.functions.failure(onLine: line) {
        return report.refuse(failure)
      }
      var values = values
      do {
        guard try judge.readNumbers(of: &values) else { return }
        let checked = try inserter.checked(values)
        if let twin = try inserter.twin(of: checked), try stage.claim(twin) {
          report.alreadyThere += 1
        } else {
          _ = try inserter.insert(checked: checked)
          report.added += 1
        }
        if let dayIndex, case .text(let day) = checked[dayIndex] {
          span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
        }
      } catch let error as JournalError {
        report.refuse(line: line, try judge.reason(error, values, line: line))
      }
    }
    for failure in mapped.functions.failures { report.refuse(failure) }
    // A refused row may be the run of a day that would count as rest.
    if plan.isComplete, report.refused == 0, let span {
      report.coverage = try isCovered(span) ? nil : span
    }
    try connection.run(
      """
      UPDATE import
      SET added = ?2, already_there = ?3, refused = ?4, covers_from = ?5, covers_to = ?6
      WHERE id = ?1
      """, .integer(importID), .integer(report.added), .integer(report.alreadyThere),
      .integer(report.refused), .text(report.coverage?.lowerBound),
      .text(report.coverage?.upperBound))
    report.importID = importID
    try endAction(action, importID: importID)
  }
}
