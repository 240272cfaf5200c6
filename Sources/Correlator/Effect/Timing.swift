/// When in a day its pain was rated.
public enum Timing: String, CaseIterable, Sendable {
  /// Before the day's first run: that run cannot be in it.
  case morning

  /// After the day's last run: the run can be in it.
  case evening

  /// Not known, or not always the same.
  case unknown
}
