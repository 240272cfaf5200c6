/// Joins the table rows of an archive with their recordings, which arrive in any
/// order.
///
/// Only the values of each are kept, never a file.
struct RecordingJoin {
  /// An activity and its place.
  struct Piece {
    let path: String?
    let line: Int?
    var activity: ImportedActivity
    var warnings: [String] = []
  }

  private var recordings: [Piece] = []
  private var rows: [(piece: Piece, recording: String?)] = []

  /// Keeps a recording.
  mutating func add(recording piece: Piece) { recordings.append(piece) }

  /// Keeps a row of a table, with the path of its recording.
  mutating func add(row piece: Piece, recording: String?) { rows.append((piece, recording)) }

  /// The number of recordings and rows.
  var count: (recordings: Int, rows: Int) { (recordings.count, rows.count) }

  /// Drops everything after the first ones.
  mutating func cut(to count: (recordings: Int, rows: Int)) {
    recordings.removeSubrange(count.recordings...)
    rows.removeSubrange(count.rows...)
  }

  /// Everything kept, with each row and its recording as one.
  ///
  /// A row without a file name, as in a Garmin account, matches the recording
  /// that starts within two seconds.
  func joined() -> [Piece] {
    let byName = Dictionary(grouping: recordings.indices) { Self.name(recordings[$0].path ?? "") }
    var byStart: [Int: Int] = [:]
    for (index, recording) in recordings.enumerated() {
      if let start = recording.activity.start?.utcSeconds { byStart[start] = index }
    }
    var isTaken = [Bool](repeating: false, count: recordings.count)
    var pieces: [Piece] = []
    for (row, recording) in rows {
      var matches: [Int] = []
      if let recording {
        // A file of several tracks is one activity to the service.
        matches = byName[Self.name(recording)] ?? []
      } else if let start = row.activity.start?.utcSeconds {
        // Services and watches round the start differently.
        matches = (start - 2...start + 2).compactMap { byStart[$0] }
      }
      var piece = row
      if let first = matches.first(where: { !isTaken[$0] }) {
        // One track among several cannot replace the totals of the whole activity.
        let isOnly = recording == nil || matches.count == 1
        if isOnly, piece.activity.contradicts(recordings[first].activity) {
          piece.warnings.append(Self.contradiction)
        }
        piece.activity.complete(from: recordings[first].activity, isWhole: isOnly)
        piece.warnings += recordings[first].warnings
        for match in recording == nil ? [first] : matches { isTaken[match] = true }
      }
      pieces.append(piece)
    }
    // Recordings without a row are activities too, for example from a partial export.
    return pieces + recordings.indices.filter { !isTaken[$0] }.map { recordings[$0] }
  }

  /// The remark on an activity that was edited at the service, or mixed up.
  private static let contradiction =
    "The table and the recording differ a lot in distance or time; the table's values were kept."

  /// The name shared by a table and an archive for the same file.
  private static func name(_ path: String) -> String {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    // Some archives compress the file that the table lists uncompressed.
    return name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }
}

extension ImportedActivity {
  /// Whether distance or time of `other` differ by more than a third.
  fileprivate func contradicts(_ other: ImportedActivity) -> Bool {
    func isFar(_ one: Double?, _ two: Double?) -> Bool {
      guard let one, let two, one > 0, two > 0 else { return false }
      // Rounding and pauses stay far below a third; an edit or a mix-up does not.
      return min(one, two) < max(one, two) * 2 / 3
    }
    return isFar(distanceM, other.distanceM)
      || isFar(movingSeconds ?? elapsedSeconds, other.movingSeconds ?? other.elapsedSeconds)
  }

  /// Takes values from the recording of the same activity that it knows better
  /// than a table or that the table lacks.
  ///
  /// From then on, the recording's content identifies the activity.
  ///
  /// A recording with sensors wins for measured values, unless its distance is
  /// very different: then the activity was edited at the service. Values written
  /// by hand come from the table.
  ///
  /// - Parameters:
  ///   - recording: The recording.
  ///   - isWhole: Whether it is the whole activity and not a part.
  mutating func complete(from recording: ImportedActivity, isWhole: Bool) {
    if sport.isOpen, !recording.sport.isOpen { sport = recording.sport }
    if sport == .unknown { sport = recording.sport }
    start = ActivityStart(start, recordedAs: recording.start)
    hasUnreadableStart = start == nil && (hasUnreadableStart || recording.hasUnreadableStart)
    // After an edit at the service, the person's correction must survive.
    let isBetter = isWhole && recording.evidence > evidence && !contradicts(recording)
    func take<Value>(_ value: inout Value?, _ recorded: Value?) {
      value = isBetter ? recorded ?? value : value ?? recorded
    }
    take(&elapsedSeconds, recording.elapsedSeconds)
    take(&movingSeconds, recording.movingSeconds)
    take(&distanceM, recording.distanceM)
    take(&ascentM, recording.ascentM)
    take(&descentM, recording.descentM)
    take(&steps, recording.steps)
    take(&heartRateAverage, recording.heartRateAverage)
    take(&heartRateMaximum, recording.heartRateMaximum)
    take(&cadence, recording.cadence)
    take(&device, recording.device)
    take(&laps, recording.laps)
    if isBetter { evidence = recording.evidence }
    rpe = rpe ?? recording.rpe
    gear = gear ?? recording.gear
    title = title ?? recording.title
    note = note ?? recording.note
    fingerprint = recording.fingerprint
  }
}

extension ActivityStart {
  /// The start from a table, with the clock of the recording.
  fileprivate init?(_ table: ActivityStart?, recordedAs recording: ActivityStart?) {
    guard let table, let recording else {
      guard let known = table ?? recording else { return nil }
      self = known
      return
    }
    self = table
    if let utc = utcSeconds {
      localSeconds =
        localSeconds ?? recording.utcOffsetMinutes.map { utc + $0 * 60 }
        ?? Self.quarters(recording.localSeconds, utc).map { utc + $0 }
    } else if let local = localSeconds {
      utcSeconds =
        recording.utcOffsetMinutes.map { local - $0 * 60 }
        ?? Self.quarters(local, recording.utcSeconds).map { local - $0 }
    }
  }

  /// The UTC offset of a clock in seconds, if it is a multiple of a quarter of an
  /// hour, give or take the two minutes in which a watch finds its satellites.
  private static func quarters(_ local: Int?, _ utc: Int?) -> Int? {
    guard let local, let utc, abs(local - utc) <= 15 * 3600 else { return nil }
    let quarters = Int((Double(local - utc) / 900).rounded()) * 900
    return abs(local - utc - quarters) <= 120 ? quarters : nil
  }
}
