internal import DelimitedText

/// Goes through a file, or an archive and those in it, and tells what is there.
final class ArchiveWalk {
  /// How deep archives may lie in each other: a Takeout in a zip with `.tcx.gz`.
  private static let deepest = 4

  /// The largest recording or table of JSON, in bytes; a day of FIT has 5 MB.
  private static let largestFile = 1 << 26

  /// The most findings: two hundred years with three activities a day.
  private static let mostFindings = 200_000

  private let each: (ActivityFinding) throws -> Void
  private let budget = ArchiveBudget()
  private var formats: Set<ActivityFormat> = []
  private var join = RecordingJoin()
  private var texts = KeptText()
  private var findings = 0
  private var isWorthwhile = false

  init(_ each: @escaping (ActivityFinding) throws -> Void) {
    self.each = each
  }

  /// Reads the file or archive as a whole.
  func read(_ source: @escaping ByteSource) throws -> ActivityFormat {
    let file = try PeekedSource(budget.counting(source))
    let kind = ContentKind(file.prefix)
    switch kind {
    case .gzip, .zip:
      try read(archive: file, path: nil, depth: 1)
      try tellKept()
      guard isWorthwhile else {
        throw ActivityFileError("The archive holds no activity of any kind known.")
      }
      return wholeFormat
    default:
      guard let format = try read(file, kind, path: nil) else { throw Self.unknown(kind) }
      try tellKept()
      return format
    }
  }

  private var wholeFormat: ActivityFormat {
    let services: [ActivityFormat] = [.strava, .garmin, .runkeeper, .appleHealth, .googleFit]
    return services.first { formats.contains($0) }
      ?? (formats.count == 1 ? formats.first : nil) ?? .archive
  }

  private static func unknown(_ kind: ContentKind) -> ActivityFileError {
    switch kind {
    case .empty: ActivityFileError("The file is empty.")
    case .text: .unknownTable
    case .json: ActivityFileError("The JSON is the export of no service known.")
    case .xml: ActivityFileError("The XML is no GPX, TCX or export of Apple Health.")
    default: ActivityFileError("The file is of no kind known.")
    }
  }

  private func read(archive: PeekedSource, path: String?, depth: Int) throws {
    guard depth <= Self.deepest else {
      throw ActivityFileError("Archives lie in archives too deeply.")
    }
    try ArchiveReader.read(archive.read, budget) { name, bytes in
      let place = [path, name].compactMap(\.self).joined(separator: "/")
      try readPiece(bytes, path: place.isEmpty ? nil : place, depth: depth)
    }
  }

  /// Reads a file of an archive; a broken one is a finding, not the end, and
  /// nothing of it is kept.
  private func readPiece(
    _ source: @escaping ByteSource, path: String?, depth: Int
  ) throws {
    let before = join.count
    do {
      let file = try PeekedSource(source)
      switch ContentKind(file.prefix) {
      case .gzip, .zip: try read(archive: file, path: path, depth: depth + 1)
      case let kind:
        if try read(file, kind, path: path) == nil {
          // What is packed alone is refused as if it were not.
          guard path != nil else { throw Self.unknown(kind) }
          try add(ActivityFinding(path: path, .notAnActivity))
        }
      }
    } catch let error as ActivityFileError {
      guard path != nil else { throw error }
      try budget.check()
      join.cut(to: before)
      let outcome: ActivityFinding.Outcome =
        error.holdsNoActivity ? .notAnActivity : .unusable(reason: error.description)
      try add(ActivityFinding(path: path, outcome))
    }
  }

  /// Reads a file that is no archive.
  ///
  /// - Returns: Its format, or `nil` if it is none that holds activities.
  private func read(
    _ file: PeekedSource, _ kind: ContentKind, path: String?
  ) throws -> ActivityFormat? {
    switch kind {
    case .fit:
      let bytes = try file.all(atMost: Self.largestFile)
      let (activities, warnings) = try FITFile.activities(in: bytes)
      return try add(recordings: activities, .fit, path, warnings)
    case .xml("gpx"): return try add(recordings: GPXFile.activities(in: file), .gpx, path)
    case .xml("TrainingCenterDatabase"):
      return try add(recordings: TCXFile.activities(in: file), .tcx, path)
    case .xml("HealthData"):
      formats.insert(.appleHealth)
      try AppleHealthExport.read(file) { workout in
        _ = try add(recordings: [workout], .appleHealth, path)
      }
      return .appleHealth
    case .json where GarminSummaries.recognises(prefix: file.prefix):
      formats.insert(.garmin)
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
    guard var reader = try openTable(file, isAlone: path == nil) else { return nil }
    do {
      if GoogleFitDays.recognises(reader.columns) {
        formats.insert(.googleFit)
        throw GoogleFitDays.refusal
      }
      guard let table = ServiceTable(reader.columns) else { return nil }
      formats.insert(table.format)
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
  private func openTable(
    _ file: PeekedSource, isAlone: Bool
  ) throws -> DelimitedTextReader? {
    do {
      return try DelimitedTextReader(source: file.read)
    } catch let error as DelimitedTextError {
      guard isAlone, error == .utf16 else { return nil }
      throw ActivityFileError(error.description)
    }
  }

  private func add(
    recordings: [ImportedActivity], _ format: ActivityFormat, _ path: String?,
    _ warnings: [String] = []
  ) throws -> ActivityFormat {
    formats.insert(format)
    for activity in recordings {
      try count(activity)
      join.add(recording: .init(path: path, line: nil, activity: activity, warnings: warnings))
    }
    return format
  }

  private func keep(row piece: RecordingJoin.Piece, recording: String?) throws {
    try count(piece.activity)
    join.add(row: piece, recording: recording)
  }

  /// Counts an activity that is kept until everything is read, and its texts.
  private func count(_ activity: ImportedActivity) throws {
    try countFinding()
    _ = try texts.keep(activity.title ?? "")
    _ = try texts.keep(activity.note ?? "")
  }

  /// Tells of what was kept.
  private func tellKept() throws {
    let hasWorkouts = formats.contains(.appleHealth)
    for piece in join.joined() {
      // Apple Health adds the track of each workout as a file of its own.
      let isRoute = hasWorkouts && piece.activity.device == "Apple Health Export"
      try tell(
        ActivityFinding(
          path: piece.path, line: piece.line,
          isRoute ? .notAnActivity : .activity(piece.activity), warnings: piece.warnings))
    }
  }

  private func add(_ finding: ActivityFinding) throws {
    try countFinding()
    try tell(finding)
  }

  private func countFinding() throws {
    findings += 1
    guard findings <= Self.mostFindings else {
      throw ActivityFileError("The file holds more than \(Self.mostFindings) pieces.")
    }
  }

  private func tell(_ finding: ActivityFinding) throws {
    if finding.outcome != .notAnActivity { isWorthwhile = true }
    try each(finding)
  }
}
