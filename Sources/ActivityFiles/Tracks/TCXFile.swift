/// Reads Garmin's TCX: each Activity is one; courses are plans and are refused.
///
/// Lap totals are used if every lap has them, otherwise the points.
public enum TCXFile {
  /// Reads the activities of a file.
  ///
  /// - Parameter source: The bytes.
  /// - Returns: At least one activity, in file order.
  /// - Throws: ``ActivityFileError``, or any error of `source`.
  public static func activities(
    in source: @escaping ByteSource
  ) throws -> [RecordedActivity] {
    try activities(in: PeekedSource(source))
  }

  static func activities(in file: PeekedSource) throws -> [RecordedActivity] {
    let handler = TCXHandler()
    let outcome = try XMLReader.read(file.readHashing, handler)
    guard handler.isTCX else { throw ActivityFileError("The file is not TCX.") }
    guard !handler.activities.isEmpty else {
      if let failure = outcome.failure { throw failure }
      throw ActivityFileError(
        handler.hasCourse
          ? "The TCX contains a planned course, not an activity."
          : "The TCX contains no activities.",
        holdsNoActivity: true)
    }
    return handler.activities.enumerated().map { index, activity in
      var fingerprint = file.fingerprint
      if index > 0 { fingerprint.combine("activity \(index)".utf8) }
      return RecordedActivity(
        activity.imported(fingerprint: fingerprint),
        warnings: outcome.warnings + activity.doubts.map(\.description))
    }
  }
}

/// An activity during reading.
private struct TCXActivity {
  struct Lap {
    var start: Timestamp?
    var seconds: Double?
    var metres: Double?
    var heartRateAverage: Double?
    var heartRateMaximum: Double?
    var averageCadence: Double?
    var steps: Double?
    /// The watch's metre count at the last point of the lap.
    var lastMetres: Double?
  }

  let sport: Sport
  var id: Timestamp?
  var note: String?
  var device: String?
  var laps: [Lap] = []
  var summary: TrackSummary
  /// Whether a time in it cannot be read.
  var hasUnreadableTime = false

  init(_ sport: Sport) {
    self.sport = sport
    summary = TrackSummary(sport)
  }

  /// Whether only the sport is known.
  var isEmpty: Bool { id == nil && laps.isEmpty && summary.points == 0 }

  /// The doubts about its points, if they count.
  var doubts: [TrackSummary.Concern] { lapDistance == nil ? summary.doubts : [] }

  func imported(fingerprint: Fingerprint) -> ImportedActivity {
    var activity = ImportedActivity(sport, fingerprint: fingerprint)
    let start = laps.first?.start ?? id ?? summary.first
    activity.start = start?.start
    activity.hasUnreadableStart = start == nil && hasUnreadableTime
    activity.movingSeconds = lapSeconds ?? summary.totals.movingSeconds
    activity.elapsedSeconds = elapsed(from: start) ?? activity.movingSeconds
    activity.distanceM = lapDistance ?? summary.totals.metres
    activity.ascentM = summary.climb.ascentM
    activity.descentM = summary.climb.descentM
    activity.heartRateAverage = weighted(\.heartRateAverage) ?? summary.heartRate.value
    activity.heartRateMaximum =
      laps.compactMap(\.heartRateMaximum).max() ?? summary.heartRate.maximum
    let feet = sport == .run || sport == .walk ? 2.0 : 1
    activity.cadence = (summary.cadence.value ?? weighted(\.averageCadence)).map { $0 * feet }
    if sport == .run || sport == .walk { activity.steps = total(\.steps).flatMap(positive) }
    activity.note = note
    activity.device = device
    activity.laps = laps.isEmpty ? nil : laps.count
    let hasSensor = summary.heartRate.value != nil || activity.cadence != nil
    let isOfDevice = lapSeconds != nil && lapDistance != nil
    activity.evidence = isOfDevice || hasSensor ? .sensorRecording : .bareTrack
    return activity
  }

  /// Seconds from `start` to the last point or the end of the last lap.
  private func elapsed(from start: Timestamp?) -> Double? {
    guard let start else { return nil }
    let end = [
      summary.end?.utcSeconds,
      lapSeconds == nil
        ? nil
        : laps.last.flatMap { lap in
          lap.start.flatMap { start in lap.seconds.map { start.utcSeconds + $0 } }
        },
    ].compactMap(\.self).max()
    return end.flatMap { $0 > start.utcSeconds ? $0 - start.utcSeconds : nil }
  }

  /// The seconds of all laps, unless implausible: none, or very different from
  /// the span of the points.
  private var lapSeconds: Double? {
    guard let seconds = total(\.seconds), seconds > 0 else { return nil }
    guard let span = summary.elapsedSeconds, span > 60 else { return seconds }
    return seconds > span / 20 && seconds < 3 * span + 3600 ? seconds : nil
  }

  /// The metres of all laps, or as counted by the watch at their points, unless
  /// impossible.
  private var lapDistance: Double? {
    let most = (lapSeconds ?? summary.elapsedSeconds).map { $0 * Self.fastest } ?? .infinity
    let known = [total(\.metres), laps.compactMap(\.lastMetres).max()]
    return known.lazy.compactMap(\.self).first { $0 > 0 && $0 <= most }
  }

  /// A speed in metres per second that nobody reaches.
  private static let fastest = 100.0

  private func positive(_ number: Double) -> Double? { number > 0 ? number : nil }

