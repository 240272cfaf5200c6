/// The JSON of a workout from Suunto's app or Movescount.
///
/// Its header has the totals, in metres, seconds and hertz; without a header, as
/// with samples alone, they are computed from the samples.
enum SuuntoWorkout {
  /// Whether a JSON that begins with `prefix` may be one.
  static func recognises(prefix: String) -> Bool {
    prefix.contains("\"suunto/sml\"") || prefix.contains("\\\"suunto/sml\\\"")
      || prefix.contains("\"DeviceLog\"")
  }

  /// Reads the workout.
  ///
  /// - Throws: ``ActivityFileError`` if the JSON is broken, or contains no
  ///   workout.
  static func activity(in bytes: [UInt8]) throws(ActivityFileError) -> ImportedActivity {
    var reader = JSONReader(bytes)
    var collected = Collected()
    try read(&reader, "", &collected)
    try reader.finish()
    return try activity(collected)
  }

  /// Values from the samples, and from the header if there is one.
  private struct Collected {
    var header: JSONFields = [:]
    var first: Timestamp?
    var last: Timestamp?
    var metres: Double?
    var beats = 0.0
    var rates = 0
    var highest = 0.0
    var type: Double?
  }

  /// Searches everything: the two apps wrap the same parts differently.
  private static func read(
    _ reader: inout JSONReader, _ path: String, _ found: inout Collected
  ) throws(ActivityFileError) {
    if reader.isAtArray() {
      try reader.readArray { reader throws(ActivityFileError) in try read(&reader, path, &found) }
    } else if reader.isAtObject() {
      try reader.readObject { reader, key throws(ActivityFileError) in
        try read(&reader, "\(path).\(key)", &found)
      }
    } else {
      try take(reader.readValue(), path, &found)
    }
  }

  private static func take(
    _ value: JSONReader.Value, _ path: String, _ found: inout Collected
  ) throws(ActivityFileError) {
    let parts = path.split(separator: ".")
    guard let key = parts.last else { return }
    if key == "Attributes", let text = value.text {
      // Older exports have the attributes as text that is itself JSON.
      var inner = JSONReader(Array(text.utf8))
      return try read(&inner, path, &found)
    }
    if let place = parts.lastIndex(of: "Header") {
      let name = parts[(place + 1)...].joined(separator: ".")
      if !name.isEmpty, found.header.count < 500, found.header[name] == nil {
        found.header[name] = value
      }
      return
    }
    switch key {
    case "TimeISO8601":
      guard let moment = value.text.flatMap(Timestamp.init) else { return }
      if found.first.map({ $0.utcSeconds > moment.utcSeconds }) ?? true { found.first = moment }
      if found.last.map({ $0.utcSeconds < moment.utcSeconds }) ?? true { found.last = moment }
    case "Distance" where parts.dropLast().last == "Sample":
      if let metres = value.number, metres > found.metres ?? 0 { found.metres = metres }
    case "HR" where parts.dropLast().last == "Sample":
      guard let hertz = value.number, hertz > 0 else { return }
      found.beats += hertz
      found.rates += 1
      found.highest = max(found.highest, hertz)
    case "ActivityType": found.type = found.type ?? value.number
    default: break
    }
  }

  private static func activity(_ found: Collected) throws(ActivityFileError) -> ImportedActivity {
    let header = found.header
    let moment = header["DateTime"]?.text.flatMap(Timestamp.init) ?? found.first
    guard let moment, moment.utcSeconds > 0 else {
      throw ActivityFileError("The JSON has no workout time.")
    }
    let start = moment.start
    var activity = ImportedActivity(
      sport(header["ActivityType"]?.number ?? found.type, header["Activity"]?.text),
      fingerprint: Fingerprint(of: "suunto\n\(start.utcSeconds ?? 0)".utf8))
    activity.evidence = .sensorRecording
    activity.start = start
    let elapsed = found.first.flatMap { first in
      found.last.map { $0.utcSeconds - first.utcSeconds }
    }
    activity.movingSeconds = header.positive("Duration") ?? elapsed.flatMap { $0 > 0 ? $0 : nil }
    activity.elapsedSeconds = header.positive("Duration").map {
      $0 + (header.positive("PauseDuration") ?? 0)
    }
    activity.distanceM = header.positive("Distance") ?? found.metres
    activity.ascentM = header.positive("Ascent")
    activity.descentM = header.positive("Descent")
    activity.steps = header.positive("StepCount")
    let mean = found.rates > 0 ? found.beats / Double(found.rates) : nil
    activity.heartRateAverage = (header.positive("HR.Avg") ?? mean).map(aMinute)
    activity.heartRateMaximum = (header.positive("HR.Max") ?? mean.map { _ in found.highest })
      .map(aMinute)
    activity.cadence = header.positive("Cadence.Avg").map(aMinute).map {
      (activity.sport == .run || activity.sport == .walk) && $0 < 120 ? $0 * 2 : $0
    }
    activity.device = header["Device.Name"]?.text ?? header["Device.Info.HW"]?.text
    return activity
  }

  /// Converts a rate per second to one per minute; rates per minute stay
  /// unchanged.
  private static func aMinute(_ number: Double) -> Double { number < 10 ? number * 60 : number }

  /// The sport by Movescount's number, or by name.
  private static func sport(_ number: Double?, _ name: String?) -> Sport {
    switch number {
    case 3, 75, 82, 93: .run
    case 11, 12, 84, 96: .walk
    case 4, 5, 17: .ride
    case 6, 83: .swim
    case let number? where number >= 0 && number < 1000:
      name.map(Sport.init(named:)) ?? Sport(named: "Suunto \(Int(number))")
    default: name.map(Sport.init(named:)) ?? .unknown
    }
  }
}
