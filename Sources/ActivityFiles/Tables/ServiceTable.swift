internal import DelimitedText
internal import WrittenValues

/// A service's table of activities, one per row.
protocol ServiceTable {
  /// The service.
  var format: ActivityFormat { get }
  /// Whether records explain each other, so that all must be seen first.
  var isReadAsAWhole: Bool { get }
  /// Whether the unit of the distances is undecided; known after all records.
  var hasOpenUnit: Bool { get }

  /// Examines all records before the first row is read.
  mutating func study(_ records: [DelimitedRecord], _ options: ActivityReadingOptions)

  /// The text of the start of `record`.
  func start(of record: DelimitedRecord) -> String?

  /// Reads the activity of a record that started at `start`, on the service's
  /// clock.
  ///
  /// - Throws: ``ActivityFileError`` if the record does not identify an activity.
  func row(
    of record: DelimitedRecord, at start: TableStart
  ) throws(ActivityFileError) -> ServiceRow
}

extension ServiceTable {
  var isReadAsAWhole: Bool { false }
  var hasOpenUnit: Bool { false }
  func study(_ records: [DelimitedRecord], _ options: ActivityReadingOptions) {}
}

/// A table's values for an activity.
struct ServiceRow {
  /// The values in the row itself.
  var activity: ImportedActivity
  /// The path of its recording in the archive.
  var recording: String?
}

/// The supported tables.
enum ServiceTables {
  /// Finds the service by the columns, whose names all differ.
  static func table(_ columns: [String]) -> (any ServiceTable)? {
    StravaTable(columns) ?? RunkeeperTable(columns) ?? SamsungTable(columns)
      ?? ZeppTable(columns) ?? IntervalsTable(columns) ?? GarminTable(columns)
  }
}
