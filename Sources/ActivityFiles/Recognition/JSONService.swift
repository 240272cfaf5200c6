/// The service that a JSON comes from.
enum JSONService {
  case garmin, fitbit, polar, suunto
  /// One whose JSON is not read, with the sentence that says what to take instead.
  case foreign(ActivityFileError)

  /// Tells the service of a JSON that begins with `prefix`; `nil` if it is of none
  /// that is known.
  init?(prefix bytes: [UInt8]) {
    let prefix = String(decoding: bytes, as: UTF8.self)
    if GarminSummaries.recognises(prefix: bytes) {
      self = .garmin
    } else if FitbitExercises.recognises(prefix: prefix) {
      self = .fitbit
    } else if PolarSession.recognises(prefix: prefix) {
      self = .polar
    } else if SuuntoWorkout.recognises(prefix: prefix) {
      self = .suunto
    } else if let refusal = ForeignExport.refusal(ofJSON: prefix) {
      self = .foreign(refusal)
    } else {
      return nil
    }
  }

  /// The format, by the service; `nil` for one whose JSON is not read.
  var format: ActivityFormat? {
    switch self {
    case .garmin: .garmin
    case .fitbit: .fitbit
    case .polar: .polar
    case .suunto: .suunto
    case .foreign: nil
    }
  }
}
