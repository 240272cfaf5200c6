public import CivilDay

/// A flare-up, from its first day to its last.
public struct FlareUp: Equatable, Sendable {
  /// The flare-up's id.
  public let id: Int
  /// Its first day.
  public let onsetDay: Day
  /// Its last day, or `nil` while it lasts.
  public let endDay: Day?
  /// The highest pain of it, 0 to 10, if known.
  public let peakPain: Int?
  /// The run that may have set it off, if one is suspected.
  public let triggerRun: TriggerRun?
  /// What else may have set it off, if anything was said.
  public let triggerText: String?
  /// What was noted about it.
  public let note: String?

  /// Creates one from its parts.
  public init(
    id: Int, onsetDay: Day, endDay: Day? = nil, peakPain: Int? = nil, triggerRun: TriggerRun? = nil,
    triggerText: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.onsetDay = onsetDay
    self.endDay = endDay
    self.peakPain = peakPain
    self.triggerRun = triggerRun
    self.triggerText = triggerText
    self.note = note
  }

  /// A run that may have set off a flare-up.
  public struct TriggerRun: Equatable, Sendable {
    /// The run's id.
    public let id: Int
    /// Its day.
    public let day: Day
    /// Its metres, if known.
    public let distanceM: Double?

    /// Creates one from its parts.
    public init(id: Int, day: Day, distanceM: Double? = nil) {
      (self.id, self.day, self.distanceM) = (id, day, distanceM)
    }
  }

  /// How many days it lasted, first and last included; up to `today` while it
  /// lasts.
  public func days(until today: Day) -> Int { max((endDay ?? today) - onsetDay + 1, 1) }
}
