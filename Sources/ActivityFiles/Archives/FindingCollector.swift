/// The findings in a file or archive.
///
/// Activities are kept until tables and recordings can be joined; everything else
/// is reported at once.
final class FindingCollector {
  /// The maximum number of findings: two hundred years with three activities a
  /// day.
  private static let mostFindings = 200_000

  /// Facts that the files do not state themselves.
  let options: ActivityReadingOptions
  private let each: (ActivityFinding) throws -> Void
  private var formats: Set<ActivityFormat> = []
  private var join = RecordingJoin()
  private var texts = KeptText()
  private var findings = 0
  /// Whether anything reported is an activity or should be one.
  private(set) var isWorthwhile = false

  /// Creates a collector that reports to `each`.
  init(
    _ options: ActivityReadingOptions, _ each: @escaping (ActivityFinding) throws -> Void
  ) {
    (self.options, self.each) = (options, each)
  }

  /// The format of an archive, from its findings.
  var wholeFormat: ActivityFormat {
    let services: [ActivityFormat] = [
      .strava, .garmin, .runkeeper, .fitbit, .samsung, .polar, .suunto, .zepp, .intervals,
      .appleHealth, .googleFit,
    ]
    return services.first { formats.contains($0) }
      ?? (formats.count == 1 ? formats.first : nil) ?? .archive
  }

  /// The number of kept activities.
  var keptCount: (recordings: Int, rows: Int) { join.count }

  /// Drops everything kept since `count`.
  func forget(after count: (recordings: Int, rows: Int)) { join.cut(to: count) }

  /// Records that there is a file of `format`.
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

  /// Keeps a row of a table, with the path of its recording.
  func keep(row piece: RecordingJoin.Piece, recording: String?) throws {
    join.add(row: try counted(piece), recording: recording)
  }

  /// Counts an activity and its text, kept until everything is read, and drops
  /// impossible values.
  private func counted(_ piece: RecordingJoin.Piece) throws -> RecordingJoin.Piece {
    try countFinding()
    _ = try texts.keep(piece.activity.title ?? "")
    _ = try texts.keep(piece.activity.note ?? "")
    var piece = piece
    if let warning = piece.activity.leaveOutImpossible() { piece.warnings.append(warning) }
    return piece
  }

  /// Reports everything kept.
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

  /// Reports a finding at once.
  func add(_ finding: ActivityFinding) throws {
    try countFinding()
    try tell(finding)
  }

  private func countFinding() throws {
    findings += 1
    guard findings <= Self.mostFindings else {
      throw ActivityFileError("The file contains more than \(Self.mostFindings) items.")
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
