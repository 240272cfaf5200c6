internal import CivilDay
internal import DelimitedText
internal import WrittenValues

/// The table `com.samsung.shealth.exercise` of Samsung Health's export.
///
/// The line before the header names the table. Times are in UTC, with the offset
/// in a second column; lengths are in metres, durations in milliseconds.
struct SamsungTable: ServiceTable {
  private let begin: Int
  private let type: Int
  private let offset: Int?
  private let id: Int?
  private let duration: Int?
  private let distance: Int?
  private let ascent: Int?
  private let descent: Int?
  private let heartRateAverage: Int?
  private let heartRateMaximum: Int?
  private let cadence: Int?
  private let count: Int?
  private let kindOfCount: Int?
  private let title: Int?
  private let note: Int?

  var format: ActivityFormat { .samsung }

  /// Finds the columns, or fails if the table is from another service.
  init?(_ columns: [String]) {
    let names = TableColumns(columns)
    func place(_ name: String) -> Int? {
      names.place(
        ["com.samsung.health.exercise.", "com.samsung.shealth.exercise."].map { $0 + name })
    }
    guard let begin = place("start_time"), let type = place("exercise_type") else { return nil }
    (self.begin, self.type, offset, id) = (begin, type, place("time_offset"), place("datauuid"))
    (duration, distance) = (place("duration"), place("distance"))
    (ascent, descent) = (place("altitude_gain"), place("altitude_loss"))
    (heartRateAverage, heartRateMaximum) = (place("mean_heart_rate"), place("max_heart_rate"))
    (cadence, count, kindOfCount) = (place("mean_cadence"), place("count"), place("count_type"))
    (title, note) = (names.place(["title"]), place("comment"))
  }

  /// Old exports count milliseconds since 1970.
  func start(of record: DelimitedRecord) -> String? {
    record.text(begin).map { text in
      guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text),
        (100_000_000_000..<100_000_000_000_000).contains(number)
      else { return text }
      return Self.text(ofSeconds: number / 1000)
    }
  }

  func row(
    of record: DelimitedRecord, at start: TableStart
  ) throws(ActivityFileError) -> ServiceRow {
    func positive(_ place: Int?) -> Double? {
      record.text(place).flatMap { WrittenNumber.positive($0) }
    }
    let serviceID = record.text(id).map { "samsung:\($0)" }
    let sport = sport(positive(type))
    var activity = ImportedActivity(
      sport, fingerprint: Fingerprint(of: (serviceID ?? "samsung\n\(start.seconds)").utf8))
    activity.serviceID = serviceID
    var moment = start.inUTC
    if let utc = moment.utcSeconds, let ahead = record.text(offset).flatMap(Self.secondsAhead) {
      moment.localSeconds = utc + ahead
    }
    activity.start = moment
    activity.movingSeconds = positive(duration).map { $0 / 1000 }
    activity.distanceM = positive(distance)
    activity.ascentM = positive(ascent)
    activity.descentM = positive(descent)
    activity.heartRateAverage = positive(heartRateAverage)
    activity.heartRateMaximum = positive(heartRateMaximum)
    activity.cadence = positive(cadence)
    // The count may be of steps, strokes or swings.
    if positive(kindOfCount) == 30_001 { activity.steps = positive(count) }
    activity.title = record.text(title)
    activity.note = record.text(note)
    return ServiceRow(activity: activity)
  }

  /// Seconds since 1970, in the notation of current exports.
  private static func text(ofSeconds seconds: Int) -> String {
    let parts = [seconds % 86_400 / 3600, seconds % 3600 / 60, seconds % 60]
    let clock = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(Day(daysSince1970: seconds / 86_400)) \(clock)"
  }

  /// The seconds in `UTC+0200`, `UTC-05:30` or milliseconds.
  private static func secondsAhead(_ text: String) -> Int? {
    if let milliseconds = Int(text), abs(milliseconds) <= 15 * 3_600_000 {
      return milliseconds / 1000
    }
    guard text.uppercased().hasPrefix("UTC") else { return nil }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard digits.count == 4, let number = Int(digits), number / 100 < 16, number % 100 < 60 else {
      return digits.isEmpty ? 0 : nil
    }
    let seconds = number / 100 * 3600 + number % 100 * 60
    return text.contains("-") ? -seconds : seconds
  }

  /// The sport by Samsung's number; custom ones have zero.
  private func sport(_ number: Double?) -> Sport {
    switch number {
    case 1002, 15_005: .run
    case 1001, 13_001, 13_003: .walk
    case 11_007, 13_004, 15_003: .ride
    case 14_001: .swim
    case let number? where number >= 1000 && number < 100_000:
      .other("exercise \(Int(number)) of samsung health")
    default: .unknown
    }
  }
}
