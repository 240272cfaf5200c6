import CivilDay
import JournalModel

@testable import JournalStore

/// Records that are in memory, as an import reads them from a file.
struct MemoryTable: TextTable {
  let header: [String]
  private var records: ArraySlice<TextRecord>
  private let failure: (any Error)?

  /// A table whose first line is `header` and whose next lines are `rows`.
  ///
  /// - Parameters:
  ///   - header: The names, separated by commas.
  ///   - rows: The fields of each record, separated by commas.
  ///   - failure: What reading ends with instead of the end of the file.
  init(_ header: String, _ rows: [String], failure: (any Error)? = nil) {
    self.header = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    records =
      rows.enumerated().map { index, row in
        .fields(
          row.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
          line: index + 2)
      }[...]
    self.failure = failure
  }

  init(header: [String], records: [TextRecord]) {
    self.header = header
    self.records = records[...]
    failure = nil
  }

  mutating func next() throws -> TextRecord? {
    if records.isEmpty, let failure { throw failure }
    return records.popFirst()
  }
}

extension Journal {
  /// Imports `rows` with `select`; what is not said is as in most tests.
  @discardableResult
  func importRows(
    _ header: String, _ rows: [String], as table: EntryTable = .run,
    _ select: String = "SELECT * FROM csv", isComplete: Bool = false, isDryRun: Bool = false,
    today: String = "2026-12-31"
  ) throws -> ImportReport {
    var file = MemoryTable(header, rows)
    return try importRows(
      of: &file,
      plan: ImportPlan(
        table: table, select: select, fileName: "diary.csv", isComplete: isComplete,
        isDryRun: isDryRun, today: Day(today) ?? Day(daysSince1970: 0)))
  }
}
