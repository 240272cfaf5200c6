/// What was found in a file or archive: activities are kept until a table and its
/// recordings can be brought together, the rest is told at once.
final class FindingCollector {
  /// The most findings: two hundred years with three activities a day.
  private static let mostFindings = 200_000

  /// What the files do not tell themselves.
  let options: ActivityReadingOptions
  private let each: (ActivityFinding) throws -> Void
  private var formats: Set<ActivityFormat> = []
  private var join = RecordingJoin()
  private var texts = KeptText()
  private var findings = 0
  /// Whether anything was told that is an activity or should be one.
  private(set) var isWorthwhile = false

  /// Begins to collect, and tells `each`.
  init(
    _ options: ActivityReadingOptions, _ each: @escaping (ActivityFinding) throws -> Void
  ) {
    (self.options, self.each) = (options, each)
  }

  /// What an archive is by what was found in it.
  var wholeFormat: ActivityFormat {
    let services: [ActivityFormat] = [
      .strava, .garmin, .runkeeper, .fitbit, .samsung, .polar, .suunto, .zepp, .intervals,
      .appleHealth, .googleFit,
    ]
    return services.first { formats.contains($0) }
      ?? (formats.count == 1 ? formats.first : nil) ?? .archive
  }

  /// How much is kept.
  var keptCount: (recordings: Int, rows: Int) { join.count }

  /// Forgets what was kept since there was so much.
  func forget(after count: (recordings: Int, rows: Int)) { join.cut(to: count) }

  /// Notes that there is a file of `format`.
  func note(_ format: ActivityFormat) { formats.insert(format) }

  /// Keeps the recordings of a file.
  func keep(
    recordings: [RecordedActivity], _ format: ActivityFormat, _ path: String?
  ) throws -> ActivityFormat {
    note(format)
    for recorded in recordings {
      join.add(
        recording: try counted(
          .init(
            path: path, line: nil, activity: recorded.activity, warnings: recorded.warnings)))
    }
    return format
  }

  /// Keeps a row of a table, and the path of the recording that it names.
  func keep(row piece: RecordingJoin.Piece, recording: String?) throws {
    join.add(row: try counted(piece), recording: recording)
  }

  /// Counts an activity that is kept until everything is read, and its texts; it
  /// loses the numbers that none can have.
  private func counted(_ piece: RecordingJoin.Piece) throws -> RecordingJoin.Piece {
    try countFinding()
    _ = try texts.keep(piece.activity.title ?? "")
    _ = try texts.keep(piece.activity.note ?? "")
    var piece = piece
    if let warning = piece.activity.leaveOutImpossible() { piece.warnings.append(warning) }
    return piece
  }

  /// Tells of what was kept.
  func tellKept() throws {
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

  /// Tells of a finding at once.
  func add(_ finding: ActivityFinding) throws {
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
    switch finding.outcome {
    case .activity, .unusable: isWorthwhile = true
    case .notAnActivity, .openUnit: break
    }
    try each(finding)
  }
}
