internal import DelimitedText
internal import WrittenValues

/// Reads the records of a service's table.
///
/// Numeric dates have one order throughout, which a single row may prove: only
/// rows that depend on it wait for the rest.
struct TableReading {
  /// The maximum number of bytes of waiting records.
  private static let largest = 1 << 26

  private var table: any ServiceTable
  private let options: ActivityReadingOptions
  private var waiting: [DelimitedRecord] = []
  private var bytes = 0
  private var dates = DateOrderProof()

  /// Creates a reading of `table`.
  init(_ table: any ServiceTable, _ options: ActivityReadingOptions) {
    (self.table, self.options) = (table, options)
  }

  /// Whether distances were read in an assumed unit; known at the end.
  var hasOpenUnit: Bool { table.hasOpenUnit && options.units == nil }

  /// Reads every row.
  ///
  /// - Parameters:
  ///   - first: The first record, if it was read already.
  ///   - reader: The source of the others.
  ///   - each: Called with each row, or with the reason why it is unusable.
  /// - Throws: ``ActivityFileError/openDates`` if nothing settles the order of
  ///   the dates; `DelimitedTextError` if the table is broken as a whole; any
  ///   error of the source or `each`.
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
    // The weekday may precede the date.
    if let start { dates.take(String(start.drop { !$0.isNumber })) }
    let isFixed = start.map { WrittenDate.isFixed($0) } ?? true
    guard table.isReadAsAWhole || !isFixed else {
      try each(record.line, row(of: record, in: nil))
      return
    }
    bytes += (0..<record.count).reduce(0) { $0 + record.utf8($1).count + 8 }
    guard waiting.count < ActivityReader.mostActivities, bytes <= Self.largest else {
      throw ActivityFileError("The table is far too large.")
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
