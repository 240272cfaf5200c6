import WrittenValues
package import JournalModel

/// What the journal's owner set for good, and what holds where nothing is set.
package struct Preferences: Equatable, Sendable {
  /// The unit of distances that are typed without one, and that are shown.
  package var unit = DistanceUnit.kilometres
  /// Minutes after midnight until which the night belongs to the day before.
  package var dayBoundaryMinutes = 240
  /// The smallest change of pain that matters to the runner (SESOI), in points.
  package var smallestChange = 1.0
  /// The highest pain, 0 to 10, during and after a run that is said to have
  /// settled.
  package var runPainLimit = 5
  /// What to say in the morning, if anything.
  package var morningReminder: String?

  /// The clock time at which the day ends, such as `04:00`.
  package var dayBoundary: String {
    [dayBoundaryMinutes / 60, dayBoundaryMinutes % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// The preferences that nobody changed.
  package init() {}

  /// The preferences in a journal's settings; what is not understood, because
  /// another program wrote it, counts as not set.
  package init(_ settings: [String: String]) {
    func value(_ setting: Setting) -> String? {
      setting.storedName.flatMap { settings[$0] }
    }
    if let unit = value(.units).flatMap(DistanceUnit.init) { self.unit = unit }
    if let boundary = value(.dayBoundary).flatMap({ try? ClockTime($0) }), boundary.hour < 12 {
      dayBoundaryMinutes = boundary.hour * 60 + boundary.minute
    }
    if let change = value(.smallestChange).flatMap(Double.init), change > 0, change <= 10 {
      smallestChange = change
    }
    if let limit = value(.runPainLimit).flatMap({ Int($0) }), (0...10).contains(limit) {
      runPainLimit = limit
    }
    morningReminder = value(.morningReminder)
  }

  /// The value of `setting` as it is typed; `nil` for none, and for what the
  /// settings do not hold.
  package func text(of setting: Setting) -> String? {
    switch setting {
    case .units: unit.rawValue
    case .dayBoundary: dayBoundary
    case .smallestChange: NumberText.shortest(smallestChange)
    case .runPainLimit: "\(runPainLimit)"
    case .morningReminder: morningReminder
    case .defaultShoe: nil
    }
  }
}
