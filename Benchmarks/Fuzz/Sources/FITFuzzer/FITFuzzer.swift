import ActivityFiles

/// Called by libFuzzer with each input.
///
/// A trap, a report of the address sanitizer, a second without an answer or too much
/// memory is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func readFIT(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  guard let (activities, _) = try? FITFile.activities(in: bytes) else { return 0 }
  precondition(!activities.isEmpty)
  for activity in activities {
    for value in [
      activity.elapsedSeconds, activity.movingSeconds, activity.distanceM, activity.ascentM,
      activity.heartRateAverage, activity.heartRateMaximum, activity.cadence, activity.rpe,
    ] {
      precondition(value?.isFinite ?? true)
    }
    precondition(activity.distanceM ?? 1 > 0)
  }
  return 0
}
