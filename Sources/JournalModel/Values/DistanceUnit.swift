/// A unit in which people measure runs.
public enum DistanceUnit: String, CaseIterable, Sendable {
  /// Kilometres.
  case kilometres = "km"
  /// International miles of 1,609.344 m.
  case miles = "mi"

  /// The length of one unit in metres.
  public var metres: Double {
    switch self {
    case .kilometres: 1000
    case .miles: 1609.344
    }
  }
}
