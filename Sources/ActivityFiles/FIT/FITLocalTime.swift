/// The UTC offset of the local clock.
///
/// The device writes it once, at the end of the activity. If the clocks changed
/// during it, or its owner flew, the start is off by that much.
struct FITLocalTime {
  private var inActivity: Int?
  private var inCorrelation: Int?
  private var inSettings: Int?
  /// The sun's lead over Greenwich at the start of the activity, in seconds.
  private var sun: Double?

  /// The maximum difference between a zone and its sun, in seconds: western
  /// China, plus an hour.
  private static let mostFromSun = 4 * 3600.0
  private static let day = 86_400.0

  /// The UTC offset in seconds, or `nil` if the file has none.
  ///
  /// Some devices write UTC as local time. If the longitude contradicts that, the
  /// offset is unknown.
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

  /// Takes the difference of the two times of a message for that purpose.
  mutating func add(correlation message: FITMessage) {
    inCorrelation =
      Self.offset(of: FITField.TimestampCorrelation.localTimestamp, in: message) ?? inCorrelation
  }

  /// Takes the device's setting, where zero may mean none.
  mutating func add(settings message: FITMessage) {
    guard let bits = message.integer(FITField.DeviceSettings.timeOffset), bits != 0 else { return }
    inSettings = Self.offset(near: Int(Int32(truncatingIfNeeded: bits)))
  }

  /// Takes the first longitude of the records, for the sun; positions are used
  /// for nothing else.
  mutating func add(record message: FITMessage) {
    guard sun == nil, let halfTurns = message.value(FITField.Record.longitude) else { return }
    sun = halfTurns * Self.day / 2
  }

  private static func offset(of local: FITField, in message: FITMessage) -> Int? {
    guard let local = message.time(local)?.unixSeconds, let utc = message.timestamp?.unixSeconds
    else { return nil }
    return offset(near: local - utc)
  }

  /// The valid zone offset closest to `seconds`.
  ///
  /// It is a multiple of a quarter of an hour; the two times may be a few seconds
  /// apart. `nil` if none is close, as when a device writes a constant as its
  /// local time.
  private static func offset(near seconds: Int) -> Int? {
    let quarter = 900
    let nearest = Int((Double(seconds) / Double(quarter)).rounded()) * quarter
    guard abs(seconds - nearest) <= 60, (-12 * 3600...14 * 3600).contains(nearest) else {
      return nil
    }
    return nearest
  }
}
