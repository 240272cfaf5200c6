/// The time of a rating, relative to the day's run.
public enum Moment: String, CaseIterable, FieldKindValue {
  /// Before the day's first run, or before noon if there was none.
  case morning
  /// After that.
  case later
}
