internal import DelimitedText
internal import WrittenValues

/// Runkeeper's `cardioActivities.csv`; the header states the units.
///
/// Dates are local; durations exclude pauses.
struct RunkeeperTable: ServiceTable {
  private let id: Int?
  private let date: Int
  private let type: Int
  private let distance: Int
  private let metresOfDistance: Double
  private let duration: Int
  private let pace: Int?
  private let climb: Int?
  private let metresOfClimb: Double
  private let heartRate: Int?
  private let note: Int?
  private let title: Int?
  private let file: Int

  /// Finds the columns, or fails if the table is from another service.
  init?(_ columns: [String]) {
    let names = TableColumns(columns)
    let miles = names.place(["Distance (mi)"])
    guard let date = names.place(["Date"]), let type = names.place(["Type"]),
      let distance = miles ?? names.place(["Distance (km)"]),
      let duration = names.place(["Duration"]), let file = names.place(["GPX File"])
    else { return nil }
    let feet = names.place(["Climb (ft)"])
    id = names.place(["Activity Id"])
    (self.date, self.type, self.duration, self.file) = (date, type, duration, file)
    (self.distance, metresOfDistance) = (distance, miles == nil ? 1000 : 1609.344)
    climb = feet ?? names.place(["Climb (m)"])
    metresOfClimb = feet == nil ? 1 : 0.3048
    pace = names.place(["Average Pace"])
    heartRate = names.place(["Average Heart Rate (bpm)"])
    note = names.place(["Notes"])
    title = names.place(["Route Name"])
  }

  var format: ActivityFormat { .runkeeper }

  func start(of record: DelimitedRecord) -> String? { record.text(date) }

  func row(
    of record: DelimitedRecord, at start: TableStart
  ) throws(ActivityFileError) -> ServiceRow {
    let sport = record.text(type).map(Sport.init(named:)) ?? .unknown
    let identity = record.text(id) ?? "\(start.seconds)\n\(sport)"
    var activity = ImportedActivity(
      sport, fingerprint: Fingerprint(of: "runkeeper:\(identity)".utf8))
    activity.serviceID = record.text(id).map { "runkeeper:\($0)" }
    activity.start = start.onTheWall
    let distance = record.text(distance).flatMap { WrittenNumber.positive($0) }
    activity.distanceM = distance.map { $0 * metresOfDistance }
    activity.movingSeconds = record.text(duration).flatMap(TableDuration.init).map {
      $0.seconds(
        others: [], pace: record.text(pace).flatMap(TableDuration.init)?.candidates[0],
        distance: distance, metres: activity.distanceM, sport: sport)
    }
    activity.ascentM = record.text(climb).flatMap { WrittenNumber.value($0) }.map {
      $0 * metresOfClimb
    }
    activity.heartRateAverage = record.text(heartRate).flatMap { WrittenNumber.positive($0) }
    activity.title = record.text(title)
    activity.note = record.text(note)
    return ServiceRow(activity: activity, recording: record.text(file))
  }
}
