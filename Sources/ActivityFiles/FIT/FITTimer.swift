/// How long the timer of a recording ran, by its start and stop events.
struct FITTimer {
  private var seconds = 0.0
  private var runningSince: FITTime?
  /// A stop before any start: the timer ran from the beginning of the recording.
  private var firstStop: FITTime?
  private var hasStarted = false

  /// Adds an event message.
  mutating func add(_ message: FITMessage) {
    // Event 0 is the timer's.
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

  /// Seconds that it ran in a recording from `start` to `end`, or `nil` if no
  /// event tells.
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
