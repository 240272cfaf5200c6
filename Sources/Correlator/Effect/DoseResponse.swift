/// Pain after short, middle and long runs, each compared with a rest day.
///
/// The runner's own run loads are split into thirds, and the model of
/// ``AdjustedEffect`` is fitted with a dummy for each third instead of the load.
/// The bands are tested from the top down, one-sided at 2.5 % in the direction of
/// the overall effect, until one is not significant (Hsu and Berger 1999, *J. Am.
/// Stat. Assoc.* 94:468): a short run is not blamed unless longer ones are.
///
/// There are bands only if the overall effect is significant, so without an
/// effect they are found in no more diaries than it is. They are not thresholds:
/// a diary cannot tell from which load on it hurts. The interval of the bend in a
/// broken line contains the true place far less often than it promises.
public struct DoseResponse: Equatable, Sendable {
  /// A third of the runs.
  public struct Band: Equatable, Sendable {
    /// The smallest and the largest load in this band.
    public let loads: ClosedRange<Double>

    /// The days in this band that the model uses.
    public let days: Int

    /// Points of pain relative to a rest day, with standard error and interval;
    /// its `p` is two-sided.
    public let estimate: SlopeEstimate

    /// The *p*-value of no effect, one-sided in the direction of the overall
    /// effect, 0 to 1.
    public let oneSidedP: Double

    /// The result of the test.
    public let outcome: Outcome
  }

  /// The result of the test of a band.
  public enum Outcome: String, CaseIterable, Sendable {
    /// It differs from a rest day.
    case found
    /// It does not.
    case notFound = "not_found"
    /// A band above it did not, so nothing is claimed.
    case notTested = "not_tested"
  }

  /// The reason why there are no bands.
  public enum Reason: String, CaseIterable, Sendable {
    /// There is not enough data for a verdict either.
    case notEnoughData = "not_enough_data"
    /// No effect at lags 1 to 3 has a Holm *p* below 0.05.
    case noClearEffect = "no_clear_effect"
    /// Some of these effects are for the worse, others for the better.
    case bothDirections = "both_directions"
    /// A third of the runs covers fewer than ten days.
    case thirdsTooSmall = "thirds_too_small"
  }

  /// Days from load to pain: the lag of 1 to 3 with the clearest effect; `nil`
  /// without bands.
  public let lag: Int?

  /// The thirds, smallest loads first; empty if there is a ``reason``.
  ///
  /// All loads in one are above those in the previous one.
  public let bands: [Band]

  /// The reason why there are none; `nil` otherwise.
  public let reason: Reason?
}

/// Shows after which runs the pain differs from the pain after a rest day.
///
/// - Parameters:
///   - load: As for ``analyse(load:pain:timing:lags:sesoi:)``.
///   - pain: Likewise.
///   - timing: When in the day pain was rated. If unknown, each band has the
///     smaller effect of both versions, with the larger *p*, or 1 if their signs
///     differ.
/// - Returns: The bands, or the reason why there are none.
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

  /// The days that each band needs: with fewer, a standard error is unreliable.
  static let neededDays = 10

  /// The level of each test.
  static let level = 0.025

  /// No bands.
  init(_ reason: Reason) {
    self.init(lag: nil, bands: [], reason: reason)
  }

  /// The bands of a diary with these effects.
  init(_ diary: PairedDays, effects: [AdjustedEffect], model: inout EffectModel) {
    // The gate: without it, three more tests would raise the rate of false alarms.
    let significant = effects.filter { $0.holmP < 0.05 }
    guard let clearest = significant.min(by: { $0.estimate.p < $1.estimate.p }) else {
      self.init(.noClearEffect)
      return
    }
    let isWorse = clearest.estimate.slope > 0
    // One-sided tests need one direction.
    guard significant.allSatisfy({ ($0.estimate.slope > 0) == isWorse }) else {
      self.init(.bothDirections)
      return
    }
    // Split all runs, not only those the model can use, so that the bands describe
    // what the runner knows.
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
    // From the top down, so that a short run is never blamed alone.
    for (band, effect) in effects.enumerated().reversed() {
      let (slope, p) = (effect.estimate.slope, effect.estimate.p)
      // Half the two-sided p only if the sign is as expected.
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

/// Loads of run days, split by their terciles.
private struct Thirds {
  private let runs: [Double]
  private let cuts: [Double]

  init(_ runs: [Double]) {
    self.runs = runs
    cuts = [1.0 / 3, 2.0 / 3].compactMap { quantile($0, of: runs) }
  }

  /// The band of a load, with a tercile in the band below it; `nil` for a rest
  /// day.
  func band(_ load: Double) -> Int? {
    load > 0 ? cuts.count { load > $0 } : nil
  }

  /// From the smallest to the largest load of a band that has any.
  func loads(in band: Int) -> ClosedRange<Double> {
    let loads = runs.filter { self.band($0) == band }
    return (loads.min() ?? 0)...(loads.max() ?? 0)
  }
}
