internal import WrittenValues

/// Fitbit's `exercise-….json`, in Google's Takeout or Fitbit's own export: a
/// hundred exercises per file.
///
/// Starts are in UTC, month first; durations are in milliseconds. Each distance
/// has its unit in a second field.
enum FitbitExercises {
  /// Whether a JSON that begins with `prefix` may be one.
  static func recognises(prefix: String) -> Bool {
    prefix.contains("\"logId\"") && prefix.contains("\"activityName\"")
      && (prefix.contains("\"startTime\"") || prefix.contains("\"originalStartTime\""))
  }

  /// Reads the exercises.
  ///
  /// - Returns: The exercises in order, or why one is unusable; and whether a
  ///   distance had no unit.
  /// - Throws: ``ActivityFileError`` if the JSON is broken.
  static func activities(
    in bytes: [UInt8], _ options: ActivityReadingOptions
  ) throws(ActivityFileError) -> (
    found: [Result<ImportedActivity, ActivityFileError>], hasOpenUnit: Bool
  ) {
    var reader = JSONReader(bytes)
    var exercises: [JSONFields] = []
    try read(&reader, &exercises)
    try reader.finish()
    let hasOpenUnit = exercises.contains {
      $0.positive("distance") != nil && unit($0) == nil
    }
    return (
      exercises.map { fields in
        Result { () throws(ActivityFileError) in try activity(fields, options) }
      }, hasOpenUnit && options.units == nil
    )
  }

  private static func read(
    _ reader: inout JSONReader, _ found: inout [JSONFields]
  ) throws(ActivityFileError) {
    if reader.isAtArray() {
      try reader.readArray { reader throws(ActivityFileError) in try read(&reader, &found) }
    } else if reader.isAtObject() {
      var fields: JSONFields = [:]
      var inner: [JSONFields] = []
      try reader.readFields(
        into: &fields, wanted: { wanted.contains($0) },
        list: { reader, path throws(ActivityFileError) in
          // The API wraps them like this.
          guard path == "activities" else { return false }
          try read(&reader, &inner)
          return true
        })
      found += inner
      guard fields["logId"] != nil || fields["activityName"] != nil else { return }
      guard found.count < ActivityReader.mostActivities else {
        throw ActivityFileError("The JSON contains too many activities.")
      }
      found.append(fields)
    } else {
      _ = try reader.readValue()
    }
  }

  private static let wanted: Set<String> = [
    "logId", "activityName", "startTime", "originalStartTime", "duration", "originalDuration",
    "activeDuration", "distance", "distanceUnit", "steps", "averageHeartRate", "elevationGain",
    "source.name",
  ]

  private static func activity(
    _ fields: JSONFields, _ options: ActivityReadingOptions
  ) throws(ActivityFileError) -> ImportedActivity {
    let text = fields["startTime"]?.text ?? fields["originalStartTime"]?.text
    let start = try TableStart(text, in: .monthFirst)
    let serviceID = fields.name("logId").map { "fitbit:\($0)" }
    var activity = ImportedActivity(
      fields["activityName"]?.text.map(Sport.init(named:)) ?? .unknown,
      fingerprint: Fingerprint(of: (serviceID ?? "fitbit\n\(start.seconds)").utf8))
    activity.serviceID = serviceID
    activity.start = start.inUTC
    activity.elapsedSeconds = fields.positive("duration", "originalDuration", times: 0.001)
    activity.movingSeconds = fields.positive("activeDuration", times: 0.001)
    let unit = options.units ?? unit(fields) ?? options.assumedUnit
    activity.distanceM = fields.positive("distance", times: unit.metres)
    activity.ascentM = fields.positive("elevationGain", times: unit.heightMetres)
    activity.steps = fields.positive("steps")
    activity.heartRateAverage = fields.positive("averageHeartRate")
    activity.device = fields["source.name"]?.text
    return activity
  }

  private static func unit(_ fields: JSONFields) -> LengthUnit? {
    switch fields["distanceUnit"]?.text?.lowercased() {
    case "kilometer", "kilometre", "km", "metric": .kilometre
    case "mile", "miles", "mi": .mile
    default: nil
    }
  }
}
