internal import CivilDay
internal import Correlator
internal import JournalModel
internal import Reports
internal import WrittenValues

/// What stands next to the table of lags.
extension AnswerText {
  /// The remark where a plain correlation contradicts the adjusted effect, with the
  /// reason; `nil` if it does not.
  package var disagreement: String? {
    for lag in analysis.lags where (1...3).contains(lag.correlation.lag) {
      guard let r = lag.correlation.pearson.r, let interval = lag.correlation.pearson.ci95,
        interval.lower > 0 || interval.upper < 0, let adjusted = lag.adjusted
      else { continue }
      let ci95 = adjusted.estimate.ci95
      // Where the adjusted interval or the answer says the same, nothing contradicts.
      guard r > 0 ? ci95.lower <= 0 : ci95.upper >= 0,
        verdict.direction != (r > 0 ? .more : .less)
      else { continue }
      let claim = r > 0 ? "more" : "less"
      let reason =
        r < 0 && skipsWhenSore
        ? "you run less when it hurts, which can produce this by itself"
        : "for days that began with equal pain, no difference is clear"
      return "the plain correlation at lag \(lag.correlation.lag), \(NumberText.signed(r, 2)), "
        + "looks as if running brought \(claim) pain; the adjusted effect does not bear it out: "
        + "\(reason)."
    }
    return nil
  }

  var skipsWhenSore: Bool {
    analysis.reverse.contains { ($0.holmP ?? 1) < 0.05 && ($0.estimate?.slope ?? 0) < 0 }
  }

  /// The effect of pain on running, which makes running look helpful.
  package var reverse: String? {
    guard let today = analysis.reverse.first(where: { $0.lag == 0 }),
      let estimate = today.estimate
    else { return nil }
    let change = unit.amount(abs(estimate.slope))
    let interval =
      "(95 % interval \(unit.signed(estimate.ci95.lower)) to \(unit.signed(estimate.ci95.upper)) "
      + "\(unit.name) per point)"
    guard (today.holmP ?? 1) < 0.05 else {
      return "no clear sign that it changes how much you run that day \(interval)"
    }
    if estimate.slope < 0 {
      return
        "for each extra point of pain you run \(change) less that day \(interval); this can make "
        + "running look better than it is, and the adjusted numbers allow for it"
    }
    return
      "for each extra point of pain you run \(change) more that day \(interval)"
      + (analysis.timing == .morning ? "; were these ratings made after the run?" : "")
  }

  /// Whether a run eases or hurts right away; `nil` without a clear effect.
  package var sameDay: String? {
    guard let run = analysis.sameDay?.run, run.p < 0.01 else { return nil }
    return "in the evening after a run, \(pain) is \(points(abs(run.slope))) "
      + "\(run.slope > 0 ? "higher" : "lower") than after a rest day that began alike (95 % interval "
      + "\(Self.interval(run.ci95)), \(run.pairs) days); an association"
  }
}