  /// The sum over all laps, or `nil` if one has no value.
  private func total(_ value: (Lap) -> Double?) -> Double? {
    let values = laps.compactMap(value)
    return values.isEmpty || values.count < laps.count ? nil : values.reduce(0, +)
  }

  /// The mean over laps by duration, or `nil` without any value.
  private func weighted(_ value: (Lap) -> Double?) -> Double? {
    let pairs = laps.compactMap { lap in
      value(lap).flatMap { value in lap.seconds.map { (value, $0) } }
    }
    let seconds = pairs.map(\.1).reduce(0, +)
    return seconds > 0 ? pairs.map { $0.0 * $0.1 }.reduce(0, +) / seconds : nil
  }
}

private final class TCXHandler: XMLHandler {
  private(set) var isTCX = false
  private(set) var hasCourse = false
  private(set) var activities: [TCXActivity] = []
  private var activity: TCXActivity?
  private var lap: TCXActivity.Lap?
  private var point: TrackPoint?
  private var texts = KeptText()
  private var laps = 0
  private var path: [Place] = []

  /// The element of a text, as far as it matters.
  private enum Place {
    case activity, lap, point, average, maximum, creator, other
  }

  var wantsText: Bool { activity != nil }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(ActivityFileError) {
    if path.isEmpty { isTCX = name == "TrainingCenterDatabase" }
    let place: Place =
      switch name {
      case "Activity": .activity
      case "Lap": .lap
      case "Trackpoint": .point
      case "AverageHeartRateBpm": .average
      case "MaximumHeartRateBpm": .maximum
      case "Creator": .creator
      default: .other
      }
    path.append(place)
    switch place {
    case .activity:
      activity = TCXActivity(attributes["Sport"].map(Sport.init(named:)) ?? .unknown)
    case .lap where activity != nil:
      lap = TCXActivity.Lap(start: attributes["StartTime"].flatMap(moment))
    case .point where activity != nil:
      point = TrackPoint()
    case .other where name == "Course": hasCourse = true
    default: break
    }
  }

  func end(_ name: XMLName, text: String) throws(ActivityFileError) {
    path.removeLast()
    guard activity != nil else { return }
    if point != nil {
      endInPoint(name, text)
    } else if lap != nil {
      try endInLap(name, text)
    } else {
      try endInActivity(name, text)
    }
  }

  private func endInActivity(
    _ name: XMLName, _ text: String
  ) throws(ActivityFileError) {
    switch name {
    case "Activity": try endActivity()
    case "Id":
      // Read first, because a failure is also recorded in the activity.
      let moment = moment(text)
      activity?.id = moment
    case "Notes": activity?.note = try texts.keep(text)
    case "Name" where path.last == .creator: activity?.device = try texts.keep(text)
    default: break
    }
  }

  private func endInLap(_ name: XMLName, _ text: String) throws(ActivityFileError) {
    switch name {
    case "Lap": try endLap()
    case "Track": activity?.summary.endSegment()
    case "TotalTimeSeconds": lap?.seconds = XMLNumber.notNegative(text)
    case "DistanceMeters": lap?.metres = XMLNumber.notNegative(text)
    case "Cadence", "AvgRunCadence": lap?.averageCadence = XMLNumber.notNegative(text)
    case "Steps": lap?.steps = XMLNumber.notNegative(text)
    case "Value" where path.last == .average: lap?.heartRateAverage = XMLNumber.positive(text)
    case "Value" where path.last == .maximum: lap?.heartRateMaximum = XMLNumber.positive(text)
    default: break
    }
  }

  private func endInPoint(_ name: XMLName, _ text: String) {
    switch name {
    case "Trackpoint":
      if let point { activity?.summary.add(point) }
      if let metres = point?.metres { lap?.lastMetres = metres }
      point = nil
    case "Time": point?.time = moment(text)
    case "LatitudeDegrees": point?.latitude = XMLNumber.coordinate(text, upTo: 90)
    case "LongitudeDegrees": point?.longitude = XMLNumber.coordinate(text, upTo: 180)
    case "AltitudeMeters": point?.elevation = XMLNumber.elevation(text)
    case "DistanceMeters": point?.metres = XMLNumber.notNegative(text)
    case "Value": point?.heartRate = XMLNumber.positive(text)
    case "Cadence", "RunCadence": point?.cadence = XMLNumber.notNegative(text)
    default: break
    }
  }

  func breakOff() throws(ActivityFileError) {
    point = nil
    try endLap()
    if activity?.isEmpty == false { try endActivity() }
  }

  private func endLap() throws(ActivityFileError) {
    guard let lap else { return }
    laps += 1
    guard laps <= ActivityReader.mostActivities else {
      throw ActivityFileError("The TCX contains too many laps.")
    }
    activity?.summary.endSegment()
    activity?.laps.append(lap)
    self.lap = nil
  }

  private func endActivity() throws(ActivityFileError) {
    guard let activity else { return }
    guard activities.count < ActivityReader.mostActivities else {
      throw ActivityFileError("The TCX contains too many activities.")
    }
    activities.append(activity)
    self.activity = nil
  }

  /// The moment in `text`; records a failure.
  private func moment(_ text: String) -> Timestamp? {
    let moment = Timestamp(text)
    if moment == nil, !text.isEmpty { activity?.hasUnreadableTime = true }
    return moment
  }
}
