/// Reads the workouts of Apple Health's `export.xml`, which may be gigabytes
/// long; everything else in it passes by.
///
/// Old exports tell the distance in attributes of a Workout, new ones in its
/// WorkoutStatistics; both are read. Since iOS 16 the declarations before the
/// first element are broken, and names hold control characters that no XML may:
/// the ones are passed over, the others read as blanks.
public enum AppleHealthExport {
  /// Reads every workout.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - body: Called for each, in the order of the file.
  /// - Throws: ``ActivityFileError``, or what `source` or `body` throws.
  public static func read(
    _ source: @escaping ByteSource, _ body: (ImportedActivity) throws -> Void
  ) throws {
    try read(PeekedSource(source), body)
  }

  static func read(
    _ file: PeekedSource, _ body: (ImportedActivity) throws -> Void
  ) throws {
    let handler = AppleHealthHandler()
    file.skip(to: "<HealthData")
    try XMLReader.read(
      { buffer in
        // Handed on between pieces of the file, so that they do not pile up.
        for workout in handler.takeWorkouts() { try body(workout) }
        let count = try file.read(buffer)
        blankControls(in: buffer.prefix(count))
        return count
      }, handler)
    guard handler.isHealthData else {
      throw ActivityFileError("The file is no export of Apple Health.")
    }
    for workout in handler.takeWorkouts() { try body(workout) }
  }

  private static func blankControls(in bytes: Slice<UnsafeMutableRawBufferPointer>) {
    let bytes = UnsafeMutableRawBufferPointer(rebasing: bytes)
    for index in bytes.indices where bytes[index] < 0x20 {
      let byte = bytes[index]
      if byte != 0x09, byte != 0x0A, byte != 0x0D { bytes[index] = 0x20 }
    }
  }
}

private final class AppleHealthHandler: XMLHandler {
  private(set) var isHealthData = false
  private var isBeforeRoot = true
  private var workouts: [ImportedActivity] = []
  private var workout: ImportedActivity?
  private var steps: Double?
  private var laps = 0

  var wantsText: Bool { false }

  func takeWorkouts() -> [ImportedActivity] {
    guard !workouts.isEmpty else { return [] }
    defer { workouts.removeAll(keepingCapacity: true) }
    return workouts
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(ActivityFileError) {
    if isBeforeRoot {
      isBeforeRoot = false
      isHealthData = name == "HealthData"
    }
    if workout == nil {
      guard name == "Workout" else { return }
      begin(attributes)
      return
    }
    switch name {
    case "WorkoutStatistics": add(statistic: attributes)
    case "MetadataEntry":
      guard attributes["key"] == "HKElevationAscended" else { return }
      workout?.ascentM = attributes["value"].flatMap(quantity)
    case "WorkoutEvent":
      if attributes["type"] == "HKWorkoutEventTypeLap" { laps += 1 }
    default: break
    }
  }

  func end(_ name: XMLName, text: String) throws(ActivityFileError) {
    guard name == "Workout", var workout else { return }
    self.workout = nil
    workout.laps = laps > 0 ? laps : nil
    let isOnFoot = workout.sport == .run || workout.sport == .walk
    if isOnFoot, let steps, let seconds = workout.movingSeconds, seconds > 0 {
      workout.cadence = steps / (seconds / 60)
    }
    workouts.append(workout)
  }

  /// A workout begins, with what its attributes tell.
  private func begin(_ attributes: XMLAttributes) {
    let type = attributes["workoutActivityType"] ?? ""
    let prefix = "HKWorkoutActivityType"
    let name = type.hasPrefix(prefix) ? String(type.dropFirst(prefix.count)) : type
    let (start, end) = (attributes["startDate"], attributes["endDate"])
    // What makes a workout that workout, however the export tells the rest.
    let identity = [type, start, end, attributes["sourceName"]].compactMap(\.self)
    var workout = ImportedActivity(
      Sport(named: name), fingerprint: Fingerprint(of: identity.joined(separator: "\n").utf8))
    let moments = (start.flatMap(Timestamp.init), end.flatMap(Timestamp.init))
    workout.start = moments.0?.start
    if let from = moments.0, let to = moments.1, to.utcSeconds > from.utcSeconds {
      workout.elapsedSeconds = to.utcSeconds - from.utcSeconds
    }
    workout.movingSeconds = measure(attributes, "duration", "durationUnit")
    workout.distanceM = measure(attributes, "totalDistance", "totalDistanceUnit")
    workout.device = attributes["sourceName"]
    self.workout = workout
    (steps, laps) = (nil, 0)
  }

  private func add(statistic attributes: XMLAttributes) {
    let prefix = "HKQuantityTypeIdentifier"
    guard let type = attributes["type"], type.hasPrefix(prefix) else { return }
    switch type.dropFirst(prefix.count) {
    case "DistanceWalkingRunning", "DistanceCycling", "DistanceSwimming", "DistanceWheelchair":
      workout?.distanceM = measure(attributes, "sum", "unit") ?? workout?.distanceM
    case "HeartRate":
      workout?.heartRateAverage = attributes["average"].flatMap(Double.init)
      workout?.heartRateMaximum = attributes["maximum"].flatMap(Double.init)
    case "StepCount": steps = attributes["sum"].flatMap(Double.init)
    default: break
    }
  }

  /// A positive amount in seconds or metres; `nil` for any other, and for one in
  /// a unit that is not known.
  private func measure(
    _ attributes: XMLAttributes, _ value: StaticString, _ unit: StaticString
  ) -> Double? {
    guard let value = attributes[value], let unit = attributes[unit] else { return nil }
    return quantity("\(value) \(unit)").flatMap { $0 > 0 ? $0 : nil }
  }

  /// An amount with its unit, such as `1234 cm`, in seconds or metres.
  private func quantity(_ text: String) -> Double? {
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Double(words[0]), number >= 0, number.isFinite else {
      return nil
    }
    let factor: Double? =
      switch words[1] {
      case "s", "m": 1
      case "min": 60
      case "hr": 3600
      case "km": 1000
      case "cm": 0.01
      case "mi": 1609.344
      case "yd": 0.9144
      case "ft": 0.3048
      default: nil
      }
    return factor.map { number * $0 }
  }
}
