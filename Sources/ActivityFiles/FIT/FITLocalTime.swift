/// How far the clock on the wall was ahead of UTC.
///
/// The device tells it once, when the activity ends. Where the clocks were set
/// forward or back during it, or its owner flew, its start is off by as much.
struct FITLocalTime {
  private var atEnd: Int?
  private var inSettings: Int?

  /// Seconds from UTC to local time, or `nil` if the file does not tell.
  var offset: Int? { atEnd ?? inSettings }

  /// Takes the difference of the two times of an activity message.
  mutating func add(activity message: FITMessage) {
    guard let local = message.time(FITField.Activity.localTimestamp)?.unixSeconds,
      let utc = message.timestamp?.unixSeconds
    else { return }
    atEnd = Self.offset(near: local - utc) ?? atEnd
  }

  /// Takes the setting of the device. A zero may also mean that it keeps none.
  mutating func add(settings message: FITMessage) {
    guard let bits = message.integer(FITField.DeviceSettings.timeOffset), bits != 0 else { return }
    inSettings = Self.offset(near: Int(Int32(truncatingIfNeeded: bits)))
  }

  /// The offset that a zone can have, a multiple of a quarter of an hour, next to
  /// `seconds`: the two times may have been taken some seconds apart. `nil` if
  /// none is near, as when a device writes a constant for its local time.
  private static func offset(near seconds: Int) -> Int? {
    let quarter = 900
    let nearest = Int((Double(seconds) / Double(quarter)).rounded()) * quarter
    guard abs(seconds - nearest) <= 60, (-12 * 3600...14 * 3600).contains(nearest) else {
      return nil
    }
    return nearest
  }
}
