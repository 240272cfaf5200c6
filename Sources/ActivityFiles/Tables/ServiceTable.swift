internal import DelimitedText

/// A table in which a service tells of activities, one in each row.
enum ServiceTable {
  case strava(StravaTable)
  case garmin(GarminTable)
  case runkeeper(RunkeeperTable)

  /// Finds the service by the columns, whose names are all different.
  init?(_ columns: [String]) {
    if let table = StravaTable(columns) {
      self = .strava(table)
    } else if let table = RunkeeperTable(columns) {
      self = .runkeeper(table)
    } else if let table = GarminTable(columns) {
      self = .garmin(table)
    } else {
      return nil
    }
  }

  /// The service.
  var format: ActivityFormat {
    switch self {
    case .strava: .strava
    case .garmin: .garmin
    case .runkeeper: .runkeeper
    }
  }

  /// Reads every row.
  ///
  /// - Throws: `DelimitedTextError` if the table is broken as a whole, or what the
  ///   source or `each` throws.
  func read(
    _ reader: inout DelimitedTextReader,
    _ each: (_ line: Int, Result<ServiceRow, ActivityFileError>) throws -> Void
  ) throws {
    var records: [DelimitedRecord] = []
    var bytes = 0
    while let record = try reader.next() {
      if case .garmin = self {
        bytes += (0..<record.count).reduce(0) { $0 + record.utf8($1).count + 8 }
        guard records.count < ActivityReader.mostActivities, bytes <= Self.largest else {
          throw ActivityFileError("The table is far too large for what it is.")
        }
        records.append(record)
      } else {
        try each(record.line, Result { () throws(ActivityFileError) in try row(of: record) })
      }
    }
    guard case .garmin(let table) = self else { return }
    for (line, activity) in table.rows(of: records) {
      try each(line, activity.map { ServiceRow(activity: $0) })
    }
  }

  /// The most bytes of a table that has to be seen as a whole.
  private static let largest = 1 << 26

  private func row(of record: DelimitedRecord) throws(ActivityFileError) -> ServiceRow {
    if let problem = record.problem { throw ActivityFileError(problem.description) }
    return switch self {
    case .strava(let table): try table.row(of: record)
    case .runkeeper(let table): try table.row(of: record)
    case .garmin: preconditionFailure("Garmin's rows are read together")
    }
  }
}

/// What a table says of an activity.
struct ServiceRow {
  /// What the row itself says.
  var activity: ImportedActivity
  /// The path in the archive of the recording that belongs to it.
  var recording: String?
}
