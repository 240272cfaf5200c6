public import CivilDay

/// Everything a diary says about load and later pain.
public struct Analysis: Equatable, Sendable {
  /// One lag: the correlation of load and pain, and the effect that remains after
  /// adjusting for everything known beforehand.
  public struct Lag: Equatable, Sendable {
    /// The plain correlation, for description only.
    public let correlation: LaggedCorrelation

    /// The adjusted effect; `nil` at lags below 1 and where undefined.
    public let adjusted: AdjustedEffect?
  }

  /// From the first day of either series to the last day of either; `nil` if
  /// both are empty.
  public let calendar: ClosedRange<Day>?

  /// One element per requested lag, in order.
  public let lags: [Lag]

  /// Whether pain changes the load of the same day and of the next.
  public let reverse: [ReverseEffect]

  /// The median of the loads above zero; `nil` without any.
  public let typicalRun: Double?

  /// The number of days with a load above zero.
  public let runDays: Int

  /// The number of days known to be without load.
  public let restDays: Int

  /// The longest run of days on which load or pain is unknown.
  public let longestGap: Int

  /// The answer, from lags 1 to 3 regardless of the requested lags.
  public let verdict: Verdict
}

/// Answers whether load worsens or relieves pain on the following days.
///
/// The lag profile is ``lagProfile(load:pain:lags:)``, the effects are
/// ``AdjustedEffect``. A verdict ``Verdict/Kind-swift.enum/worsens`` or
/// ``Verdict/Kind-swift.enum/relieves`` needs, at the ends of the last two
/// months, a Holm *p* below 0.005 at a lag from 1 to 3, at least 0.1 points worse
/// or 0.3 better after a typical run, and a ``WeekCrossCheck`` below 0.05.
/// Otherwise, with all days to date: the same at 0.05 is a hint; if every 90 %
/// interval is within ± `sesoi`, no link is seen; else more days are needed.
///
/// An unknown day is never filled in. The result depends on the arguments alone.
///
/// - Parameters:
///   - load: Daily values of at least 0 in any one unit; 0 is a known rest day.
///   - pain: Daily ratings from 0 to 10. It may cover other days than `load`.
///   - timing: When in the day pain was rated.
///   - lags: Days from load to pain.
///   - sesoi: The smallest effect size of interest, in points of pain after a
///     typical run. Patients notice a change of 1 point (Salaffi et al. 2004,
///     *Eur. J. Pain* 8:283).
/// - Returns: Numbers for every lag and the verdict. Undefined numbers are `nil`,
///   even without a single day.
/// - Complexity: O(*n* log *n*) for each lag and *n* days.
public func analyse(
  load: DailySeries, pain: DailySeries, timing: Timing = .morning,
  lags: ClosedRange<Int> = -7...14, sesoi: Double = 1
) -> Analysis {
  let diary = PairedDays(load: load, pain: pain)
  var profiler = LagProfiler(diary)
  var now = Snapshot(diary, timing: timing)
  let verdict = Verdict(diary, now: &now, timing: timing, sesoi: sesoi)
  let effects = now.adjustedEffects(lags: lags)
  return Analysis(
    calendar: diary.count == 0
      ? nil : diary.firstDay...(diary.firstDay + (diary.count - 1)),
    lags: lags.map {
      Analysis.Lag(correlation: profiler.correlation(at: $0), adjusted: effects[$0])
    },
    reverse: ReverseEffect.all(diary), typicalRun: now.runs.typicalRun,
    runDays: now.runs.runDays, restDays: now.runs.restDays, longestGap: now.runs.longestGap,
    verdict: verdict)
}

/// The verdict of ``analyse(load:pain:timing:lags:sesoi:)`` alone, at a tenth of
/// its cost.
///
/// - Parameters:
///   - load: As for ``analyse(load:pain:timing:lags:sesoi:)``.
///   - pain: Likewise.
///   - timing: When in the day pain was rated.
///   - sesoi: The smallest effect size of interest, in points of pain after a
///     typical run.
/// - Returns: The answer, never undefined.
/// - Complexity: O(*n*) for *n* days.
public func verdict(
  load: DailySeries, pain: DailySeries, timing: Timing = .morning, sesoi: Double = 1
) -> Verdict {
  let diary = PairedDays(load: load, pain: pain)
  var now = Snapshot(diary, timing: timing)
  return Verdict(diary, now: &now, timing: timing, sesoi: sesoi)
}

/// The adjusted effects of load on pain at each lag of `lags` from 1 on.
///
/// - Parameters:
///   - load: As for ``analyse(load:pain:timing:lags:sesoi:)``.
///   - pain: Likewise.
///   - timing: When in the day pain was rated.
///   - lags: Days from load to pain; those below 1 have no effect.
/// - Returns: The effects that are defined, by ascending lag, without
///   cross-checks.
/// - Complexity: O(*n*) for each lag and *n* days.
public func adjustedEffects(
  load: DailySeries, pain: DailySeries, timing: Timing = .morning,
  lags: ClosedRange<Int> = 1...14
) -> [AdjustedEffect] {
  var now = Snapshot(PairedDays(load: load, pain: pain), timing: timing)
  return now.adjustedEffects(lags: lags).sorted { $0.key < $1.key }.map(\.value)
}
