internal import DelimitedText

extension FindingCollector {
  /// The largest recording or JSON, in bytes; a day of FIT has 5 MB.
  private static let largestFile = 1 << 26

  /// Reads a file that is no archive.
  ///
  /// - Returns: Its format, or `nil` if it is none that holds activities.
  func read(
    _ file: PeekedSource, _ kind: ContentKind, path: String?
  ) throws -> ActivityFormat? {
    switch kind {
    case .fit:
      let bytes = try file.all(atMost: Self.largestFile)
      let (activities, warnings) = try FITFile.activities(in: bytes)
      return try keep(recordings: activities, .fit, path, warnings)
    case .xml("gpx"): return try keep(recordings: GPXFile.activities(in: file), .gpx, path)
    case .xml("TrainingCenterDatabase"):
      return try keep(recordings: TCXFile.activities(in: file), .tcx, path)
    case .xml("HealthData"):
      note(.appleHealth)
      try AppleHealthExport.read(file) { workout in
        _ = try keep(recordings: [workout], .appleHealth, path)
      }
      return .appleHealth
    case .json where GarminSummaries.recognises(prefix: file.prefix):
      note(.garmin)
      let bytes = try file.all(atMost: Self.largestFile)
      for activity in try GarminSummaries.activities(in: bytes) {
        try keep(row: .init(path: path, line: nil, activity: activity), recording: nil)
      }
      return .garmin
    case .text: return try readTable(file, path: path)
    default: return nil
    }
  }

  private func readTable(_ file: PeekedSource, path: String?) throws -> ActivityFormat? {
    guard var reader = try openTable(file) else { return nil }
    do {
      if GoogleFitDays.recognises(reader.columns) {
        note(.googleFit)
        throw GoogleFitDays.refusal
      }
      guard let table = ServiceTable(reader.columns) else { return nil }
      note(table.format)
      try table.read(&reader) { line, row in
        switch row {
        case .success(let row):
          try keep(
            row: .init(path: path, line: line, activity: row.activity),
            recording: row.recording)
        case .failure(let error):
          try add(
            ActivityFinding(path: path, line: line, .unusable(reason: error.description)))
        }
      }
      return table.format
    } catch let error as DelimitedTextError {
      throw ActivityFileError(error.description)
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
