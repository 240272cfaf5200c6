/// What the journal's owner set for good, and what holds where nothing is set.
struct Preferences: Equatable, Sendable {
  /// The unit of distances that are typed without one, and that are shown.
  var unit = DistanceUnit.kilometres
  /// Minutes after midnight until which the night belongs to the day before.
  var dayBoundaryMinutes = 240
  /// The smallest change of pain that matters to the runner (SESOI), in points.
  var smallestChange = 1.0
  /// What to say in the morning, if anything.
  var morningReminder: String?

  /// The clock time at which the day ends, such as `04:00`.
  var dayBoundary: String {
    [dayBoundaryMinutes / 60, dayBoundaryMinutes % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// The preferences that nobody changed.
  init() {}

  /// The preferences in a journal's settings; what is not understood, because
  /// another program wrote it, counts as not set.
  init(_ settings: [String: String]) {
    if let unit = settings["units"].flatMap(DistanceUnit.init) { self.unit = unit }
    if let boundary = settings["day_boundary"].flatMap({ try? ClockTime($0) }), boundary.hour < 12 {
      dayBoundaryMinutes = boundary.hour * 60 + boundary.minute
    }
    if let change = settings["smallest_change"].flatMap(Double.init), change > 0, change <= 10 {
      smallestChange = change
    }
    morningReminder = settings["morning_reminder"]
  }
}
