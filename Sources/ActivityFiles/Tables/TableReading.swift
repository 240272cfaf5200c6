internal import DelimitedText
internal import WrittenValues

/// Goes through the records of a service's table.
///
/// Dates in digits are in one order throughout, which a single row may prove:
/// the rows whose date depends on it wait until all are known, the others do
/// not.
struct TableReading {
  /// The most bytes of records that wait.
  private static let largest = 1 << 26

  private var table: any ServiceTable
  private let options: ActivityReadingOptions
  private var waiting: [DelimitedRecord] = []
  private var bytes = 0
  private var dates = DateOrderProof()

  /// Begins to read `table`.
  init(_ table: any ServiceTable, _ options: ActivityReadingOptions) {
    (self.table, self.options) = (table, options)
  }

  /// Whether distances were read in a unit that nothing tells; known in the end.
  var hasOpenUnit: Bool { table.hasOpenUnit && options.units == nil }

  /// Reads every row.
  ///
  /// - Parameters:
  ///   - first: The first record, if it was read already.
  ///   - reader: Where the others come from.
  ///   - each: Called with each row, or with why it is none.
  /// - Throws: ``ActivityFileError/openDates`` if nothing tells the order of the
  ///   dates; `DelimitedTextError` if the table is broken as a whole; what the
  ///   source or `each` throws.
  mutating func read(
    _ first: DelimitedRecord?, _ reader: inout DelimitedTextReader,
    _ each: (_ line: Int, Result<ServiceRow, ActivityFileError>) throws -> Void
  ) throws {
    if let first { try take(first, each) }
    while let record = try reader.next() { try take(record, each) }
    table.study(waiting, options)
    let order = options.dates ?? dates.order
    let isContradictory = dates.provesDayFirst && dates.provesMonthFirst
    guard order != nil || !dates.needsOrder && !isContradictory else {
      throw ActivityFileError.openDates
    }
    for record in waiting { try each(record.line, row(of: record, in: order)) }
  }

  private mutating func take(
    _ record: DelimitedRecord,
    _ each: (_ line: Int, Result<ServiceRow, ActivityFileError>) throws -> Void
  ) throws {
    let start = table.start(of: record)
    if let start { dates.take(start) }
    let isFixed = start.map { WrittenDate.isFixed($0) } ?? true
    guard table.isReadAsAWhole || !isFixed else {
      try each(record.line, row(of: record, in: nil))
      return
    }
    bytes += (0..<record.count).reduce(0) { $0 + record.utf8($1).count + 8 }
    guard waiting.count < ActivityReader.mostActivities, bytes <= Self.largest else {
      throw ActivityFileError("The table is far too large for what it is.")
    }
    waiting.append(record)
  }

  private func row(
    of record: DelimitedRecord, in order: DateOrder?
  ) -> Result<ServiceRow, ActivityFileError> {
    Result { () throws(ActivityFileError) in
      if let problem = record.problem { throw ActivityFileError(problem.description) }
      return try table.row(of: record, at: TableStart(table.start(of: record), in: order))
    }
  }
}
