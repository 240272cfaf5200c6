public import CivilDay

/// Pain after short, middle and long runs, each compared with a rest day.
///
/// The bands of ``BandTest``, read only if the effect at lag 1 counts or the
/// answer depends on the length. They are tested one-sided at 2.5 %, from the
/// longest runs down, until one is not significant (Hsu and Berger 1999, *J. Am.
/// Stat. Assoc.* 94:468): a short run is not blamed unless longer ones are. Where
/// the answer depends on the length, the bands that hurt and those that ease are
/// the ones of the verdict.
///
/// They are not thresholds: a diary cannot tell from which load on it hurts. The
/// interval of the bend in a broken line contains the true place far less often
/// than it promises.
public struct DoseResponse: Equatable, Sendable {
  /// A third of the runs.
  public struct Band: Equatable, Sendable {
    /// The smallest and the largest load in this band.
    public let loads: ClosedRange<Double>

    /// The estimate.
    public let band: BandTest.Band

    /// The *p*-value of no effect, one-sided in the direction tested, 0 to 1.
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
    /// The effect at lag 1 does not count, and the bands do not differ.
    case noClearEffect = "no_clear_effect"
    /// Nobody knows when the pain was rated.
    case timingUnknown = "timing_unknown"
    /// A third of the runs has fewer than eight days.
    case thirdsTooSmall = "thirds_too_small"
  }

  /// The thirds, smallest loads first; empty if there is a ``reason``.
  ///
  /// All loads in one are above those in the previous one.
  public let bands: [Band]

  /// The degrees of freedom of the bands' tests; `nil` without bands.
  public let degreesOfFreedom: Int?

  /// The reason why there are none; `nil` otherwise.
  public let reason: Reason?

  /// The first day of the days read; `nil` for all days.
  public let since: Day?
}

/// Shows after which runs the pain differs from the pain after a rest day.
///
/// - Parameters:
///   - diary: The days. If the effect changed, only those since then are read.
///   - limit: As for ``analyse(_:lags:limit:)``.
/// - Returns: The bands, or the reason why there are none.
/// - Complexity: O(*n*) for *n* days.
public func doseResponse(_ diary: Diary, limit: Double = 0.5) -> DoseResponse {
  let answer = Answer(diary, limit: limit)
  let days = answer.model.diary
  return DoseResponse(
    answer.verdict, loads: Array(days.load[answer.verdict.since...]),
    timing: answer.timingInUse)
}

extension DoseResponse {
  /// The level of each test.
  static let level = 0.025

  /// Whether a verdict has bands to show.
  public static func isOpen(_ verdict: Verdict) -> Bool {
    switch verdict.kind {
    case .worsens, .lessPainAfter: verdict.lags.contains(1)
    case .dependsOnLength: true
    case .mixed, .hint, .noLinkSeen, .unclear, .notEnoughData: false
    }
  }

  private init(_ reason: Reason, since: Day?) {
    self.init(bands: [], degreesOfFreedom: nil, reason: reason, since: since)
  }

  /// Reads the bands behind a verdict; `loads` are those of its days.
  init(_ verdict: Verdict, loads: [Double], timing: Timing) {
    let since = verdict.sinceDay
    guard let evidence = verdict.evidence else {
      self.init(.notEnoughData, since: since)
      return
    }
    guard timing != .unknown else {
      self.init(.timingUnknown, since: since)
      return
    }
    guard Self.isOpen(verdict) else {
      self.init(.noClearEffect, since: since)
      return
    }
    guard let test = evidence.bands else {
      self.init(.thirdsTooSmall, since: since)
      return
    }
    var bands: [Band] = []
    var isTested = true
    for band in test.bands.reversed() {
      let (p, outcome) =
        verdict.kind == .dependsOnLength
        ? (band.p / 2, Self.outcome(band.index, verdict))
        : Self.stepDown(band, isWorse: verdict.kind == .worsens, &isTested)
      bands.append(
        Band(
          loads: test.loads(in: band.index, of: loads), band: band, oneSidedP: p,
          outcome: outcome))
    }
    self.init(
      bands: bands.reversed(), degreesOfFreedom: test.degreesOfFreedom, reason: nil, since: since)
  }

  /// A band as the verdict has it.
  private static func outcome(_ band: Int, _ verdict: Verdict) -> Outcome {
    (verdict.hurtingBands + verdict.easingBands).contains(band) ? .found : .notFound
  }

  /// From the top down, so that a short run is never blamed alone.
  private static func stepDown(
    _ band: BandTest.Band, isWorse: Bool, _ isTested: inout Bool
  ) -> (Double, Outcome) {
    // Half the two-sided p only if the sign is as expected.
    let p = (band.points > 0) == isWorse ? band.p / 2 : 1 - band.p / 2
    guard isTested else { return (p, .notTested) }
    isTested = p < level
    return (p, isTested ? .found : .notFound)
  }
}

extension BandTest {
  /// From the smallest to the largest of the loads in a band.
  fileprivate func loads(in band: Int, of loads: [Double]) -> ClosedRange<Double> {
    let own = loads.filter { load in
      load > 0 && (load <= limits.lower ? 0 : load <= limits.upper ? 1 : 2) == band
    }
    return (own.min() ?? 0)...(own.max() ?? 0)
  }
}
