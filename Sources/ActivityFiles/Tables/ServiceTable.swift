internal import DelimitedText
internal import WrittenValues

/// A table in which a service tells of activities, one in each row.
protocol ServiceTable {
  /// The service.
  var format: ActivityFormat { get }
  /// Whether the records explain each other, so that all have to be seen first.
  var isReadAsAWhole: Bool { get }
  /// Whether it is open in which unit the distances are; known once all records
  /// were seen.
  var hasOpenUnit: Bool { get }

  /// Takes in all records, before the first row is asked for.
  mutating func study(_ records: [DelimitedRecord], _ options: ActivityReadingOptions)

  /// The text that tells when the activity of `record` began.
  func start(of record: DelimitedRecord) -> String?

  /// What a record says of an activity that began at `start`, by the clock that
  /// the service uses.
  ///
  /// - Throws: ``ActivityFileError`` if it does not say what it is of.
  func row(
    of record: DelimitedRecord, at start: TableStart
  ) throws(ActivityFileError) -> ServiceRow
}

extension ServiceTable {
  var isReadAsAWhole: Bool { false }
  var hasOpenUnit: Bool { false }
  func study(_ records: [DelimitedRecord], _ options: ActivityReadingOptions) {}
}

/// What a table says of an activity.
struct ServiceRow {
  /// What the row itself says.
  var activity: ImportedActivity
  /// The path in the archive of the recording that belongs to it.
  var recording: String?
}

/// The tables that are known.
enum ServiceTables {
  /// Finds the service by the columns, whose names are all different.
  static func table(_ columns: [String]) -> (any ServiceTable)? {
    StravaTable(columns) ?? RunkeeperTable(columns) ?? SamsungTable(columns)
      ?? ZeppTable(columns) ?? IntervalsTable(columns) ?? GarminTable(columns)
  }
}
