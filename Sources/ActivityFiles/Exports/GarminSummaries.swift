/// The JSON files with activity summaries from a Garmin account, a thousand per
/// file.
///
/// Lengths are in centimetres, times in milliseconds.
enum GarminSummaries {
  /// Whether a JSON that begins with `prefix` may be one.
  static func recognises(prefix: [UInt8]) -> Bool {
    let text = String(decoding: prefix, as: UTF8.self)
    return text.contains("\"summarizedActivitiesExport\"")
      || text.contains("\"beginTimestamp\"") && text.contains("\"activityType\"")
  }

  /// Reads the activities.
  ///
  /// - Returns: The activities in order, without those that only group the parts
  ///   of a triathlon.
  /// - Throws: ``ActivityFileError`` if the JSON is broken.
  static func activities(in bytes: [UInt8]) throws(ActivityFileError) -> [ImportedActivity] {
    var reader = JSONReader(bytes)
    var found: [[String: JSONReader.Value]] = []
    try read(&reader, &found)
    try reader.finish()
    let parents = Set(found.compactMap { $0["parentId"]?.number })
    return found.filter { $0["activityId"]?.number.map(parents.contains) != true }
      .map(activity)
  }

  /// Collects every object with a start, at any level.
  private static func read(
    _ reader: inout JSONReader, _ found: inout [[String: JSONReader.Value]]
  ) throws(ActivityFileError) {
    if reader.isAtArray() {
      try reader.readArray { reader throws(ActivityFileError) in try read(&reader, &found) }
    } else if reader.isAtObject() {
      var fields: [String: JSONReader.Value] = [:]
      try reader.readObject { reader, key throws(ActivityFileError) in
        if key == "summarizedActivitiesExport" {
          try read(&reader, &found)
        } else {
          let value = try reader.readValue()
          if wanted.contains(key) { fields[key] = value }
        }
      }
      guard fields["beginTimestamp"]?.number != nil else { return }
      guard found.count < ActivityReader.mostActivities else {
        throw ActivityFileError("The JSON contains too many activities.")
      }
      found.append(fields)
    } else {
      _ = try reader.readValue()
    }
  }

  private static let wanted: Set<String> = [
    "activityId", "activityType", "avgBikeCadence", "avgDoubleCadence", "avgHr",
    "beginTimestamp", "description", "distance", "duration", "elapsedDuration", "elevationGain",
    "lapCount", "maxHr", "name", "parentId", "startTimeLocal", "workoutRpe",
  ]

  private static func activity(_ fields: [String: JSONReader.Value]) -> ImportedActivity {
    func positive(_ key: String, times factor: Double = 1) -> Double? {
      fields[key]?.number.flatMap { $0 > 0 ? $0 * factor : nil }
    }
    func seconds(_ key: String) -> Int? {
      positive(key, times: 0.001).flatMap { $0 < 1e11 ? Int($0.rounded(.down)) : nil }
    }
    let id = fields["activityId"]?.number.flatMap { Int(exactly: $0) }
    let serviceID = id.map { "garmin:\($0)" }
    let start = ActivityStart(
      utcSeconds: seconds("beginTimestamp"), localSeconds: seconds("startTimeLocal"))
    var activity = ImportedActivity(
      fields["activityType"]?.text.map(Sport.init(named:)) ?? .unknown,
      fingerprint: Fingerprint(
        of: (serviceID ?? "garmin\n\(start.utcSeconds ?? 0)").utf8))
    activity.serviceID = serviceID
    activity.start = start.utcSeconds == nil && start.localSeconds == nil ? nil : start
    activity.elapsedSeconds = positive("elapsedDuration", times: 0.001)
    activity.movingSeconds = positive("duration", times: 0.001)
    activity.distanceM = positive("distance", times: 0.01)
    activity.ascentM = positive("elevationGain", times: 0.01)
    activity.heartRateAverage = positive("avgHr")
    activity.heartRateMaximum = positive("maxHr")
    activity.cadence = positive("avgDoubleCadence") ?? positive("avgBikeCadence")
    activity.rpe = positive("workoutRpe", times: 0.1).flatMap { $0 <= 10 ? $0 : nil }
    activity.title = fields["name"]?.text
    activity.note = fields["description"]?.text
    activity.laps = positive("lapCount").flatMap { Int(exactly: $0) }
    return activity
  }
}
