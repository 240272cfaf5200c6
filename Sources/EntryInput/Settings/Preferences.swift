import WrittenValues
package import JournalModel

/// The settings of a journal, with defaults for those that are not set.
package struct Preferences: Equatable, Sendable {
  /// The unit of distances, both shown and typed without a unit.
  package var unit = DistanceUnit.kilometres
  /// The start of a new day, in minutes after midnight.
  package var dayBoundaryMinutes = 240
  /// The smallest change of pain within 24 hours that matters to the runner, in
  /// points.
  package var smallestChange = 1.0
  /// The smallest effect of one typical run that matters to the runner, in points.
  package var smallestEffect = 0.5
  /// The most pain, 0 to 10, during and after a run that counts as settled.
  package var runPainLimit = 5
  /// A reminder to show in the morning, if any.
  package var morningReminder: String?
  /// The runner's name, for a page that others read, if set.
  package var name: String?
  /// Whether backups are made without being asked for.
  package var areBackupsOn = true
  /// The folder for backups, if another than the usual one.
  package var backupFolder: String?

  /// The clock time at which a new day begins, such as `04:00`.
  package var dayBoundary: String {
    [dayBoundaryMinutes / 60, dayBoundaryMinutes % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// Creates the default preferences.
  package init() {}

  /// Creates the preferences in a journal's settings; invalid values, which only
  /// another program can have written, count as not set.
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
    if let effect = value(.smallestEffect).flatMap(Double.init), effect > 0, effect <= 10 {
      smallestEffect = effect
    }
    if let limit = value(.runPainLimit).flatMap({ Int($0) }), (0...10).contains(limit) {
      runPainLimit = limit
    }
    morningReminder = value(.morningReminder)
    name = value(.name)
    areBackupsOn = value(.backups) != "off"
    backupFolder = value(.backupFolder)
  }

  /// Returns the value of `setting` as typed; `nil` for none, and for a setting
  /// that is stored elsewhere.
  package func text(of setting: Setting) -> String? {
    switch setting {
    case .units: unit.rawValue
    case .dayBoundary: dayBoundary
    case .smallestChange: NumberText.shortest(smallestChange)
    case .smallestEffect: NumberText.shortest(smallestEffect)
    case .runPainLimit: "\(runPainLimit)"
    case .morningReminder: morningReminder
    case .name: name
    case .backups: areBackupsOn ? "on" : "off"
    case .backupFolder: backupFolder
    case .defaultShoe: nil
    }
  }
}
