/// Reads Garmin's TCX: each Activity is one; courses are plans and refused.
///
/// Sums over laps are used where every lap has them, else the points.
public enum TCXFile {
  /// Reads the activities of a file.
  ///
  /// - Parameter source: Where the bytes come from.
  /// - Returns: At least one activity, in the order of the file.
  /// - Throws: ``ActivityFileError``, or what `source` throws.
  public static func activities(
    in source: @escaping ByteSource
  ) throws -> [ImportedActivity] {
    try activities(in: PeekedSource(source))
  }

  static func activities(in file: PeekedSource) throws -> [ImportedActivity] {
    let handler = TCXHandler()
    try XMLReader.read(file.readHashing, handler)
    guard handler.isTCX else { throw ActivityFileError("The file is no TCX.") }
    guard !handler.activities.isEmpty else {
      throw ActivityFileError(
        handler.hasCourse
          ? "The TCX holds a course, which is a plan and no activity."
          : "The TCX holds no activity.",
        holdsNoActivity: true)
    }
    return handler.activities.enumerated().map { index, activity in
      var fingerprint = file.fingerprint
      if index > 0 { fingerprint.combine("activity \(index)".utf8) }
      return activity.imported(fingerprint: fingerprint)
    }
  }
}

/// An activity as it is read.
private struct TCXActivity {
  struct Lap {
    var start: Timestamp?
    var seconds: Double?
    var metres: Double?
    var heartRateAverage: Double?
    var heartRateMaximum: Double?
    var averageCadence: Double?
    /// The metres that the watch had counted at the last point of the lap.
    var lastMetres: Double?
  }

  let sport: Sport
  var id: Timestamp?
  var note: String?
  var device: String?
  var laps: [Lap] = []
  var summary = TrackSummary()

  func imported(fingerprint: Fingerprint) -> ImportedActivity {
    var activity = ImportedActivity(sport, fingerprint: fingerprint)
    let start = laps.first?.start ?? id ?? summary.first
    activity.start = start?.start
    activity.movingSeconds = total(\.seconds)
    activity.elapsedSeconds = elapsed(from: start) ?? activity.movingSeconds
    activity.distanceM = distance
    activity.ascentM = summary.ascentM
    activity.heartRateAverage = weighted(\.heartRateAverage) ?? summary.heartRate.value
    activity.heartRateMaximum =
      laps.compactMap(\.heartRateMaximum).max() ?? summary.heartRate.maximum
    let feet = sport == .run || sport == .walk ? 2.0 : 1
    activity.cadence = (summary.cadence.value ?? weighted(\.averageCadence)).map { $0 * feet }
    activity.note = note
    activity.device = device
    activity.laps = laps.isEmpty ? nil : laps.count
    return activity
  }

  /// Seconds from `start` to the last point or the end of the last lap.
  private func elapsed(from start: Timestamp?) -> Double? {
    guard let start else { return nil }
    let end = [
      summary.last?.utcSeconds,
      laps.last.flatMap { lap in
        lap.start.flatMap { start in lap.seconds.map { start.utcSeconds + $0 } }
      },
    ].compactMap(\.self).max()
    return end.flatMap { $0 > start.utcSeconds ? $0 - start.utcSeconds : nil }
  }

  private var distance: Double? {
    if let laps = total(\.metres), laps > 0 { return laps }
    if let last = laps.compactMap(\.lastMetres).max(), last > 0 { return last }
    return summary.distanceM > 0 ? summary.distanceM : nil
  }

  /// The sum over all laps, or `nil` if one of them lacks the value.
  private func total(_ value: (Lap) -> Double?) -> Double? {
    let values = laps.compactMap(value)
    return values.isEmpty || values.count < laps.count ? nil : values.reduce(0, +)
  }

  /// The mean over laps by their duration, or `nil` if none has the value.
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
  private var point: TrackSummary.Point?
  private var pointMetres: Double?
  private var texts = KeptText()
  private var laps = 0
  private var path: [Place] = []

  /// Where in the file a text stands, as far as it matters.
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
      activity = TCXActivity(sport: attributes["Sport"].map(Sport.init(named:)) ?? .unknown)
    case .lap where activity != nil:
      lap = TCXActivity.Lap(start: attributes["StartTime"].flatMap(Timestamp.init))
    case .point where activity != nil:
      (point, pointMetres) = (TrackSummary.Point(), nil)
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
    case "Activity":
      guard activities.count < ActivityReader.mostActivities else {
        throw ActivityFileError("The TCX holds too many activities.")
      }
      if let activity { activities.append(activity) }
      activity = nil
    case "Id": activity?.id = Timestamp(text)
    case "Notes": activity?.note = try texts.keep(text)
    case "Name" where path.last == .creator: activity?.device = try texts.keep(text)
    default: break
    }
  }

  private func endInLap(_ name: XMLName, _ text: String) throws(ActivityFileError) {
    switch name {
    case "Lap":
      laps += 1
      guard laps <= ActivityReader.mostActivities else {
        throw ActivityFileError("The TCX holds too many laps.")
      }
      if let lap { activity?.laps.append(lap) }
      lap = nil
    case "Track": activity?.summary.endSegment()
    case "TotalTimeSeconds": lap?.seconds = number(text)
    case "DistanceMeters": lap?.metres = number(text)
    case "Cadence", "AvgRunCadence": lap?.averageCadence = number(text)
    case "Value" where path.last == .average: lap?.heartRateAverage = positive(text)
    case "Value" where path.last == .maximum: lap?.heartRateMaximum = positive(text)
    default: break
    }
  }

  private func endInPoint(_ name: XMLName, _ text: String) {
    switch name {
    case "Trackpoint":
      if let point { activity?.summary.add(point) }
      if let pointMetres { lap?.lastMetres = pointMetres }
      point = nil
    case "Time": point?.time = Timestamp(text)
    case "LatitudeDegrees": point?.latitude = Double(text)
    case "LongitudeDegrees": point?.longitude = Double(text)
    case "AltitudeMeters": point?.elevation = Double(text)
    case "DistanceMeters": pointMetres = number(text)
    case "Value": point?.heartRate = positive(text)
    case "Cadence", "RunCadence": point?.cadence = number(text)
    default: break
    }
  }

  private func number(_ text: String) -> Double? {
    Double(text).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
  }

  private func positive(_ text: String) -> Double? { number(text).flatMap { $0 > 0 ? $0 : nil } }
}
