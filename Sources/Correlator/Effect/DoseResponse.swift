/// Pain after short, middle and long runs, each against a rest day.
///
/// The runner's own run loads are parted into thirds, and the model of
/// ``AdjustedEffect`` is fitted with a dummy for each third instead of the load.
/// The bands are tested from the top down, one-sided at 2.5 % in the direction of
/// the overall effect, until one is not significant (Hsu and Berger 1999, *J. Am.
/// Stat. Assoc.* 94:468): a short run is not blamed while longer ones are not.
///
/// There are bands only where the overall effect is significant, so that they
/// are found in no more diaries without an effect than it is. They are no
/// threshold: from which load on it hurts, a diary cannot tell. The interval of the
/// bend in a broken line holds the true place far less often than it promises.
public struct DoseResponse: Equatable, Sendable {
  /// A third of the runs.
  public struct Band: Equatable, Sendable {
    /// The smallest and the largest load of the runner's days in this band.
    public let loads: ClosedRange<Double>

    /// Days of this band that the model uses.
    public let days: Int

    /// Points of pain against a rest day, their standard error and interval;
    /// its `p` is two-sided.
    public let estimate: SlopeEstimate

    /// The *p*-value of no effect, one-sided in the direction of the overall
    /// effect, 0 to 1.
    public let oneSidedP: Double

    /// What the test says.
    public let outcome: Outcome
  }

  /// What the test of a band says.
  public enum Outcome: String, CaseIterable, Sendable {
    /// It can be told from a rest day.
    case found
    /// It cannot.
    case notFound = "not_found"
    /// A band above it could not, so that nothing is claimed.
    case notTested = "not_tested"
  }

  /// Why there are no bands.
  public enum Reason: String, CaseIterable, Sendable {
    /// There is not enough for a verdict either.
    case notEnoughData = "not_enough_data"
    /// No effect at lags 1 to 3 has a Holm *p* below 0.05.
    case noClearEffect = "no_clear_effect"
    /// Some of those that have are for the worse, others for the better.
    case bothDirections = "both_directions"
    /// A third of the runs has fewer than ten days.
    case thirdsTooSmall = "thirds_too_small"
  }

  /// Days from load to pain: of lags 1 to 3 the one with the clearest effect;
  /// `nil` without bands.
  public let lag: Int?

  /// The thirds, least load first; empty if there is a ``reason``.
  ///
  /// All loads of one are above those of the one before it.
  public let bands: [Band]

  /// Why there are none; `nil` if there are.
  public let reason: Reason?
}

/// Answers after which of the runner's runs pain differs from that after a rest
/// day.
///
/// - Parameters:
///   - load: As for ``analyse(load:pain:timing:lags:sesoi:)``.
///   - pain: Likewise.
///   - timing: When in the day pain was rated. If that is unknown, each band has
///     the smaller effect of both versions, with the larger *p*, or 1 if their
///     signs differ.
/// - Returns: The bands, or why there are none.
/// - Complexity: O(*n*) for *n* days.
public func doseResponse(
  load: DailySeries, pain: DailySeries, timing: Timing = .morning
) -> DoseResponse {
  let diary = PairedDays(load: load, pain: pain)
  var now = Snapshot(diary, timing: timing)
  return now.doseResponse(of: diary)
}

extension DoseResponse {
  /// The number of bands.
  static let count = 3

  /// Days that each band must have: with fewer a standard error is not to be
  /// relied on.
  static let neededDays = 10

  /// The level of each test.
  static let level = 0.025

  /// No bands.
  init(_ reason: Reason) {
    self.init(lag: nil, bands: [], reason: reason)
  }

  /// The bands of a diary with these effects.
  init(_ diary: PairedDays, effects: [AdjustedEffect], model: inout EffectModel) {
    let significant = effects.filter { $0.holmP < 0.05 }
    guard let clearest = significant.min(by: { $0.estimate.p < $1.estimate.p }) else {
      self.init(.noClearEffect)
      return
    }
    let isWorse = clearest.estimate.slope > 0
    guard significant.allSatisfy({ ($0.estimate.slope > 0) == isWorse }) else {
      self.init(.bothDirections)
      return
    }
    let thirds = Thirds(diary.load.filter { $0 > 0 })
    guard
      let effects = model.bandEffects(lag: clearest.lag, count: Self.count, bandOf: thirds.band),
      effects.allSatisfy({ $0.days >= Self.neededDays })
    else {
      self.init(.thirdsTooSmall)
      return
    }
    var bands: [Band] = []
    var outcome = Outcome.found
    for (band, effect) in effects.enumerated().reversed() {
      let (slope, p) = (effect.estimate.slope, effect.estimate.p)
      let oneSidedP = (slope > 0) == isWorse ? p / 2 : 1 - p / 2
      if outcome == .found {
        outcome = oneSidedP < Self.level ? .found : .notFound
      } else {
        outcome = .notTested
      }
      bands.append(
        Band(
          loads: thirds.loads(in: band), days: effect.days, estimate: effect.estimate,
          oneSidedP: oneSidedP, outcome: outcome))
    }
    self.init(lag: clearest.lag, bands: bands.reversed(), reason: nil)
  }
}

/// Loads of run days, parted by their terciles.
private struct Thirds {
  private let runs: [Double]
  private let cuts: [Double]

  init(_ runs: [Double]) {
    self.runs = runs
    cuts = [1.0 / 3, 2.0 / 3].compactMap { quantile($0, of: runs) }
  }

  /// The band of a load, a tercile belonging to the one below it; `nil` for a
  /// rest day.
  func band(_ load: Double) -> Int? {
    load > 0 ? cuts.count { load > $0 } : nil
  }

  /// From the smallest to the largest load of a band that has any.
  func loads(in band: Int) -> ClosedRange<Double> {
    let loads = runs.filter { self.band($0) == band }
    return (loads.min() ?? 0)...(loads.max() ?? 0)
  }
}
