/// What a file or archive as a whole turned out to be.
public enum ActivityFormat: String, Hashable, Sendable {
  /// A recording of a watch, bike computer or app.
  case fit
  /// Tracks in the GPS Exchange Format.
  case gpx
  /// Garmin's Training Center XML.
  case tcx
  /// Apple Health's `export.xml`, alone or in its archive.
  case appleHealth = "apple-health"
  /// Strava's `activities.csv`, alone or in its archive.
  case strava
  /// Garmin Connect's `Activities.csv`, or the export of a whole account.
  case garmin
  /// Runkeeper's `cardioActivities.csv`, alone or in its archive.
  case runkeeper
  /// Fitbit's `exercise-….json`, alone or in an archive.
  case fitbit
  /// Samsung Health's `com.samsung.shealth.exercise….csv`, alone or in its archive.
  case samsung
  /// Polar Flow's `training-session-….json`, alone or in its archive.
  case polar
  /// The JSON of a workout from Suunto's app or Movescount.
  case suunto
  /// Zepp's `SPORT_….csv`, alone or in its archive.
  case zepp
  /// The `activities.csv` of intervals.icu.
  case intervals
  /// Google Takeout's archive of Google Fit.
  case googleFit = "google-fit"
  /// An archive of recordings in several formats, from no particular service.
  case archive
}
