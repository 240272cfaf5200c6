import Correlator
import Reports
import WrittenValues

/// The verdict in words: the association, its certainty, and what would change it.
struct VerdictText {
  private let report: CorrelationReport
  private let unit: LoadUnit
  private let verdict: Verdict

  /// - Parameters:
  ///   - report: The analysis.
  ///   - unit: The measure of its load.
  init(_ report: CorrelationReport, unit: LoadUnit) {
    self.report = report
    self.unit = unit
    verdict = report.analysis.verdict
  }

  /// The name of the pain.
  var pain: String { report.question.pain.name }

  /// The answer.
  var sentence: String {
    let small = smallEffect.map { " \($0)" } ?? ""
    switch verdict.kind {
    case .worsens:
      return "More running is followed by more pain: \(effects(verdict.lags)) after a typical run. "
        + "This held at the ends of the last two months."
    case .relieves:
      return "More running is followed by less pain: \(effects(verdict.lags)) after a typical run. "
        + "This held at the ends of the last two months, but people who feel well run more, so "
        + "only a randomised test can prove that running relieves it."
    case .mixed:
      return "More running is followed by more pain at some lags and by less at others: "
        + "\(effects(verdict.lags)) after a typical run."
    case .hint:
      return "A hint, not confirmed: more running is followed by \(directions(verdict.lags)): "
        + "\(effects(verdict.lags)) after a typical run."
    case .noLinkSeen:
      let bound = NumberText.fixed(
        verdict.upperBoundPoints, (verdict.upperBoundPoints ?? 1) < 0.1 ? 2 : 1)
      return "No link between running and \(pain) on the next three days is seen; an effect larger "
        + "than \(bound) points after a typical run is unlikely." + small
    case .unclear:
      let range = verdict.rangePoints
      return "Unclear: after a typical run \(pain) changes by between "
        + "\(NumberText.signed(range?.lower, 1)) and \(NumberText.signed(range?.upper, 1)) points "
        + "on the next three days." + small
    case .notEnoughData:
      return "Not enough data yet: \(shortage)" + small
    }
  }

  /// The reason why the data are insufficient.
  private var shortage: String {
    let more = verdict.moreDays.map { "about \($0) more days like these are needed" }
    switch verdict.reason {
    case .tooFewPairs where report.analysis.runDays == 0:
      return "no day with a run is known."
    case .tooFewPairs, .fewerThan60DayPairs:
      return "the estimate needs 60 days on which load and pain are known with the days around "
        + "them\(more.map { "; \($0)" } ?? "")."
    case .tooLittleVariation:
      return "it takes at least 15 run days, three different loads and three different ratings."
    case .loadFixedByWeekday:
      return "you always run on the same weekdays, so running and weekday cannot be told apart; "
        + "vary a run day."
    case nil:
      let size = NumberText.shortest(report.question.sesoi)
      return "\(more ?? "more days are needed") to tell whether an effect of \(size) "
        + "\(report.question.sesoi == 1 ? "point" : "points") is there."
    }
  }

  private var smallEffect: String? {
    guard !verdict.smallEffectLags.isEmpty else { return nil }
    return "A small effect shows (\(effects(verdict.smallEffectLags)) after a typical run), "
      + "below what is counted."
  }

  /// What would change the answer.
  var whatWouldChangeIt: String {
    switch verdict.kind {
    case .worsens, .relieves, .mixed:
      "if the effect no longer holds at a month's end, this becomes a hint; a randomised test of "
        + "your own would be the only proof."
    case .hint:
      "if it holds at the ends of two months in a row at the stricter level of 0.5 %, it counts as "
        + "confirmed; if it was chance, it will fade with more days."
    case .noLinkSeen:
      "runs unlike yours so far, longer or harder ones, may differ; more days narrow the "
        + "bound."
    case .unclear:
      "more variation: run days on other weekdays, and runs of different length."
    case .notEnoughData where verdict.reason == .loadFixedByWeekday:
      "a run on a weekday on which you usually rest, now and then."
    case .notEnoughData:
      "more days with a rating before running and every run written down."
    }
  }

  /// The remark where a plain correlation contradicts the adjusted effect, with the
  /// reason; `nil` if it does not.
  var disagreement: String? {
    for lag in report.analysis.lags where (1...3).contains(lag.correlation.lag) {
      guard let r = lag.correlation.pearson.r, let interval = lag.correlation.pearson.ci95,
        interval.lower > 0 || interval.upper < 0, let adjusted = lag.adjusted
      else { continue }
      let isSeen = adjusted.holmP < 0.05 && (adjusted.estimate.slope > 0) == (r > 0)
      guard !isSeen else { continue }
      let claim = r > 0 ? "more pain" : "less pain"
      let reason =
        r < 0 && skipsWhenSore
        ? "you run less when it hurts, which alone makes a correlation like this"
        : "with equal pain before it, it may be chance"
      return "the plain correlation at lag \(lag.correlation.lag), \(NumberText.signed(r, 2)), "
        + "seems to say that running brings \(claim), but the adjusted effect does not bear it "
        + "out: \(reason)."
    }
    return nil
  }

  private var skipsWhenSore: Bool {
    report.analysis.reverse.contains { ($0.holmP ?? 1) < 0.05 && ($0.estimate?.slope ?? 0) < 0 }
  }

  /// The effect of pain on running, which makes running look helpful.
  var reverse: String? {
    guard let today = report.analysis.reverse.first(where: { $0.lag == 0 }),
      let estimate = today.estimate
    else { return nil }
    let change = unit.amount(abs(estimate.slope))
    let interval =
      "(95 % interval \(unit.signed(estimate.ci95.lower)) to \(unit.signed(estimate.ci95.upper)))"
    guard (today.holmP ?? 1) < 0.05 else {
      return "no clear sign that pain changes how much you run that day \(interval)"
    }
    if estimate.slope < 0 {
      return
        "for each extra point of pain you run \(change) less that day \(interval); this alone "
        + "makes running look helpful, and the adjusted numbers take it into account"
    }
    return
      "for each extra point of pain you run \(change) more that day \(interval); the adjusted numbers "
      + "take it into account"
  }

  /// Effects as `+0.2 points the next day, +0.1 2 days later`.
  private func effects(_ lags: [Int]) -> String {
    lags.compactMap { lag in
      guard let effect = effect(lag), let points = effect.pointsPerTypicalRun else { return nil }
      return "\(NumberText.signed(points, abs(points) < 0.1 ? 2 : 1)) points \(Self.later(lag))"
    }.joined(separator: ", ")
  }

  private func directions(_ lags: [Int]) -> String {
    let signs = Set(lags.compactMap { effect($0).map { $0.estimate.slope > 0 } })
    return signs.count > 1 ? "more or less pain" : signs.contains(true) ? "more pain" : "less pain"
  }

  private func effect(_ lag: Int) -> AdjustedEffect? {
    report.analysis.lags.first { $0.correlation.lag == lag }?.adjusted
  }

  /// The time some days after a run, in words.
  static func later(_ lag: Int) -> String { lag == 1 ? "the next day" : "\(lag) days later" }
}

extension CorrelationQuestion.Pain {
  /// Its name.
  var name: String {
    switch self {
    case .leg: "leg pain"
    case .back: "back pain"
    case .worst: "the day's worst leg pain"
    case .reach: "the reach of the pain"
    }
  }
}
