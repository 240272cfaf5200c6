/// How an exercise was done: sets of repetitions, of a hold, or of both; or for
/// how long altogether.
public struct SetsAndReps: Hashable, Sendable {
  /// The number of sets, 1 to 100, or `nil` if only the whole time is known.
  public var sets: Int?

  /// The repetitions of each set, 1 to 1,000, or `nil` if none were given.
  public var repetitions: Int?

  /// How long each position is held in seconds, 1 to 3,600, or `nil` if no hold
  /// was given.
  public var holdSeconds: Int?

  /// How long it all took in seconds, 1 to 86,400, or `nil` if that was not given.
  public var durationSeconds: Int?

  /// Creates a prescription from its numbers, which must be in range.
  public init(sets: Int = 1, repetitions: Int? = nil, holdSeconds: Int? = nil) {
    self.sets = sets
    self.repetitions = repetitions
    self.holdSeconds = holdSeconds
  }

  /// Creates the prescription of which only the whole time is known.
  public init(durationSeconds: Int) {
    self.durationSeconds = durationSeconds
  }
}

extension SetsAndReps: CustomStringConvertible {
  /// The prescription as it can be typed, such as `3x30s`.
  public var description: String {
    if let durationSeconds {
      return
        "\(durationSeconds / 60):\(durationSeconds % 60 < 10 ? "0" : "")\(durationSeconds % 60)"
    }
    let parts = [sets == 1 ? nil : sets, repetitions].compactMap { $0.map(String.init) }
    return (parts + (holdSeconds.map { ["\($0)s"] } ?? [])).joined(separator: "x")
  }
}
