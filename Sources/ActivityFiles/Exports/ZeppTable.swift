internal import DelimitedText
internal import WrittenValues

/// The table `SPORT_….csv` from the export of Zepp (formerly Mi Fit), the app for
/// Amazfit watches.
///
/// Lengths are in metres, times in seconds and UTC; -1 means not measured.
struct ZeppTable: ServiceTable {
  private let type: Int
  private let begin: Int
  private let seconds: Int
  private let distance: Int
  private let heartRateAverage: Int?
  private let heartRateMaximum: Int?

  var format: ActivityFormat { .zepp }

  /// Finds the columns, or fails if the table is from another service.
  init?(_ columns: [String]) {
    let names = TableColumns(columns)
    guard let type = names.place(["type"]), let begin = names.place(["startTime"]),
      let seconds = names.place(["sportTime(s)"]), let distance = names.place(["distance(m)"])
    else { return nil }
    (self.type, self.begin, self.seconds, self.distance) = (type, begin, seconds, distance)
    heartRateAverage = names.place(["avgHeartRate"])
    heartRateMaximum = names.place(["maxHeartRate"])
  }

  func start(of record: DelimitedRecord) -> String? { record.text(begin) }

  func row(
    of record: DelimitedRecord, at start: TableStart
  ) throws(ActivityFileError) -> ServiceRow {
    func positive(_ place: Int?) -> Double? {
      record.text(place).flatMap { WrittenNumber.positive($0) }
    }
    var activity = ImportedActivity(
      sport(record.text(type) ?? ""),
      fingerprint: Fingerprint(of: "zepp\n\(start.inUTC.utcSeconds ?? 0)".utf8))
    activity.start = start.inUTC
    activity.movingSeconds = positive(seconds)
    activity.distanceM = positive(distance)
    activity.heartRateAverage = positive(heartRateAverage)
    activity.heartRateMaximum = positive(heartRateMaximum)
    return ServiceRow(activity: activity)
  }

  /// The sport by Zepp's number.
  ///
  /// Zepp publishes no list: these are the numbers that other readers of its
  /// exports agree on.
  private func sport(_ number: String) -> Sport {
    switch number {
    case "": .unknown
    case "1", "7", "8": .run
    case "6", "17", "22": .walk
    case "9", "10": .ride
    case "14", "15": .swim
    case "12": .other("elliptical")
    case "16": .other("free exercise")
    case "18", "19", "20": .other("skiing")
    case "23": .other("indoor rowing")
    case "52", "130", "223": .other("strength")
    case "85": .other("basketball")
    case "92": .other("badminton")
    default: Sport(named: "Zepp \(number)")
    }
  }
}
