internal import DelimitedText
internal import WrittenValues

/// The `activities.csv` of intervals.icu, whose columns are named as in its API.
///
/// Lengths are in metres, times in seconds; starts are local.
struct IntervalsTable: ServiceTable {
  private let id: Int
  private let type: Int
  private let begin: Int
  private let utc: Int?
  private let title: Int?
  private let note: Int?
  private let moving: Int?
  private let elapsed: Int?
  private let distance: Int?
  private let ascent: Int?
  private let descent: Int?
  private let heartRateAverage: Int?
  private let heartRateMaximum: Int?
  private let cadence: Int?
  private let rpe: Int?
  private let device: Int?

  var format: ActivityFormat { .intervals }

  /// Finds the columns, or fails if the table is from another service.
  init?(_ columns: [String]) {
    let names = TableColumns(columns)
    guard let id = names.place(["id"]), let type = names.place(["type", "sport_type"]),
      let begin = names.place(["start_date_local"]),
      let moving = names.place(["moving_time", "elapsed_time"])
    else { return nil }
    (self.id, self.type, self.begin, self.moving) = (id, type, begin, moving)
    utc = names.place(["start_date"])
    (title, note) = (names.place(["name"]), names.place(["description"]))
    elapsed = names.place(["elapsed_time"])
    distance = names.place(["distance", "icu_distance"])
    ascent = names.place(["total_elevation_gain"])
    descent = names.place(["total_elevation_loss"])
    heartRateAverage = names.place(["average_heartrate", "icu_average_hr"])
    heartRateMaximum = names.place(["max_heartrate", "icu_max_hr"])
    cadence = names.place(["average_cadence"])
    rpe = names.place(["icu_rpe", "perceived_exertion"])
    device = names.place(["device_name"])
  }

  func start(of record: DelimitedRecord) -> String? { record.text(begin) }

  func row(
    of record: DelimitedRecord, at start: TableStart
  ) throws(ActivityFileError) -> ServiceRow {
    func positive(_ place: Int?) -> Double? {
      record.text(place).flatMap { WrittenNumber.positive($0) }
    }
    guard let id = record.text(id), id.utf8.count < 40 else {
      throw ActivityFileError("The row has no activity ID.")
    }
    let sport = record.text(type).map(Sport.init(named:)) ?? .unknown
    let serviceID = "intervals:\(id)"
    var activity = ImportedActivity(sport, fingerprint: Fingerprint(of: serviceID.utf8))
    activity.serviceID = serviceID
    var moment = ActivityStart(utcSeconds: nil, localSeconds: start.seconds)
    moment.utcSeconds = record.text(utc).flatMap { Timestamp($0) }.map { Int($0.utcSeconds) }
    moment.isToTheMinute = start.isToTheMinute
    activity.start = moment
    activity.movingSeconds = positive(moving)
    activity.elapsedSeconds = positive(elapsed)
    activity.distanceM = positive(distance)
    activity.ascentM = positive(ascent)
    activity.descentM = positive(descent)
    activity.heartRateAverage = positive(heartRateAverage)
    activity.heartRateMaximum = positive(heartRateMaximum)
    // Steps of one foot, like watches record them.
    activity.cadence = positive(cadence).map {
      (sport == .run || sport == .walk) && $0 < 120 ? $0 * 2 : $0
    }
    activity.rpe = positive(rpe).flatMap { $0 <= 10 ? $0 : nil }
    activity.title = record.text(title)
    activity.note = record.text(note)
    activity.device = record.text(device)
    return ServiceRow(activity: activity)
  }
}
