/// What a diary allows to say about running and pain on the following days.
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
    /// Any effect is smaller than matters.
    case noLinkSeen = "no_link_seen"
    /// The interval reaches beyond what matters, and more days alone would not
    /// narrow it.
    case unclear
    /// See ``Verdict/reason`` and ``Verdict/moreDays``.
    case notEnoughData = "not_enough_data"
  }

  /// Why there is not enough data.
  public enum Reason: String, CaseIterable, Sendable {
    /// No effect can be estimated at some lag from 1 to 3.
    case tooFewPairs = "too_few_pairs"
    /// Fewer than 60 days have all that the estimate needs.
    case fewerThan60DayPairs = "fewer_than_60_day_pairs"
    /// Fewer than 15 run days, three different loads or three different pains.
    case tooLittleVariation = "too_little_variation"
    /// The weekday and the days before leave less than 5 % of the load's
    /// variation: running and weekday cannot be told apart.
    case loadFixedByWeekday = "load_fixed_by_weekday"
  }

  /// The answer.
  public let kind: Kind

  /// Why there is not enough data; `nil` for other answers, and if the data
  /// suffice for an estimate but not for an answer.
  public let reason: Reason?

  /// The lags that the answer rests on: those that count for worsens, relieves,
  /// mixed and hint, else none.
  public let lags: [Int]

  /// Lags with a Holm *p* below 0.05 whose effect is too small to count: under
  /// 0.1 points worse or 0.3 points better after a typical run.
  public let smallEffectLags: [Int]

  /// U: no effect at lags 1 to 3 is likely to be larger, in points of pain
  /// after a typical run; `nil` if ``reason`` is not.
  public let upperBoundPoints: Double?

  /// From the lowest to the highest limit of the 90 % intervals at lags 1 to
  /// 3, in points of pain after a typical run.
  public let rangePoints: Interval?

  /// About how many more days like those at hand would do; `nil` if that is not
  /// what is missing.
  public let moreDays: Int?
}
