/// The amount of an exercise: sets of repetitions, of a hold, or of both; or a
/// total time.
public struct SetsAndReps: Hashable, Sendable {
  /// The number of sets, 1 to 100, or `nil` with only a total time.
  public var sets: Int?

  /// The repetitions per set, 1 to 1,000, or `nil` if not given.
  public var repetitions: Int?

  /// The seconds of each hold, 1 to 3,600, or `nil` if not given.
  public var holdSeconds: Int?

  /// The total seconds, 1 to 86,400, or `nil` if not given.
  public var durationSeconds: Int?

  /// Creates an amount from its numbers, which must be in range.
  public init(sets: Int = 1, repetitions: Int? = nil, holdSeconds: Int? = nil) {
    self.sets = sets
    self.repetitions = repetitions
    self.holdSeconds = holdSeconds
  }

  /// Creates an amount with only a total time.
  public init(durationSeconds: Int) {
    self.durationSeconds = durationSeconds
  }
}

extension SetsAndReps: CustomStringConvertible {
  /// The amount as typed, such as `3x30s`.
  public var description: String {
    if let durationSeconds {
      return
        "\(durationSeconds / 60):\(durationSeconds % 60 < 10 ? "0" : "")\(durationSeconds % 60)"
    }
    let parts = [sets == 1 ? nil : sets, repetitions].compactMap { $0.map(String.init) }
    return (parts + (holdSeconds.map { ["\($0)s"] } ?? [])).joined(separator: "x")
  }
}
