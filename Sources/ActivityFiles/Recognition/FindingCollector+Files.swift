internal import DelimitedText

extension FindingCollector {
  /// The maximum size of a recording or JSON file, in bytes; a day of FIT has 5
  /// MB.
  private static let largestFile = 1 << 26

  /// Reads a file that is not an archive.
  ///
  /// - Returns: Its format, or `nil` if it cannot contain activities.
  func read(
    _ file: PeekedSource, _ kind: ContentKind, path: String?
  ) throws -> ActivityFormat? {
    switch kind {
    case .fit:
      let bytes = try file.all(atMost: Self.largestFile)
      let (activities, warnings) = try FITFile.activities(in: bytes)
      return try keep(
        recordings: activities.map { RecordedActivity($0, warnings: warnings) }, .fit, path)
    case .xml("gpx"): return try keep(recordings: GPXFile.activities(in: file), .gpx, path)
    case .xml("TrainingCenterDatabase"):
      return try keep(recordings: TCXFile.activities(in: file), .tcx, path)
    case .xml("HealthData"):
      note(.appleHealth)
      try AppleHealthExport.read(file) { workout in
        _ = try self.keep(recordings: [workout], .appleHealth, path)
      }
      return .appleHealth
    case .json: return try readJSON(file, path: path)
    case .text: return try readTable(file, path: path)
    default: return nil
    }
  }

  private func readJSON(_ file: PeekedSource, path: String?) throws -> ActivityFormat? {
    guard let service = JSONService(prefix: file.prefix) else { return nil }
    if let format = service.format { note(format) }
    let bytes = try file.all(atMost: Self.largestFile)
    switch service {
    case .garmin:
      for activity in try GarminSummaries.activities(in: bytes) {
        try keep(row: .init(path: path, line: nil, activity: activity), recording: nil)
      }
    case .fitbit:
      let (found, hasOpenUnit) = try FitbitExercises.activities(in: bytes, options)
      for exercise in found { try keep(row: exercise, path: path) }
      if hasOpenUnit { try add(ActivityFinding(path: path, .openUnit)) }
    case .polar:
      for activity in try PolarSession.activities(in: bytes) {
        try keep(row: .success(activity), path: path)
      }
    case .suunto:
      return try keep(
        recordings: [RecordedActivity(SuuntoWorkout.activity(in: bytes))], .suunto, path)
    case .foreign(let refusal): throw refusal
    }
    return service.format
  }

  private func readTable(_ file: PeekedSource, path: String?) throws -> ActivityFormat? {
    guard var reader = try openTable(file) else { return nil }
    do {
      if GoogleFitDays.recognises(reader.columns) {
        note(.googleFit)
        throw GoogleFitDays.refusal
      }
      if let refusal = ForeignExport.refusal(ofTable: reader.columns) { throw refusal }
      var first: DelimitedRecord?
      var known = ServiceTables.table(reader.columns)
      if known == nil, reader.columns.count >= GarminColumns.fixed {
        first = try? reader.next()
        known = first.flatMap { GarminTable(reader.columns, first: $0) }
      }
      guard let table = known else { return nil }
      note(table.format)
      var reading = TableReading(table, options)
      try reading.read(first, &reader) { line, row in
        try keep(row: row.map(\.activity), path: path, line: line, try? row.get().recording)
      }
      if reading.hasOpenUnit { try add(ActivityFinding(path: path, .openUnit)) }
      return table.format
    } catch let error as DelimitedTextError {
      throw ActivityFileError(error.description)
    }
  }

  /// Keeps a row of a table, or reports why it is unusable.
  private func keep(
    row: Result<ImportedActivity, ActivityFileError>, path: String?, line: Int? = nil,
    _ recording: String? = nil
  ) throws {
    switch row {
    case .success(let activity):
      try keep(row: .init(path: path, line: line, activity: activity), recording: recording)
    case .failure(let error):
      try add(ActivityFinding(path: path, line: line, .unusable(reason: error.description)))
    }
  }

  /// Reads the header of a table; `nil` if the text has none.
  private func openTable(_ file: PeekedSource) throws -> DelimitedTextReader? {
    do {
      return try DelimitedTextReader(source: file.read)
    } catch is DelimitedTextError {
      return nil
    }
  }
}
