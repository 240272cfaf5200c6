/// Files of services with activities in an unsupported format, and what to import
/// instead.
struct ForeignExport {
  /// The service's name.
  private let service: String
  /// What to import instead.
  private let way: String
  /// Whether the alternative is in the same archive, so that the file itself can
  /// be ignored there.
  private let isBesides: Bool
  /// Keys that must all be in its JSON; empty without JSON.
  private let keys: [String]
  /// Columns that must all be in its table; empty without a table.
  private let columns: [String]

  private init(
    _ service: String, take way: String, isBesides: Bool = false, keys: [String] = [],
    columns: [String] = []
  ) {
    (self.service, self.way, self.isBesides) = (service, way, isBesides)
    (self.keys, self.columns) = (keys, columns)
  }

  /// The error for JSON that begins with `prefix`; `nil` if there is none.
  static func refusal(ofJSON prefix: String) -> ActivityFileError? {
    known.first { export in
      !export.keys.isEmpty && export.keys.allSatisfy { prefix.contains("\"\($0)\"") }
    }?.refusal
  }

  /// The error for a table with these columns; `nil` if there is none.
  static func refusal(ofTable columns: [String]) -> ActivityFileError? {
    let names = TableColumns(columns)
    return known.first { export in
      !export.columns.isEmpty && export.columns.allSatisfy { names.place([$0]) != nil }
    }?.refusal
  }

  private var refusal: ActivityFileError {
    ActivityFileError(
      "\(service)'s own format is not supported; \(way).",
      holdsNoActivity: isBesides)
  }

  private static let known: [ForeignExport] = [
    ForeignExport(
      "Nike Run Club",
      take: "connect Nike Run Club to Strava or Apple Health and import that export",
      keys: ["start_epoch_ms", "active_duration_ms"]),
    ForeignExport(
      "adidas Running",
      take: "import the GPX files in Sport-sessions/GPS-data in the same export",
      isBesides: true,
      keys: ["sport_type_id", "start_time", "duration"]),
    ForeignExport(
      "adidas Running",
      take: "import the GPX files in Sport-sessions/GPS-data in the same export",
      isBesides: true,
      keys: ["sportTypeId", "startTime", "duration"]),
    ForeignExport(
      "Huawei Health",
      take: "share each workout from the app as GPX or TCX",
      keys: ["sportType", "totalDistance", "totalTime"]),
    ForeignExport(
      "Huawei Health",
      take: "share each workout from the app as GPX or TCX",
      keys: ["motionPathData"]),
    ForeignExport(
      "Google Fit", take: "import the TCX files in the same Takeout", isBesides: true,
      keys: ["fitnessActivity", "startTime", "aggregate"]),
    ForeignExport(
      "Endomondo", take: "import the TCX files in the same export", isBesides: true,
      keys: ["sport", "start_time", "duration_s"]),
    ForeignExport(
      "The Strava API",
      take: "request your archive on strava.com under My Account, Download or Delete",
      keys: ["moving_time", "start_date_local", "elapsed_time"]),
    ForeignExport(
      "Whoop", take: "import the FIT or GPX file from the watch or app that measured the distance",
      columns: ["Workout start time", "Workout end time", "Activity Strain"]),
    ForeignExport(
      "Withings", take: "import the GPX files in the same export",
      columns: ["from", "to", "Activity type", "Data"]),
    ForeignExport(
      "MapMyRun", take: "open each workout on mapmyrun.com and download its TCX file",
      columns: ["Date Submitted", "Workout Date", "Workout Time (seconds)"]),
    ForeignExport(
      "Mi Fitness", take: "share each workout from the app as GPX or TCX, or to Strava",
      columns: ["Uid", "Sid", "Key", "Value"]),
  ]
}
