/// Reads the workouts of Apple Health's `export.xml`, which may be gigabytes
/// long, and skips everything else.
///
/// Old exports have the distance in attributes of a Workout, new ones in its
/// WorkoutStatistics or those of a WorkoutActivity; all are read. Since iOS 16
/// the declarations before the first element are invalid and are skipped, and
/// names contain control characters, which are read as blanks.
///
/// Health collects from watches and apps and does not always say which: a workout
/// counts as a service's summary, not as a recording.
public enum AppleHealthExport {
  /// Reads every workout.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - body: Called for each, in file order; a truncated file is a warning on
  ///     the last.
  /// - Throws: ``ActivityFileError``, or any error of `source` or `body`.
  public static func read(
    _ source: @escaping ByteSource, _ body: @escaping (RecordedActivity) throws -> Void
  ) throws {
    try read(PeekedSource(source), body)
  }

  static func read(
    _ file: PeekedSource, _ body: @escaping (RecordedActivity) throws -> Void
  ) throws {
    let handler = AppleHealthHandler()
    file.skip(to: "<HealthData")
    let outcome = try XMLReader.read(
      { buffer in
        // Passed on between pieces of the file, so that they do not pile up.
        for workout in handler.takeWorkouts(keeping: 1) { try body(RecordedActivity(workout)) }
        return try file.read(buffer)
      }, handler)
    guard handler.isHealthData else {
      throw ActivityFileError("The file is not an Apple Health export.")
    }
    let workouts = handler.takeWorkouts(keeping: 0)
    if workouts.isEmpty, let failure = outcome.failure { throw failure }
    for (index, workout) in workouts.enumerated() {
      let isLast = index == workouts.count - 1
      try body(
        RecordedActivity(
          workout, warnings: isLast && outcome.failure != nil ? outcome.warnings : []))
    }
  }
}

private final class AppleHealthHandler: XMLHandler {
  private(set) var isHealthData = false
  private var isBeforeRoot = true
  private var workouts: [ImportedActivity] = []
  private var workout: ImportedActivity?
  /// Values from the parts of the workout, and whether the next element is in
  /// one.
  private var parts = AppleHealthPart()
  private var isInPart = false
  private var own = AppleHealthPart()

  var wantsText: Bool { false }

  /// All workouts except the last `count`, which are kept.
  func takeWorkouts(keeping count: Int) -> ArraySlice<ImportedActivity> {
    guard workouts.count > count else { return [] }
    defer { workouts.removeFirst(workouts.count - count) }
    return workouts.dropLast(count)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(ActivityFileError) {
    if isBeforeRoot {
      isBeforeRoot = false
      isHealthData = name == "HealthData"
    }
    guard workout != nil else {
      if name == "Workout" { begin(attributes) }
      return
    }
    if name == "WorkoutActivity" {
      isInPart = true
    } else if isInPart {
      parts.add(name, attributes)
    } else {
      own.add(name, attributes)
    }
  }

  func end(_ name: XMLName, text: String) throws(ActivityFileError) {
    if name == "WorkoutActivity" { isInPart = false }
    if name == "Workout" { endWorkout() }
  }

  func breakOff() throws(ActivityFileError) { endWorkout() }

  private func endWorkout() {
    guard var workout else { return }
    self.workout = nil
    let isOnFoot = workout.sport == .run || workout.sport == .walk
    // The attribute in early exports is the least precise.
    workout.distanceM =
      own.distance(workout.sport) ?? workout.distanceM ?? parts.distance(workout.sport)
    workout.ascentM = own.ascentM ?? parts.ascentM
    workout.descentM = own.descentM ?? parts.descentM
    workout.heartRateAverage = own.heartRateAverage ?? parts.heartRateAverage
    workout.heartRateMaximum = own.heartRateMaximum ?? parts.heartRateMaximum
    let laps = max(own.laps, parts.laps)
    workout.laps = laps > 0 ? laps : nil
    if isOnFoot, let steps = own.steps ?? parts.steps {
      workout.steps = steps
      if let seconds = workout.movingSeconds { workout.cadence = steps / (seconds / 60) }
    }
    workouts.append(workout)
  }

  /// Starts a workout with its attributes.
  private func begin(_ attributes: XMLAttributes) {
    let type = attributes["workoutActivityType"] ?? ""
    let prefix = "HKWorkoutActivityType"
    let name = type.hasPrefix(prefix) ? String(type.dropFirst(prefix.count)) : type
    let (start, end) = (attributes["startDate"], attributes["endDate"])
    // These identify a workout, even if exports differ in the rest.
    let identity = [type, start, end, attributes["sourceName"]].compactMap(\.self)
    var workout = ImportedActivity(
      Sport(named: name), fingerprint: Fingerprint(of: identity.joined(separator: "\n").utf8))
    let moments = (start.flatMap(Timestamp.init), end.flatMap(Timestamp.init))
    workout.start = moments.0?.start
    workout.hasUnreadableStart = moments.0 == nil && start?.isEmpty == false
    if let from = moments.0, let to = moments.1, to.utcSeconds > from.utcSeconds {
      workout.elapsedSeconds = to.utcSeconds - from.utcSeconds
    }
    workout.movingSeconds = AppleHealthAmount.positive(attributes, "duration", "durationUnit")
    workout.distanceM = AppleHealthAmount.positive(
      attributes, "totalDistance", "totalDistanceUnit")
    workout.device = attributes["sourceName"]
    self.workout = workout
    (own, parts, isInPart) = (AppleHealthPart(), AppleHealthPart(), false)
  }
}

/// Values from the statistics of a workout, or of all its parts.
private struct AppleHealthPart {
  private var distances: [String: Double] = [:]
  private(set) var ascentM: Double?
  private(set) var descentM: Double?
  private(set) var steps: Double?
  private(set) var heartRateAverage: Double?
  private(set) var heartRateMaximum: Double?
  private(set) var laps = 0
  /// The minutes behind the mean heart rate, as far as parts have one.
  private var heartRates = 0.0

