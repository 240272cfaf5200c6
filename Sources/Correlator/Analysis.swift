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

    /// The same given what else the days held; `nil` without a second line.
    public let secondLine: AdjustedEffect?
  }

  /// The effect of the last 365 days at one lag.
  public struct RecentEffect: Equatable, Sendable {
    /// Days from load to pain, 1 to 3.
    public let lag: Int

    /// Points of pain per unit of load.
    public let estimate: SlopeEstimate
  }

  /// From the first day of either series to the last day of either; `nil` if
  /// both are empty.
  public let calendar: ClosedRange<Day>?

  /// The timing that the diary declares.
  public let timing: Timing

  /// Whether declared morning ratings look as if they were made after the run.
  public let timingIsDoubtful: Bool

  /// One element per requested lag, in order.
  public let lags: [Lag]

  /// What else the days held, as far as the second line uses it.
  public let secondLineColumns: [DayColumn]

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

  /// The last 365 days as a diary of their own; `nil` below 455 days.
  ///
  /// A lag that is undefined is left out.
  public let lastYear: [RecentEffect]?

  /// The test of shape; with unknown timing that of the morning version.
  public let bands: BandTest?

  /// What the usual running goes with; likewise.
  public let habitCost: HabitCost?

  /// Whether a run eases or hurts on the same day; `nil` without evening ratings.
  public let sameDay: SameDayEffect?

  /// The answer, from lags 1 to 3 regardless of the requested lags.
  public let verdict: Verdict

  /// The timing used: unknown if the declared one is doubtful.
  public var timingInUse: Timing { timingIsDoubtful ? .unknown : timing }
}

/// Answers whether running is followed by more or less pain on the next days.
///
/// The lag profile is ``lagProfile(load:pain:lags:)`` and describes; the answer
/// rests on ``AdjustedEffect`` at lags 1 to 3. A lag counts if *t*² exceeds
/// ``confidenceBar(pairs:alpha:dimensions:)``, the effect of a typical run is at
/// least 0.1 points worse or 0.3 better, and the ``WeekCrossCheck`` is below 0.05.
/// What the days held besides (``SecondLine``), the shape (``BandTest``) and the
/// halves of the diary (``Halves``) may change the answer; see METHOD 4.
///
/// The bar is so high that one may look as often as one likes: where nothing
/// hidden moves both running and pain, fewer than one runner in twenty ever gets
/// a false claim. An unknown day is never filled in. The result depends on the
/// arguments alone.
///
/// - Parameters:
///   - diary: The days. With an unknown timing, or a morning one that looks wrong,
///     every claim must hold for ratings before and after the run alike.
///   - lags: Days from load to pain.
///   - limit: The smallest effect of one typical run that matters, in points of
///     pain.
/// - Returns: Numbers for every lag and the verdict. Undefined numbers are `nil`,
///   even without a single day.
/// - Complexity: O(*n* log *n*) for each lag and *n* days.
public func analyse(
  _ diary: Diary, lags: ClosedRange<Int> = -7...14, limit: Double = 0.5
) -> Analysis {
  let answer = Answer(diary, limit: limit)
  let (model, days) = (answer.model, answer.model.diary)
  let runs = RunSummary(days)
  let second = model.secondLine
  let first = adjustedEffects(lags, of: model, checked: answer.allDays.evidence?.effects) { lag in
    model.versions.map { $0.fit(at: lag) }
  }
  let further = adjustedEffects(lags, of: model, checked: answer.allDays.evidence?.secondLine) {
    lag in second?.fits(at: lag)?.map(\.self) ?? [nil]
  }
  var profiler = LagProfiler(days)
  return Analysis(
    calendar: days.count == 0 ? nil : days.firstDay...(days.firstDay + (days.count - 1)),
    timing: diary.timing, timingIsDoubtful: answer.timingIsDoubtful,
    lags: lags.map {
      Analysis.Lag(
        correlation: profiler.correlation(at: $0), adjusted: first[$0], secondLine: further[$0])
    },
    secondLineColumns: second?.columns ?? [], reverse: answer.reverse,
    typicalRun: runs.typicalRun, runDays: runs.runDays, restDays: runs.restDays,
    longestGap: runs.longestGap, lastYear: model.lastYear(),
    bands: model.versions[0].bandTest?.checked(), habitCost: model.versions[0].habitCost(),
    sameDay: sameDayEffect(diary), verdict: answer.verdict)
}

