/// What a coin decides in a randomised trial: how long one arm lasts.
public enum TrialUnit: String, CaseIterable, Sendable {
  /// One run, with a day without one before it.
  case run

  /// Seven days with all their runs.
  case week
}