  /// The metres of the sport; a walk to the pool is not a swim.
  func distance(_ sport: Sport) -> Double? {
    switch sport {
    case .run, .walk: distances["DistanceWalkingRunning"]
    case .ride: distances["DistanceCycling"]
    case .swim: distances["DistanceSwimming"]
    case .other, .unrecognised, .unknown: distances.values.max()
    }
  }

  mutating func add(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "WorkoutStatistics": add(statistic: attributes)
    case "MetadataEntry":
      guard let key = attributes["key"], let value = attributes["value"] else { return }
      switch key {
      case "HKElevationAscended": Self.add(AppleHealthAmount.value(value), to: &ascentM)
      case "HKElevationDescended": Self.add(AppleHealthAmount.value(value), to: &descentM)
      default: break
      }
    case "WorkoutEvent":
      if attributes["type"] == "HKWorkoutEventTypeLap" { laps += 1 }
    default: break
    }
  }

  private mutating func add(statistic attributes: XMLAttributes) {
    let prefix = "HKQuantityTypeIdentifier"
    guard let type = attributes["type"], type.hasPrefix(prefix) else { return }
    switch type.dropFirst(prefix.count) {
    case "StepCount": Self.add(attributes["sum"].flatMap(XMLNumber.positive), to: &steps)
    case "HeartRate":
      if let rate = attributes["average"].flatMap(XMLNumber.positive) {
        heartRates += 1
        heartRateAverage = ((heartRateAverage ?? 0) * (heartRates - 1) + rate) / heartRates
      }
      if let rate = attributes["maximum"].flatMap(XMLNumber.positive) {
        heartRateMaximum = max(heartRateMaximum ?? 0, rate)
      }
    case let distance where distance.hasPrefix("Distance"):
      Self.add(
        AppleHealthAmount.positive(attributes, "sum", "unit"), to: &distances[String(distance)])
    default: break
    }
  }

  private static func add(_ amount: Double?, to sum: inout Double?) {
    if let amount { sum = (sum ?? 0) + amount }
  }
}

/// Amounts in Apple Health's notation.
private enum AppleHealthAmount {
  /// A positive amount in seconds or metres; `nil` for any other, or in an
  /// unknown unit.
  static func positive(
    _ attributes: XMLAttributes, _ value: StaticString, _ unit: StaticString
  ) -> Double? {
    guard let value = attributes[value], let unit = attributes[unit] else { return nil }
    return amount(value[...], unit[...]).flatMap { $0 > 0 ? $0 : nil }
  }

  /// An amount with its unit, such as `1234 cm`, in seconds or metres.
  static func value(_ text: String) -> Double? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count == 2 ? amount(words[0], words[1]) : nil
  }

  private static func amount(_ number: Substring, _ unit: Substring) -> Double? {
    let factor: Double? =
      switch unit {
      case "s", "sec", "m": 1
      case "min": 60
      case "hr", "h": 3600
      case "km": 1000
      case "cm": 0.01
      case "mi": 1609.344
      case "yd": 0.9144
      case "ft": 0.3048
      case "in": 0.0254
      default: nil
      }
    return factor.flatMap { factor in
      XMLNumber.notNegative(String(number)).map { $0 * factor }
    }
  }
}
