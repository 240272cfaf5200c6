/// What a runner wrote down, day by day.
///
/// Load and pain are the question; the other series are what else a day held and
/// may explain why more pain or less follows a run. All of them may start on
/// different days and differ in length. An unknown day is never filled in.
public struct Diary: Equatable, Sendable {
  /// Daily values of at least 0 in any one unit; 0 is a known rest day.
  public let load: DailySeries

  /// Daily ratings from 0 to 10.
  public let pain: DailySeries

  /// When in the day pain was rated.
  public let timing: Timing

  /// Hours of sitting.
  public let sitting: DailySeries?

  /// 1 within a flare-up, 0 outside.
  public let flare: DailySeries?

  /// 1 on a day with pain medication, 0 on one without.
  public let medication: DailySeries?

  /// The last rating of the day, if `pain` holds those of the morning.
  public let eveningPain: DailySeries?

  /// Creates a diary; a series that was never kept is `nil`.
  public init(
    load: DailySeries, pain: DailySeries, timing: Timing = .unknown, sitting: DailySeries? = nil,
    flare: DailySeries? = nil, medication: DailySeries? = nil, eveningPain: DailySeries? = nil
  ) {
    self.load = load
    self.pain = pain
    self.timing = timing
    self.sitting = sitting
    self.flare = flare
    self.medication = medication
    self.eveningPain = eveningPain
  }

  /// The same days, read as rated at another time.
  public func rated(_ timing: Timing) -> Diary {
    Diary(
      load: load, pain: pain, timing: timing, sitting: sitting, flare: flare,
      medication: medication, eveningPain: eveningPain)
  }
}

/// What a day may hold besides load and pain, in the order of the second line.
public enum DayColumn: String, CaseIterable, Sendable {
  /// Hours of sitting.
  case sitting
  /// Whether the day lies within a flare-up.
  case flare
  /// Whether pain medication was taken.
  case medication
  /// The previous day's last rating.
  case eveningPain = "evening_pain"
}
