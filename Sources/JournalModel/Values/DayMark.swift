/// The mark of a day.
public enum DayMark: String, CaseIterable, FieldKindValue {
  /// The load was truly 0.
  case rest
  /// The load is unknown.
  case notTracked = "not_tracked"
}
