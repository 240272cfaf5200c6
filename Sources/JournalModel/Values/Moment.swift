/// When a rating was made, relative to the day's running.
public enum Moment: String, CaseIterable, FieldKindValue {
  /// Before the day's first run, or before noon if there was none.
  case morning
  /// After that.
  case later
}
