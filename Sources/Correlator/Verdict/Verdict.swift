/// The answer of a diary about running and pain on the following days.
public struct Verdict: Equatable, Sendable {
  /// The answer itself.
  public enum Kind: String, CaseIterable, Sendable {
    /// More pain follows more running, now and a month ago.
    case worsens
    /// Less pain follows more running, now and a month ago.
    case relieves
    /// More pain at some lags, less at others.
    case mixed
    /// An effect at the 5 % level that is not confirmed.
    case hint
    /// Any effect is too small to matter.
    case noLinkSeen = "no_link_seen"
    /// The interval extends beyond the smallest effect that matters, and more
    /// days alone would not narrow it.
    case unclear
    /// See ``Verdict/reason`` and ``Verdict/moreDays``.
    case notEnoughData = "not_enough_data"
  }

  /// The reason why there is not enough data.
  public enum Reason: String, CaseIterable, Sendable {
    /// No effect can be estimated at some lag from 1 to 3.
    case tooFewPairs = "too_few_pairs"
    /// Fewer than 60 days have everything the estimate needs.
    case fewerThan60DayPairs = "fewer_than_60_day_pairs"
    /// Fewer than 15 run days, three different loads or three different pains.
    case tooLittleVariation = "too_little_variation"
    /// The weekday and the previous days leave less than 5 % of the load's
    /// variation: running and weekday cannot be separated.
    case loadFixedByWeekday = "load_fixed_by_weekday"
  }

  /// The answer.
  public let kind: Kind

  /// The reason why there is not enough data; `nil` for other answers, and if the
  /// data suffices for an estimate but not for an answer.
  public let reason: Reason?

  /// The lags behind the answer: those that count for worsens, relieves, mixed
  /// and hint, otherwise none.
  public let lags: [Int]

  /// Lags with a Holm *p* below 0.05 whose effect is too small to count: under
  /// 0.1 points worse or 0.3 points better after a typical run.
  public let smallEffectLags: [Int]

  /// U: a larger effect at lags 1 to 3 is unlikely, in points of pain after a
  /// typical run; `nil` if there is a ``reason``.
  public let upperBoundPoints: Double?

  /// From the lowest to the highest limit of the 90 % intervals at lags 1 to
  /// 3, in points of pain after a typical run.
  public let rangePoints: Interval?

  /// The approximate number of additional similar days needed; `nil` if days are
  /// not what is missing.
  public let moreDays: Int?
}
