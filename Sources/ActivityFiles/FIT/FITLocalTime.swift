/// How far the clock on the wall was ahead of UTC.
///
/// The device tells it once, when the activity ends. Where the clocks were set
/// forward or back during it, or its owner flew, its start is off by as much.
struct FITLocalTime {
  private var inActivity: Int?
  private var inCorrelation: Int?
  private var inSettings: Int?
  /// Seconds that the sun was ahead of Greenwich where the activity began.
  private var sun: Double?

  /// The most seconds that a zone differs from its sun: west China, an hour added.
  private static let mostFromSun = 4 * 3600.0
  private static let day = 86_400.0

  /// Seconds from UTC to local time, or `nil` if the file does not tell.
  ///
  /// Some devices write UTC as their local time. Where the activity lies too far
  /// from that, the offset is unknown.
  var offset: Int? {
    guard let offset = inActivity ?? inCorrelation ?? inSettings else { return nil }
    guard let sun else { return offset }
    let difference = (Double(offset) - sun).remainder(dividingBy: Self.day)
    return abs(difference) <= Self.mostFromSun ? offset : nil
  }

  /// Takes the difference of the two times of an activity message.
  mutating func add(activity message: FITMessage) {
    inActivity = Self.offset(of: FITField.Activity.localTimestamp, in: message) ?? inActivity
  }

  /// Takes the difference of the two times of a message that only tells them.
  mutating func add(correlation message: FITMessage) {
    inCorrelation =
      Self.offset(of: FITField.TimestampCorrelation.localTimestamp, in: message) ?? inCorrelation
  }

  /// Takes the setting of the device, in which zero may mean that it keeps none.
  mutating func add(settings message: FITMessage) {
    guard let bits = message.integer(FITField.DeviceSettings.timeOffset), bits != 0 else { return }
    inSettings = Self.offset(near: Int(Int32(truncatingIfNeeded: bits)))
  }

  /// Takes the first longitude of the records, for the sun; nothing else is made
  /// of where the activity was.
  mutating func add(record message: FITMessage) {
    guard sun == nil, let halfTurns = message.value(FITField.Record.longitude) else { return }
    sun = halfTurns * Self.day / 2
  }

  private static func offset(of local: FITField, in message: FITMessage) -> Int? {
    guard let local = message.time(local)?.unixSeconds, let utc = message.timestamp?.unixSeconds
    else { return nil }
    return offset(near: local - utc)
  }

  /// The offset that a zone can have next to `seconds`.
  ///
  /// It is a multiple of a quarter of an hour; the two times may have been taken
  /// some seconds apart. `nil` if none is near, as when a device writes a constant
  /// for its local time.
  private static func offset(near seconds: Int) -> Int? {
    let quarter = 900
    let nearest = Int((Double(seconds) / Double(quarter)).rounded()) * quarter
    guard abs(seconds - nearest) <= 60, (-12 * 3600...14 * 3600).contains(nearest) else {
      return nil
    }
    return nearest
  }
}
