internal import WrittenValues

/// The files `training-session-….json` of Polar Flow's export, one session each.
///
/// Starts are local, with the UTC offset in a second field. A session with
/// several sports has an exercise for each.
enum PolarSession {
  /// Whether a JSON that begins with `prefix` may be one.
  static func recognises(prefix: String) -> Bool {
    prefix.contains("\"startTime\"") && prefix.contains("\"exercises\"")
      && (prefix.contains("\"timezoneOffset") || prefix.contains("\"stopTime\""))
  }

  /// Reads the exercises.
  ///
  /// - Throws: ``ActivityFileError`` if the JSON is broken or has no start.
  static func activities(in bytes: [UInt8]) throws(ActivityFileError) -> [ImportedActivity] {
    var reader = JSONReader(bytes)
    guard reader.isAtObject() else { throw ActivityFileError("The JSON is not a Polar session.") }
    var session: JSONFields = [:]
    var exercises: [JSONFields] = []
    try reader.readFields(
      into: &session, wanted: isWanted,
      list: { reader, path throws(ActivityFileError) in
        guard path == "exercises" else { return false }
        try reader.readArray { reader throws(ActivityFileError) in
          try readExercise(&reader, &exercises)
        }
        return true
      })
    try reader.finish()
    if exercises.count < 2 {
      // A single exercise repeats the session, with more detail.
      return [try activity((exercises.first ?? [:]).merging(session) { own, _ in own }, session, 0)]
    }
    var activities: [ImportedActivity] = []
    for (index, exercise) in exercises.enumerated() {
      activities.append(try activity(exercise, session, index))
    }
    return activities
  }

  private static func readExercise(
    _ reader: inout JSONReader, _ exercises: inout [JSONFields]
  ) throws(ActivityFileError) {
    guard reader.isAtObject() else {
      _ = try reader.readValue()
      return
    }
    guard exercises.count < 1000 else {
      throw ActivityFileError("The JSON contains too many activities.")
    }
    var exercise: JSONFields = [:]
    var heartRates: JSONFields = [:]
    try reader.readFields(
      into: &exercise, wanted: isWanted,
      list: { reader, path throws(ActivityFileError) in
        guard path == "statistics.statistics" else { return false }
        try reader.readArray { reader throws(ActivityFileError) in
          var statistic: JSONFields = [:]
          guard reader.isAtObject() else {
            _ = try reader.readValue()
            return
          }
          try reader.readFields(into: &statistic, wanted: { _ in true }, list: { _, _ in false })
          guard statistic["type"]?.text?.hasSuffix("HEART_RATE") == true else { return }
          heartRates = ["hrAvg": statistic["avg"] ?? .null, "hrMax": statistic["max"] ?? .null]
        }
        return true
      })
    exercises.append(exercise.merging(heartRates) { own, _ in own })
  }

  /// Everything except samples and tracks.
  private static func isWanted(_ path: String) -> Bool {
    !path.hasPrefix("samples") && !path.hasPrefix("routes") && !path.hasPrefix("physical")
  }

  private static func activity(
    _ fields: JSONFields, _ session: JSONFields, _ index: Int
  ) throws(ActivityFileError) -> ImportedActivity {
    let start = try TableStart(fields["startTime"]?.text, in: nil)
    let id = session.name("identifier.id", "id").map { "polar:\($0)" }
    let serviceID = id.map { index == 0 ? $0 : "\($0)/\(index + 1)" }
    var activity = ImportedActivity(
      sport(fields), fingerprint: Fingerprint(of: (serviceID ?? "polar\n\(start.seconds)").utf8))
    activity.serviceID = serviceID
    let ahead =
      (fields["timezoneOffset"] ?? fields["timezoneOffsetMinutes"])?.number
      ?? (session["timezoneOffset"] ?? session["timezoneOffsetMinutes"])?.number
    var moment = start.onTheWall
    if let ahead, abs(ahead) <= 15 * 60, let local = moment.localSeconds {
      moment.utcSeconds = moment.utcSeconds ?? local - Int(ahead) * 60
    }
    activity.start = moment
    activity.movingSeconds =
      fields.positive("durationMillis", times: 0.001)
      ?? fields["duration"]?.text.flatMap(WrittenSpan.minutes).map { $0 * 60 }
    if let stop = fields["stopTime"]?.text, let end = try? TableStart(stop, in: nil),
      end.seconds > start.seconds
    {
      activity.elapsedSeconds = Double(end.seconds - start.seconds)
    }
    activity.distanceM = fields.positive("distance", "distanceMeters")
    activity.ascentM = fields.positive("ascent", "ascentMeters")
    activity.descentM = fields.positive("descent", "descentMeters")
    activity.heartRateAverage = fields.positive("heartRate.avg", "averageHeartRate", "hrAvg")
    activity.heartRateMaximum = fields.positive("heartRate.max", "maximumHeartRate", "hrMax")
    // Steps of one foot for runs.
    activity.cadence = fields.positive("cadence.avg").map {
      (activity.sport == .run || activity.sport == .walk) && $0 < 120 ? $0 * 2 : $0
    }
    activity.note = session["note"]?.text
    activity.title = session["name"]?.text
    activity.device = session["product.modelName"]?.text
    return activity
  }

  /// The sport by name, or by Polar's number.
  private static func sport(_ fields: JSONFields) -> Sport {
    if let name = fields["sport"]?.text { return Sport(named: name) }
    guard let number = fields.name("sport.id") else { return .unknown }
    return switch number {
    case "1", "4", "17", "19", "27": .run
    case "3", "9", "11": .walk
    case "2", "5", "18", "38": .ride
    case "23", "103", "105": .swim
    case "16", "83": .unknown
    default: Sport(named: "Polar \(number)")
    }
  }
}
