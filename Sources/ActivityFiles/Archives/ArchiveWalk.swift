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
      guard isWorthwhile, let format = wholeFormat else {
        throw ActivityFileError("The archive holds no activity of any kind known.")
      }
      return format
    default:
      guard let format = try read(file, kind, path: nil) else { throw Self.unknown(kind) }
      return format
    }
  }

  private var wholeFormat: ActivityFormat? {
    let services: [ActivityFormat] = [.strava, .garmin, .runkeeper, .appleHealth, .googleFit]
    return services.first { formats.contains($0) }
      ?? (formats.count > 1 ? .archive : formats.first)
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

  /// Reads a file of an archive; a broken one is a finding, not the end.
  private func readPiece(
    _ source: @escaping ByteSource, path: String?, depth: Int
  ) throws {
    do {
      let file = try PeekedSource(source)
      switch ContentKind(file.prefix) {
      case .gzip, .zip: try read(archive: file, path: path, depth: depth + 1)
      case let kind:
        if try read(file, kind, path: path) == nil {
          try add(ActivityFinding(path: path, .notAnActivity))
        }
      }
    } catch let error as ActivityFileError {
      try budget.check()
      try add(ActivityFinding(path: path, .unusable(reason: error.description)))
    }
  }

  /// Reads a file that is no archive.
  ///
  /// - Returns: Its format, or `nil` if it is none that holds activities.
  private func read(
    _ file: PeekedSource, _ kind: ContentKind, path: String?
  ) throws -> ActivityFormat? {
    guard let format = Self.format(kind) else { return nil }
    formats.insert(format)
    switch format {
    case .fit:
      let (activities, warnings) = try FITFile.activities(
        in: file.all(atMost: Self.largestFile))
      for activity in activities { try add(activity, path, warnings) }
    case .gpx:
      for activity in try GPXFile.activities(in: file) { try add(activity, path) }
    case .tcx:
      for activity in try TCXFile.activities(in: file) { try add(activity, path) }
    default:
      try AppleHealthExport.read(file.read) { try add($0, path) }
    }
    return format
  }

  private static func format(_ kind: ContentKind) -> ActivityFormat? {
    switch kind {
    case .fit: .fit
    case .xml("gpx"): .gpx
    case .xml("TrainingCenterDatabase"): .tcx
    case .xml("HealthData"): .appleHealth
    default: nil
    }
  }

  private func add(
    _ activity: ImportedActivity, _ path: String?, _ warnings: [String] = []
  ) throws {
    try add(ActivityFinding(path: path, .activity(activity), warnings: warnings))
  }

  private func add(_ finding: ActivityFinding) throws {
    findings += 1
    guard findings <= Self.mostFindings else {
      throw ActivityFileError("The file holds more than \(Self.mostFindings) pieces.")
    }
    if finding.outcome != .notAnActivity { isWorthwhile = true }
    try each(finding)
  }
}
