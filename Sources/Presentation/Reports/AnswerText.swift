internal import CivilDay
package import Correlator
internal import JournalModel
package import Reports
internal import WrittenValues

/// The answer in words: one sentence, and at most four lines below it.
package struct AnswerText {
  private let report: CorrelationReport
  private let unit: LoadUnit
  private let mayAdvise: Bool
  private var analysis: Analysis { report.analysis }
  private var verdict: Verdict { report.analysis.verdict }
  private var evidence: Verdict.Evidence? { verdict.evidence }

  /// - Parameters:
  ///   - report: The analysis.
  ///   - unit: The measure of its load.
  ///   - mayAdvise: Whether a line may speak of trials and other runs; not under a
  ///     red flag, guidance or a flare-up.
  package init(_ report: CorrelationReport, unit: LoadUnit, mayAdvise: Bool = true) {
    self.report = report
    self.unit = unit
    self.mayAdvise = mayAdvise
  }

  /// The name of the pain.
  package var pain: String { report.question.pain.name }

  // MARK: The sentence

  /// What a tired runner needs to know.
  package var sentence: String {
    guard report.load.carriesVerdict else {
      return "\(unit.title) only describes: the answer comes from km or minutes."
    }
    guard let day = verdict.sinceDay else { return allDaysSentence }
    return "Since \(Self.name(day.month)): \(allDaysSentence.uncapitalised)"
  }

  private var allDaysSentence: String {
    switch verdict.kind {
    case .worsens:
      return "Your runs \(seem) followed by more \(pain)\(condition)."
    case .lessPainAfter:
      return "Your runs \(seem) followed by less \(pain), perhaps because you run when you feel "
        + "well\(condition)."
    case .mixed:
      return mixedSentence
    case .dependsOnLength:
      return lengthSentence
    case .hint:
      return hintSentence
    case .noLinkSeen:
      return "No link seen between your runs and \(pain) over the next three days; a difference of "
        + "more than \(bound) points after a typical run is unlikely."
    case .unclear:
      return verdict.reason == .pBelow05
        ? "Unclear: a small link may be there; after a typical run, \(pain) could be anything from "
          + "\(range)."
        : "Unclear: after a typical run, \(pain) over the next three days could be anything from "
          + "\(range)."
    case .notEnoughData:
      return shortage
    }
  }

  /// An answer that rests on days that nobody marked is worded with care.
  private var seem: String { report.verdictWithoutImpliedRest == nil ? "are" : "seem to be" }

  private var condition: String {
    report.verdictWithoutImpliedRest == nil ? "" : ", if the days you left blank were rest days"
  }

  private var mixedSentence: String {
    func days(_ isMore: Bool) -> String {
      Self.list(
        verdict.lags.filter { lag in ((effect(lag)?.estimate.slope ?? 0) > 0) == isMore }
          .map(Self.dayAfter))
    }
    return "There is more \(pain) \(days(true)) your runs, and less \(days(false)) them."
  }

  private var lengthSentence: String {
    let (more, less) = (Self.runs(verdict.hurtingBands), Self.runs(verdict.easingBands))
    let start = "It depends on the length: there is more \(pain) the day after your \(more) runs"
    return less.isEmpty ? "\(start)." : "\(start), and less after the \(less) ones."
  }

  /// Thirds of the runs as an adjective.
  private static func runs(_ bands: [Int]) -> String {
    switch bands {
    case []: ""
    case [0]: "shortest"
    case [1]: "middling"
    case [2]: "longest"
    case [0, 1]: "shorter"
    case [1, 2]: "longer"
    default: "shortest and longest"
    }
  }

  private var hintSentence: String {
    let direction =
      switch verdict.direction {
      case .more: "more \(pain)"
      case .less: "less \(pain)"
      case .both, nil: "more \(pain) on some days and by less on others"
      }
    switch verdict.reason {
    case .goneInSecondLine:
      return
        "A hint: your runs may be followed by \(direction); \(besides("or")) may explain some of "
        + "it."
    case .onlyInSecondLine:
      return "A hint: allowing for \(besides("and")), your runs may be followed by \(direction); "
        + "without that, there is no clear link."
    default:
      return "A hint: your runs may be followed by \(direction)."
    }
  }

  /// What else the days held, as `sitting or flare-ups`.
  private func besides(_ last: String) -> String {
    Self.list((evidence?.secondLineColumns ?? []).map(\.phrase), last)
  }

  /// U, rounded up, so that it bounds what it is said to bound.
  private var bound: String {
    NumberText.fixed(Self.roundedUp(verdict.couldBeMissed ?? 0), 1)
  }

  /// `0.3 points lower to 0.6 higher`, rounded outwards.
  private var range: String {
    guard let range = evidence?.range else { return "" }
    func side(_ value: Double, isUpper: Bool) -> String {
      let size = isUpper == (value > 0) ? Self.roundedUp(abs(value)) : Self.roundedDown(abs(value))
      return
        "\(NumberText.fixed(size, 1))\(isUpper ? "" : " points") \(value > 0 ? "higher" : "lower")"
    }
    return "\(side(range.lower, isUpper: false)) to \(side(range.upper, isUpper: true))"
  }

  private static func roundedUp(_ size: Double) -> Double { (size * 10 - 1e-9).rounded(.up) / 10 }

  private static func roundedDown(_ size: Double) -> Double {
    (size * 10 + 1e-9).rounded(.down) / 10
  }

  /// The reason why the data are insufficient.
  private var shortage: String {
    if analysis.runDays == 0 { return "Not enough data yet: no day with a run is known." }
    switch verdict.reason {
    case .fewerThan15RunDays:
      return "Not enough data yet: \(analysis.runDays) of 15 run days."
    case .tooLittleVariation:
      return "Not enough data yet: your runs or your ratings are nearly all the same."
    case .loadFixedByWeekday:
      return
        "Cannot tell yet: you always run on the same weekdays, so running and weekday cannot be "
        + "told apart."
    case .tooFewFreeChoices:
      return "Cannot tell yet: you keep so closely to a plan that running and rest can hardly be "
        + "compared."
    case .intervalTooWide:
      return "Not enough data yet: \(verdict.pairsNow ?? 0) of about "
        + "\(Self.about(verdict.pairsNeeded ?? 0)) usable days."
    default:
      return "Not enough data yet: \(verdict.pairsNow ?? 0) of about 60 usable days."
    }
  }

  /// A number of days without false precision.
  private static func about(_ days: Int) -> Int { days < 100 ? days : (days + 5) / 10 * 10 }

  // MARK: The lines

  /// How much, what it adds up to, since when, and what would change the answer.
  package var lines: [String] {
    guard report.load.carriesVerdict else { return [] }
    var needed = [effectLine, sinceLine, doubtLine, impliedLine].compactMap(\.self)
    if mayAdvise || !nextLineIsAboutRunning { needed.append(nextLine) }
    let wanted = [habitLine, lastYearLine].compactMap(\.self).prefix(max(0, 4 - needed.count))
    let place = effectLine == nil ? 0 : 1
    needed.insert(contentsOf: wanted, at: place)
    return Array(needed.prefix(4))
  }

  /// The first lag of the answer, or the next day.
  private var mainLag: Int { verdict.lags.first ?? 1 }

  private var effectLine: String? {
    // The test of bands has its own numbers.
    if verdict.kind == .dependsOnLength { return bandLine }
    guard let typical = evidence?.typicalRun, let days = effect(mainLag)?.estimate.pairs else {
      return nil
    }
    let lags = verdict.kind == .mixed ? verdict.lags : [mainLag]
    let points = lags.compactMap { lag -> String? in
      guard let effect = effect(lag) else { return nil }
      let own = Self.points(effect, typical)
      guard let second = evidence?.secondLine.first(where: { $0.lag == lag }) else { return own }
      let allowing = "\(Self.points(second, typical)) allowing for \(besides("and"))"
      return verdict.reason == .onlyInSecondLine
        ? "\(allowing), otherwise \(own)" : "\(own), or \(allowing)"
    }
    let start = Self.list(lags.map(Self.dayAfter)).capitalised
    return "\(start) a typical run of \(unit.amount(typical)): \(points.joined(separator: "; ")). "
      + "Points of \(pain) with 95 % intervals, from \(NumberText.counted(days, "day"))."
  }

  /// Points after a typical run, with their interval.
  private static func points(_ effect: AdjustedEffect, _ typical: Double) -> String {
    "\(signed(effect.pointsPerTypicalRun)) (\(interval(effect.estimate.ci95.scaled(typical))))"
  }

  private var bandLine: String? {
    guard let test = evidence?.bands else { return nil }
    let (short, long) = (unit.amount(test.limits.lower), unit.amount(test.limits.upper))
    let lengths = [
      "up to \(short)", "\(unit.bareRange(test.limits.lower...test.limits.upper)) \(unit.name)",
      "over \(long)",
    ]
    let parts = test.bands.map { band in
      "\(Self.signed(band.points)) (\(Self.interval(band.ci95))) for \(lengths[band.index])"
    }
    return
      "Points of \(pain) against a rest day, with 95 % intervals: \(parts.joined(separator: "; ")). "
      + "These are thirds of your own runs, not limits."
  }

  private var habitLine: String? {
    // It is of all days, so it would contradict an answer about the later ones, and
    // beside an open answer it would look like one.
    guard evidence != nil, verdict.since == 0, !analysis.timingIsDoubtful,
      ![.unclear, .notEnoughData].contains(verdict.kind), let cost = analysis.habitCost
    else { return nil }
    let interval = Self.interval(cost.ci95)
    guard cost.ci95.lower > 0 || cost.ci95.upper < 0 else {
      return
        "All your running together: no clear difference on an average day (\(interval) points)."
    }
    return
      "All your running together is linked with \(Self.signed(cost.points)) points on an average day "
      + "(95 % interval \(interval))."
  }

  private var sinceLine: String? {
    guard let day = verdict.sinceDay, let earlier = verdict.earlier else { return nil }
    let typical = analysis.typicalRun ?? 0
    let before = earlier.earlier
    let followed =
      before.ci95.lower > 0
      ? "your runs were followed by more \(pain)"
      : before.ci95.upper < 0
        ? "your runs were followed by less \(pain)" : "no clear difference followed your runs"
    return
      "Until \(Self.name((day - 1).month)), \(followed) (\(Self.signed(before.slope * typical)), "
      + "\(Self.interval(before.ci95.scaled(typical))))."
  }

  private var lastYearLine: String? {
    guard evidence != nil, verdict.since == 0, let typical = analysis.typicalRun,
      let year = analysis.lastYear?.first(where: { $0.lag == mainLag })?.estimate
    else { return nil }
    return "In the last 365 days alone: \(Self.signed(year.slope * typical)) "
      + "(\(Self.interval(year.ci95.scaled(typical))))."
  }

  /// The warning about the time of the ratings.
  package var doubtLine: String? {
    guard analysis.timingIsDoubtful else { return nil }
    return "Your morning ratings look as if you made them after running, so this answer is extra "
      + "cautious. Please rate before you run."
  }

  /// The warning about rest days that nobody confirmed.
  package var impliedLine: String? {
    guard let other = report.verdictWithoutImpliedRest else { return nil }
    let (days, isOne) = (report.impliedRestDays, report.impliedRestDays == 1)
    return
      "\(NumberText.counted(days, "rest day")) \(isOne ? "is" : "are") assumed, not logged; without "
      + "\(isOne ? "it" : "them") the answer would be \"\(other.kind.phrase)\". Please mark the days "
      + "on which you rested."
  }

  /// Whether ``nextLine`` speaks of trials or other runs.
  private var nextLineIsAboutRunning: Bool {
    switch verdict.kind {
    case .worsens, .lessPainAfter, .noLinkSeen: true
    case .mixed, .dependsOnLength, .hint: false
    case .unclear: verdict.reason == .intervalReachesLimit
    case .notEnoughData:
      [.loadFixedByWeekday, .tooFewFreeChoices].contains(verdict.reason)
    }
  }

  /// What would change the answer, or what is missing.
  private var nextLine: String {
    switch verdict.kind {
    case .worsens:
      "This is a link, not proof: only a randomised trial could show that running causes it."
    case .lessPainAfter:
      "Things that a diary cannot see, such as stress, can make running look better than it is: only a "
        + "randomised trial can tell."
    case .mixed, .dependsOnLength:
      "This is a link, not proof; more days should show whether it holds."
    case .hint:
      switch verdict.reason {
      case .goneInSecondLine, .onlyInSecondLine:
        "Keep logging \(Self.list((evidence?.secondLineColumns ?? []).map(\.habit))): that helps to tell "
          + "\(evidence?.secondLineColumns.count == 1 ? "it" : "them") from running."
      default: "More days should show whether it holds."
      }
    case .noLinkSeen:
      "Longer or harder runs than yours may be different."
    case .unclear where verdict.reason == .pBelow05:
      (evidence?.bands?.p ?? 1) < 0.05
        ? "Short and long runs may differ; more days should show whether they do."
        : "More days should show whether it is chance."
    case .unclear:
      "More variety would narrow it: run days on other weekdays, and runs of other lengths."
    case .notEnoughData:
      missing
    }
  }

  private var missing: String {
    let more = verdict.moreDays.map { days in
      days > 3650
        ? "at your present rate, that takes more than ten years"
        : "at your present rate, about \(NumberText.counted(Self.about(days), "more day")) of diary"
    }
    switch verdict.reason {
    case .loadFixedByWeekday:
      return "If it suits you, swap a run day and a rest day now and then."
    case .tooFewFreeChoices:
      return "If it suits you, swap a run day and a rest day now and then"
        + (more.map { "; otherwise, \($0)." } ?? ".")
    case .intervalTooWide:
      return
        "To tell whether \(pain) differs by \(NumberText.shortest(verdict.limit)) points after a typical run: "
        + "\(more ?? "more days")."
    case .tooLittleVariation, .fewerThan15RunDays:
      return "Log each run, and rate the pain on good days and bad ones."
    default:
      return (more.map { "\($0.capitalised) should do. " } ?? "")
        + "Rate your pain before running, and log every run and rest day."
    }
  }

  // MARK: Remarks

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

  private var skipsWhenSore: Bool {
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

  /// Whether a run eases or hurts right away; `nil` if it cannot be told.
  package var sameDay: String? {
    guard let run = analysis.sameDay?.run, run.p < 0.01 else { return nil }
    return "in the evening after a run, \(pain) is \(points(abs(run.slope))) "
      + "\(run.slope > 0 ? "higher" : "lower") than after a rest day that began alike (95 % interval "
      + "\(Self.interval(run.ci95)), \(run.pairs) days); an association"
  }

  // MARK: Words

  private func effect(_ lag: Int) -> AdjustedEffect? {
    evidence?.effects.first { $0.lag == lag }
  }

  /// A size such as `0.4 points`.
  private func points(_ value: Double?) -> String {
    let text = NumberText.fixed(value, (value ?? 1) < 0.1 ? 2 : 1)
    return "\(text) \(text == "1.0" ? "point" : "points")"
  }

  /// A signed number of points.
  private static func signed(_ value: Double?) -> String { NumberText.signed(value, 2) }

  /// An interval as `-0.12 to +0.34`.
  private static func interval(_ interval: Interval) -> String {
    "\(NumberText.signed(interval.lower, 2)) to \(NumberText.signed(interval.upper, 2))"
  }

  /// The time some days after a run, in words.
  package static func later(_ lag: Int) -> String {
    switch lag {
    case 1: "the next day"
    case 2: "two days later"
    case 3: "three days later"
    default: "\(lag) days later"
    }
  }

  private static func name(_ month: Month) -> String { "\(month.name) \(month.year)" }

  /// The beginning of a line about a lag, such as `two days after`.
  private static func dayAfter(_ lag: Int) -> String {
    switch lag {
    case 1: "the day after"
    case 2: "two days after"
    default: "three days after"
    }
  }

  /// Words as `a, b and c`.
  private static func list(_ words: [String], _ last: String = "and") -> String {
    words.count < 2
      ? words.first ?? ""
      : words.dropLast().joined(separator: ", ") + " \(last) \(words[words.count - 1])"
  }
}

extension Verdict.Kind {
  /// The answer in a few words, for tables.
  package var phrase: String {
    switch self {
    case .worsens: "more pain after runs"
    case .lessPainAfter: "less pain after runs"
    case .mixed: "mixed"
    case .dependsOnLength: "depends on the length"
    case .hint: "a hint"
    case .noLinkSeen: "no link seen"
    case .unclear: "unclear"
    case .notEnoughData: "not enough data"
    }
  }
}

extension DayColumn {
  /// Its name in a sentence.
  package var phrase: String {
    switch self {
    case .sitting: "sitting"
    case .flare: "flare-ups"
    case .medication: "medication"
    case .eveningPain: "the evening's pain"
    }
  }

  /// What to write down for it.
  fileprivate var habit: String {
    switch self {
    case .sitting: "your hours of sitting"
    case .flare: "flare-ups"
    case .medication: "medication"
    case .eveningPain: "the evening's pain"
    }
  }
}

extension CorrelationQuestion.Pain {
  /// Its name.
  package var name: String {
    switch self {
    case .leg: "leg pain"
    case .back: "back pain"
    case .worst: "the day's worst leg pain"
    case .reach: "the reach of the pain"
    }
  }
}

extension String {
  /// The same with a capital first letter.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// The same with a small first letter.
  var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}

extension Interval {
  /// Both limits times a positive number.
  package func scaled(_ factor: Double) -> Interval {
    Interval(lower: lower * factor, upper: upper * factor)
  }
}
