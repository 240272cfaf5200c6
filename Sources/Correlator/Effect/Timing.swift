/// The time of day of a pain rating.
public enum Timing: String, CaseIterable, Sendable {
  /// Before the day's first run, so it cannot reflect that run.
  case morning

  /// After the day's last run, so it may reflect it.
  case evening

  /// Unknown, or mixed.
  case unknown
}
