/// How much worse or better pain is, some days after more running than expected
/// on a day like that.
///
/// A lag-augmented local projection (Montiel Olea and Plagborg-Møller 2021,
/// *Econometrica* 89:1789): the pain `lag` days later is predicted from this
/// morning's pain, the mean of the past week, the recent runs, a trend and the
/// weekday; so is the load. The slope shows whether pain was higher than
/// predicted after the load was. A runner who rests on sore days has a plain
/// correlation that says "running relieves", but this slope stays near zero.
///
/// Day *t* is used if x[t], x[t−1], x[t−2], y[t] and y[t + lag] are known; a
/// rating after the run counts as y of the day before it. If the time of the
/// rating is unknown, both versions are fitted: the smaller slope is shown, with
/// the larger *p*, or 1 if their signs differ.
public struct AdjustedEffect: Equatable, Sendable {
  /// Days from load to pain, at least 1.
  public let lag: Int

  /// Points of pain per unit of load.
  public let estimate: SlopeEstimate

  /// `estimate.p` after Holm's correction: over lags 1 to 3, which carry the
  /// verdict, or over the later lags.
  public let holmP: Double

  /// Points of pain after a typical run; `nil` without runs.
  public let pointsPerTypicalRun: Double?

  /// Only where the verdict may need it: at lags 1 to 3, if the effect passes the
  /// bar of a hint and is not small.
  public let crossCheck: WeekCrossCheck?
}

/// Whether pain on a morning changes the load of that day or the next.
///
/// The load `lag` days later is predicted from the loads and pains before this
/// morning, a trend and the weekday. It explains why a plain correlation can
/// make running look helpful; it never changes the verdict.
public struct ReverseEffect: Equatable, Sendable {
  /// Days from pain to load: 0 or 1.
  public let lag: Int

  /// Units of load per point of pain; `nil` with fewer than 20 days or if
  /// undefined.
  public let estimate: SlopeEstimate?

  /// `estimate.p` after Holm's correction over both lags.
  public let holmP: Double?
}

extension ReverseEffect {
  /// Both lags.
  static func all(_ diary: PairedDays) -> [ReverseEffect] {
    var regression = ControlledRegression(.reverse(diary), outcome: diary.load)
    let fits = [regression.fit(lag: 0), regression.fit(lag: 1)]
    let adjusted = holm(fits.compactMap { $0?.p })
    var next = adjusted.makeIterator()
    return fits.enumerated().map { lag, fit in
      ReverseEffect(lag: lag, estimate: fit, holmP: fit == nil ? nil : next.next())
    }
  }
}
