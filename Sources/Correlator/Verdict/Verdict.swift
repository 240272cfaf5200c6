public import CivilDay

/// The answer of a diary about running and pain on the following days.
public struct Verdict: Equatable, Sendable {
  /// The answer itself.
  public enum Kind: String, CaseIterable, Sendable {
    /// Runs are followed by more pain.
    case worsens
    /// Runs are followed by less pain.
    ///
    /// Hidden causes push this way, so it never says that running relieves.
    case lessPainAfter = "less_pain_after"
    /// More pain at some lags, less at others.
    case mixed
    /// The pain depends on the length of the run; see ``Verdict/hurtingBands``.
    case dependsOnLength = "depends_on_length"
    /// An effect that is not confirmed.
    case hint
    /// Any effect is too small to matter.
    case noLinkSeen = "no_link_seen"
    /// The interval extends beyond the smallest effect that matters, and more
    /// days alone would not narrow it.
    case unclear
    /// See ``Verdict/reason`` and ``Verdict/moreDays``.
    case notEnoughData = "not_enough_data"
  }

  /// The reason for the answer.
  public enum Reason: String, CaseIterable, Sendable {
    /// Fewer than 60 days have everything that the estimate needs at each lag.
    case fewerThan60Pairs = "fewer_than_60_pairs"
    /// Fewer than 15 run days.
    case fewerThan15RunDays = "fewer_than_15_run_days"
    /// Fewer than two different loads or three different pains.
    case tooLittleVariation = "too_little_variation"
    /// The weekday and the previous days leave less than 5 % of the load's
    /// variation: running and weekday cannot be separated.
    case loadFixedByWeekday = "load_fixed_by_weekday"
    /// They leave less than 40 days' worth of it.
    case tooFewFreeChoices = "too_few_free_choices"
    /// More days would narrow the interval enough.
    case intervalTooWide = "interval_too_wide"
    /// The test of bands counts, and a band hurts.
    case bandsDiffer = "bands_differ"
    /// Some lags count as more pain and others as less.
    case lagsDifferInSign = "lags_differ_in_sign"
    /// It counts, and the second line does not take it away.
    case confirmed
    /// It counts, but not in the second line.
    case goneInSecondLine = "gone_in_second_line"
    /// It counts as a hint only.
    case notConfirmed = "not_confirmed"
    /// More pain counts in the second line only.
    case onlyInSecondLine = "only_in_second_line"
    /// Every 90 % interval is within the limit.
    case withinLimit = "within_limit"
    /// A 90 % interval reaches the limit.
    case intervalReachesLimit = "interval_reaches_limit"
    /// Every interval is within the limit, but some *p* is below 0.05.
    case pBelow05 = "p_below_05"
  }

  /// The direction of an answer.
  public enum Direction: Int, CaseIterable, Sendable {
    /// Less pain.
    case less = -1
    /// Both.
    case both = 0
    /// More pain.
    case more = 1
  }

  /// The answer.
  public let kind: Kind

  /// Why.
  public let reason: Reason

  /// The lags behind the answer; empty without any.
  public let lags: [Int]

  /// More pain or less; `nil` where the answer has no direction.
  public let direction: Direction?

  /// The bands of runs that are followed by more pain, 0 for the shortest; only if
  /// the answer is ``Kind-swift.enum/dependsOnLength``.
  public let hurtingBands: [Int]

  /// The bands that are followed by less pain; likewise.
  public let easingBands: [Int]

  /// The smallest effect of one typical run that matters, in points.
  public let limit: Double

  /// U: a larger effect at lags 1 to 3 is unlikely, in points of pain after a
  /// typical run; `nil` if nothing can be estimated.
  public let couldBeMissed: Double?

  /// The smallest *p* of any fit; likewise.
  public let smallestP: Double?

  /// The approximate number of additional similar days needed; `nil` if days are
  /// not what is missing.
  public let moreDays: Int?

  /// The pairs that are there, at the lag that needs the most days.
  public let pairsNow: Int?

  /// The pairs needed at that lag.
  public let pairsNeeded: Int?

  /// The evidence behind the answer; `nil` if nothing can be estimated.
  public let evidence: Evidence?

  /// The first day of the later part if the effect changed, counted from the first
  /// day of the diary, and 0 otherwise; all else here is of that part.
  public internal(set) var since = 0

  /// The first day of the later part; `nil` if the effect did not change.
  public internal(set) var sinceDay: Day?

  /// The effect of the days before ``since``, at the lag with the clearest change.
  public internal(set) var earlier: Halves.Lag?

  /// The answer of all days.
  public internal(set) var allDaysKind: Kind

  /// Both halves; only if all days give an effect or a hint.
  public internal(set) var halves: Halves?
}

extension Verdict {
  /// What a diary shows at lags 1 to 3.
  public struct Evidence: Equatable, Sendable {
    /// The smallest number of pairs at any lag.
    public let pairs: Int
    /// The median load above zero.
    public let typicalRun: Double
    /// From the lowest to the highest limit of all 90 % intervals at lags 1 to 3, of
    /// both lines and versions, in points of pain after a typical run.
    public let range: Interval
    /// The effects at lags 1 to 3.
    public let effects: [AdjustedEffect]
    /// The effects given what else the days held; empty without a second line.
    public let secondLine: [AdjustedEffect]
    /// What else the days held; empty without a second line.
    public let secondLineColumns: [DayColumn]
    /// The test of shape; `nil` with unknown timing or if it cannot be computed.
    public let bands: BandTest?
    /// The smallest share of the load's variation that the controls leave.
    public let share: Double
    /// The smallest product of pairs and share: how many days the runner chose
    /// freely.
    public let freePairs: Double
  }
}
