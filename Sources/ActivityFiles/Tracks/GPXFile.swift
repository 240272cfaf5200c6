/// Reads GPX 1.0 and 1.1: each track is an activity; routes and waypoints are
/// plans and places.
///
/// Heart rate and cadence are read from Garmin, Strava and OpenTracks extensions,
/// with or without prefixes. A time without a zone is UTC, as the format defines.
public enum GPXFile {
  /// Reads the activities of a file.
  ///
  /// - Parameter source: The bytes.
  /// - Returns: At least one activity, in file order.
  /// - Throws: ``ActivityFileError``, or any error of `source`.
  public static func activities(in source: @escaping ByteSource) throws -> [RecordedActivity] {
    try activities(in: PeekedSource(source))
  }

  static func activities(in file: PeekedSource) throws -> [RecordedActivity] {
    let handler = GPXHandler()
    let outcome = try XMLReader.read(file.readHashing, handler)
    guard handler.isGPX else { throw ActivityFileError("The file is not GPX.") }
    let tracks = handler.tracks.filter { $0.points > 1 }
    guard !tracks.isEmpty else {
      if let failure = outcome.failure { throw failure }
      throw ActivityFileError(
        "The GPX contains no track with at least two points.",
        holdsNoActivity: true)
    }
    return tracks.enumerated().map { index, track in
      var fingerprint = file.fingerprint
      if index > 0 { fingerprint.combine("track \(index)".utf8) }
      return RecordedActivity(
        track.activity(fingerprint: fingerprint, device: handler.creator),
        warnings: outcome.warnings + track.doubts.map(\.description))
    }
  }
}

/// A track during reading.
private struct GPXTrack {
  var name: String?
  var note: String?
  var type: String?
  /// Whether the time of a point cannot be read.
  var hasUnreadableTime = false
  private var summary: TrackSummary?

  var points: Int { summary?.points ?? 0 }
  var doubts: [TrackSummary.Concern] { summary?.doubts ?? [] }

  mutating func add(_ point: TrackPoint) {
    if summary == nil { summary = TrackSummary(sport) }
    summary?.add(point)
  }

  mutating func endSegment() { summary?.endSegment() }

  func activity(fingerprint: Fingerprint, device: String?) -> ImportedActivity {
    var activity = ImportedActivity(sport, fingerprint: fingerprint)
    activity.title = name
    activity.note = note
    activity.device = device
    guard let summary else { return activity }
    activity.start = summary.first?.start
    activity.hasUnreadableStart = hasUnreadableTime && summary.first == nil
    activity.elapsedSeconds = summary.elapsedSeconds
    (activity.distanceM, activity.movingSeconds) = summary.totals
    activity.ascentM = summary.climb.ascentM
    activity.descentM = summary.climb.descentM
    activity.heartRateAverage = summary.heartRate.value
    activity.heartRateMaximum = summary.heartRate.maximum
    // Runs and walks count the steps of each foot.
    let feet = activity.sport == .run || activity.sport == .walk ? 2.0 : 1
    activity.cadence = summary.cadence.value.map { $0 * feet }
    let hasSensor = summary.heartRate.value != nil || summary.cadence.value != nil
    activity.evidence = hasSensor ? .sensorRecording : .bareTrack
    return activity
  }

  private var sport: Sport {
    guard let type else { return .unknown }
    // Strava writes a number for the sport.
    return switch type {
    case "9": .run
    case "4", "10": .walk
    case "1", "17", "18": .ride
    case "16": .swim
    default: Int(type) == nil ? Sport(named: type) : .unknown
    }
  }
}

private final class GPXHandler: XMLHandler {
  private(set) var isGPX = false
  private(set) var creator: String?
  private(set) var tracks: [GPXTrack] = []
  private var track: GPXTrack?
  private var point: TrackPoint?
  private var texts = KeptText()
  private var depth = 0
  /// The depth of the track element, to distinguish its own name from others.
  private var trackDepth = 0

  var wantsText: Bool { track != nil }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(ActivityFileError) {
    depth += 1
    switch name {
    case "gpx" where depth == 1:
      isGPX = true
      creator = attributes["creator"]
    case "trk":
      track = GPXTrack()
      trackDepth = depth
    case "trkpt" where track != nil:
      point = TrackPoint(
        latitude: attributes["lat"].flatMap { XMLNumber.coordinate($0, upTo: 90) },
        longitude: attributes["lon"].flatMap { XMLNumber.coordinate($0, upTo: 180) })
    default: break
    }
  }

  func end(_ name: XMLName, text: String) throws(ActivityFileError) {
    defer { depth -= 1 }
    guard track != nil else { return }
    if point != nil {
      endInPoint(name, text)
      return
    }
    switch name {
    case "trk": try endTrack()
    case "trkseg": track?.endSegment()
    case "name" where depth == trackDepth + 1: track?.name = try texts.keep(text)
    case "desc" where depth == trackDepth + 1: track?.note = try texts.keep(text)
    case "type" where depth == trackDepth + 1: track?.type = try texts.keep(text)
    default: break
    }
  }

  func breakOff() throws(ActivityFileError) {
    point = nil
    try endTrack()
  }

  private func endTrack() throws(ActivityFileError) {
    guard var track else { return }
    guard tracks.count < ActivityReader.mostActivities else {
      throw ActivityFileError("The GPX contains too many tracks.")
    }
    track.endSegment()
    tracks.append(track)
    self.track = nil
  }

  private func endInPoint(_ name: XMLName, _ text: String) {
    switch name {
    case "trkpt":
      if let point { track?.add(point) }
      point = nil
    case "ele": point?.elevation = XMLNumber.elevation(text)
    case "time":
      point?.time = Timestamp(text)
      if point?.time == nil, !text.isEmpty { track?.hasUnreadableTime = true }
    case "hr", "heartrate": point?.heartRate = XMLNumber.positive(text)
    case "cad", "cadence": point?.cadence = XMLNumber.notNegative(text)
    default: break
    }
  }
}
