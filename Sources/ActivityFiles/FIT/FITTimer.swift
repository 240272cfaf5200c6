/// The running time of a recording's timer, from its start and stop events.
struct FITTimer {
  private var seconds = 0.0
  private var runningSince: FITTime?
  /// A stop before any start: the timer ran from the start of the recording.
  private var firstStop: FITTime?
  private var hasStarted = false

  /// Adds an event message.
  mutating func add(_ message: FITMessage) {
    // Event 0 is the timer.
    guard message.integer(FITField.Event.event) == 0, let time = message.timestamp else { return }
    switch message.integer(FITField.Event.type) {
    case 0:
      hasStarted = true
      runningSince = runningSince ?? time
    case 1, 4, 8, 9:
      if !hasStarted { firstStop = firstStop ?? time }
      stop(at: time)
    default: break
    }
  }

  /// Its running time in a recording from `start` to `end`, or `nil` without
  /// events.
  func seconds(from start: FITTime?, to end: FITTime?) -> Double? {
    var timer = self
    if let start, let firstStop, firstStop > start { timer.seconds += firstStop - start }
    if let end { timer.stop(at: end) }
    return timer.seconds > 0 ? timer.seconds : nil
  }

  private mutating func stop(at time: FITTime) {
    if let runningSince, time > runningSince { seconds += time - runningSince }
    runningSince = nil
  }
}
