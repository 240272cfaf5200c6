/// How long the timer of a recording ran, by its start and stop events.
struct FITTimer {
  private var seconds = 0.0
  private var runningSince: FITTime?
  private var hasStarted = false

  /// Adds an event message.
  mutating func add(_ message: FITMessage) {
    // Event 0 is the timer's.
    guard message.integer(FITField.Event.event) == 0, let time = message.timestamp else { return }
    switch message.integer(FITField.Event.type) {
    case 0:
      hasStarted = true
      runningSince = runningSince ?? time
    case 1, 4, 8, 9: stop(at: time)
    default: break
    }
  }

  /// Seconds that it ran, if a timer that was not stopped ran on to `end`;
  /// `nil` if it was never started.
  func seconds(until end: FITTime?) -> Double? {
    var timer = self
    if let end { timer.stop(at: end) }
    return hasStarted && timer.seconds > 0 ? timer.seconds : nil
  }

  private mutating func stop(at time: FITTime) {
    if let runningSince, time > runningSince { seconds += time - runningSince }
    runningSince = nil
  }
}
