public import CivilDay

/// A flare-up, from its first day to its last.
public struct FlareUpSummary: Equatable, Sendable {
  /// The flare-up's id.
  public let id: Int
  /// Its first day.
  public let onsetDay: Day
  /// Its last day, or `nil` while in progress.
  public let endDay: Day?
  /// Its worst pain, 0 to 10, if known.
  public let peakPain: Int?
  /// The run suspected as its trigger, if any.
  public let triggerRun: TriggerRun?
  /// Another suspected trigger, if any.
  public let triggerText: String?
  /// Its note.
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

  /// A run suspected as the trigger of a flare-up.
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

  /// Its length in days, first and last included; up to `today` while in
  /// progress.
  public func days(until today: Day) -> Int { max((endDay ?? today) - onsetDay + 1, 1) }
}
