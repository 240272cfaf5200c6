/// The steps of a pattern at which its matches are, each at most once.
struct PatternPlaces: ~Copyable {
  private let count: Int
  // The steps from 0 to `entered` are those of the present character, in order of
  // arrival; `stamps` tells for each step when it last arrived.
  private let steps: UnsafeMutablePointer<Int32>
  private let waiting: UnsafeMutablePointer<Int32>
  private let stamps: UnsafeMutablePointer<Int>
  private var entered = 0
  private var spread = 0
  private var waitingCount = 0
  private var stamp = 1

  /// Makes room for `count` steps.
  init(count: Int) {
    self.count = count
    steps = .allocate(capacity: count)
    waiting = .allocate(capacity: count)
    stamps = .allocate(capacity: count)
    steps.initialize(repeating: 0, count: count)
    waiting.initialize(repeating: 0, count: count)
    stamps.initialize(repeating: 0, count: count)
  }

  deinit {
    steps.deallocate()
    waiting.deallocate()
    stamps.deallocate()
  }

  /// Whether no match has begun.
  var isEmpty: Bool { entered == 0 }

  /// Leaves all steps.
  mutating func reset() {
    (entered, spread, waitingCount) = (0, 0, 0)
    stamp += 1
  }

  /// Enters `step`, unless it is entered.
  mutating func enter(_ step: Int32) {
    precondition(step >= 0 && step < count)
    guard stamps[Int(step)] != stamp else { return }
    stamps[Int(step)] = stamp
    steps[entered] = step
    entered += 1
  }

  /// The next step that was entered.
  mutating func nextToSpread() -> Int32? {
    guard spread < entered else { return nil }
    spread += 1
    return steps[spread - 1]
  }

  /// Lets `step` wait for a character.
  mutating func wait(_ step: Int32) {
    waiting[waitingCount] = step
    waitingCount += 1
  }

  /// Goes to the next character: what waits and `accepts` it enters the step after.
  mutating func advance(_ accepts: (Int32) -> Bool) {
    (entered, spread) = (0, 0)
    stamp += 1
    for index in 0..<waitingCount where accepts(waiting[index]) { enter(waiting[index] + 1) }
    waitingCount = 0
  }
}