/// The verdict of ``analyse(_:lags:limit:)`` alone, at a fraction of its cost.
///
/// - Parameters:
///   - diary: As for ``analyse(_:lags:limit:)``.
///   - limit: Likewise.
/// - Returns: The answer, never undefined.
/// - Complexity: O(*n*) for *n* days.
public func verdict(_ diary: Diary, limit: Double = 0.5) -> Verdict {
  Answer(diary, limit: limit).verdict
}

/// The adjusted effects of load on pain at each lag of `lags` from 1 on.
///
/// - Parameters:
///   - diary: As for ``analyse(_:lags:limit:)``; its timing is never doubted.
///   - lags: Days from load to pain; those below 1 have no effect.
/// - Returns: The effects that are defined, by ascending lag, without
///   cross-checks.
/// - Complexity: O(*n*) for each lag and *n* days.
public func adjustedEffects(_ diary: Diary, lags: ClosedRange<Int> = 1...14) -> [AdjustedEffect] {
  let model = EffectModel(PairedDays(diary), timing: diary.timing)
  return adjustedEffects(lags, of: model, checked: nil) { lag in
    model.versions.map { $0.fit(at: lag) }
  }
  .sorted { $0.key < $1.key }.map(\.value)
}

/// What the usual running goes with on an average day.
///
/// - Parameter diary: As for ``analyse(_:lags:limit:)``; with unknown timing the
///   ratings are read as the morning's.
/// - Returns: The cost, or `nil` with fewer than 60 days or if undefined.
public func habitCost(_ diary: Diary) -> HabitCost? {
  EffectModel(PairedDays(diary), timing: diary.timing).versions[0].habitCost()
}

/// Whether a run eases or hurts on the same day.
///
/// - Parameter diary: As for ``analyse(_:lags:limit:)``, with the ratings of the
///   evening beside those of the morning.
/// - Returns: The effect, or `nil` without evening ratings, with fewer than 60
///   days, 15 run days or 15 rest days.
public func sameDayEffect(_ diary: Diary) -> SameDayEffect? {
  guard diary.eveningPain != nil else { return nil }
  return EffectVersion(PairedDays(diary), rated: .beforeRun).sameDayEffect()
}

/// The effects at `lags` from 1 on that are defined, with Holm's correction over
/// lags 1 to 3, requested or not, and over the later requested ones; `checked` are
/// those with the cross-checks made.
private func adjustedEffects(
  _ lags: ClosedRange<Int>, of model: EffectModel, checked: [AdjustedEffect]?,
  _ fits: (_ lag: Int) -> [WeeklyFit?]
) -> [Int: AdjustedEffect] {
  let typicalRun = RunSummary(model.diary).typicalRun
  var adjusted: [Int: AdjustedEffect] = [:]
  let later = lags.filter { $0 > VerdictLags.all.upperBound }
  for family in [Array(VerdictLags.all), later] {
    let shown = family.compactMap { lag in
      EffectModel.weaker(fits(lag).map { $0?.estimate }).map { (lag, $0.estimate) }
    }
    for ((lag, estimate), p) in zip(shown, holm(shown.map(\.1.p))) where lags.contains(lag) {
      adjusted[lag] = AdjustedEffect(
        lag: lag, estimate: estimate, holmP: p,
        pointsPerTypicalRun: typicalRun.map { $0 * estimate.slope },
        crossCheck: checked?.first { $0.lag == lag }?.crossCheck)
    }
  }
  return adjusted
}
