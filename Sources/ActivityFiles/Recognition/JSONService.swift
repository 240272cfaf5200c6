/// The service behind a JSON file.
enum JSONService {
  case garmin, fitbit, polar, suunto
  /// An unsupported one, with the error that suggests an alternative.
  case foreign(ActivityFileError)

  /// Determines the service of JSON that begins with `prefix`; `nil` if it is
  /// unknown.
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

  /// The service's format; `nil` if unsupported.
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
