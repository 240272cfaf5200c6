/// What a day was declared to be.
public enum DayMark: String, Sendable {
  /// The load was truly 0.
  case rest
  /// The load is unknown.
  case notTracked = "not_tracked"
}
