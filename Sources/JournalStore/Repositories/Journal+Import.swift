public import CivilDay
public import WrittenValues

/// A table of text that an import reads, record by record.
public protocol TextTable: ~Copyable {
  /// The names of the columns, all different.
  var header: [String] { get }
  /// What a mapping calls the table: `csv`, or what else the file is.
  var name: String { get }
  /// Whether its form leaves the comma to the numbers, as semicolons between the
  /// fields do.
  var hasDecimalCommas: Bool { get }

  /// The next record, or `nil` at the end.
  ///
  /// - Throws: What makes it pointless to read on.
  mutating func next() throws -> TextRecord?
}

extension TextTable where Self: ~Copyable {
  /// The name of a table that is delimited text.
  public var name: String { "csv" }
  /// No, unless a table says so.
  public var hasDecimalCommas: Bool { false }
}

/// One record of a ``TextTable``.
public enum TextRecord {
  /// A record with one field for each column; blank means unknown.
  case fields([String], line: Int)
  /// A record whose fields have kinds, one for each column.
  case values([SQLiteValue], line: Int)
  /// A record that cannot be used, and why.
  case unusable(reason: String, line: Int)
}

extension EntryTable {
  /// The tables that rows of a file can go to.
  public static let importable = allCases.filter { $0 != .setting }
}

/// How rows of a file become rows of a table.
public struct ImportPlan {
  /// The table that the rows go to.
  public var table: EntryTable
  /// A SELECT over the temporary table `csv`, or what else the file is called;
  /// its column names are fields.
  ///
  /// A column `_line`, which most need not have, tells the line for the report.
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
  /// Minutes after midnight until which the night belongs to the day before.
  public var dayBoundaryMinutes = 240
  /// What parts the fraction of a number that does not tell it, if that was said.
  public var decimalMark: DecimalMark?
  /// The order of dates that do not tell it, if that was said.
  public var dateOrder: DateOrder?
  /// What the clock on the wall showed at a moment, both in seconds since 1970.
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

/// What became of the rows of a file.
public struct ImportReport: Equatable, Sendable {
  /// A row that was left out.
  public struct Refusal: Equatable, Sendable {
    /// A line of the file that the row comes from, or `nil` if the SELECT does
    /// not tell.
    public let line: Int?
    /// Why; it may quote the file, which is no part of the journal yet.
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
  /// The number of the import to undo it by, if anything was changed.
  public internal(set) var importID: Int?

  /// The days for which every run is known now, if the plan said so.
  public internal(set) var coverage: ClosedRange<String>?

  /// How many refusals are kept with their lines and reasons.
  public static let listedRefusals = 20

  /// Lines that were left out because of something that could not be read.
  private var failedLines: Set<Int> = []

  /// Leaves out what `failure` is of, once.
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

/// Ends a transaction that must leave no trace, with its result.
private struct Discard: Error {
  let report: ImportReport
}

extension Journal {
  /// Brings the rows of a file into a table, all in one transaction.
  ///
  /// The file becomes the temporary table `csv`; the plan's SELECT maps it onto
  /// fields (see ``ImportStage``). The rows pass the checks of typed entries.
  ///
  /// - Parameters:
  ///   - file: The records.
  ///   - plan: What goes where.
  /// - Returns: The rows added, already there and refused.
  /// - Throws: ``JournalError`` or ``SQLiteError`` for a plan that cannot work,
  ///   and what `file` throws; nothing is changed then.
  public func importRows(
    of file: inout (some TextTable & ~Copyable), plan: ImportPlan
  ) throws -> ImportReport {
    guard !plan.isComplete || plan.table == .run else {
      throw JournalError.invalid(
        FieldProblem(nil, "Only a file of runs can tell of every run of its span"))
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

  /// Maps the staged file and inserts what it gives, as one action.
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
      // What could not be read is told once, with the line that it is from.
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
    // A refused row may be the run of a day that would count as a rest.
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
