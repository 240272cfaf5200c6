internal import CivilDay
package import Correlator
internal import JournalModel
package import Reports
internal import WrittenValues

/// The answer in words: one sentence, and at most four lines below it.
package struct AnswerText {
  private let report: CorrelationReport
  private let unit: LoadUnit
  private var analysis: Analysis { report.analysis }
  private var verdict: Verdict { report.analysis.verdict }
  private var evidence: Verdict.Evidence? { verdict.evidence }

  /// - Parameters:
  ///   - report: The analysis.
  ///   - unit: The measure of its load.
  package init(_ report: CorrelationReport, unit: LoadUnit) {
    self.report = report
    self.unit = unit
  }

  /// The name of the pain.
  package var pain: String { report.question.pain.name }

  // MARK: The sentence

  /// What a tired runner needs to know.
  package var sentence: String {
    guard report.load.carriesVerdict else {
      return "\(unit.title) only describes: the answer comes from km or minutes."
    }
    switch verdict.kind {
    case .worsens:
      return "Your runs are followed by more \(pain)."
    case .lessPainAfter:
      return "Your runs are followed by less \(pain); you may also run when you feel well, so "
        + "only a randomised trial can tell why."
    case .mixed:
      return "Your runs are followed by \(mixedDays)."
    case .dependsOnLength:
      return lengthSentence
    case .hint:
      return hintSentence
    case .noLinkSeen:
      return "No link seen between your runs and \(pain) of the next three days; an effect of a "
        + "typical run larger than \(bound) is unlikely."
    case .unclear:
      return verdict.reason == .pBelow05
        ? "Unclear: a small effect may be there, somewhere from \(range) after a typical run."
        : "Unclear: a typical run may change \(pain) of the next three days by anything from "
          + "\(range)."
    case .notEnoughData:
      return shortage
    }
  }

  /// U, which must not be rounded to the limit that it is below.
  private var bound: String {
    let size = verdict.couldBeMissed ?? 0
    let isRoundedUp = (size * 10).rounded() / 10 >= verdict.limit
    return isRoundedUp ? "\(NumberText.fixed(size, 2)) points" : points(size)
  }

  /// `more leg pain the next day, and by less two days later`.
  private var mixedDays: String {
    func days(_ isMore: Bool) -> String {
      Self.list(
        verdict.lags.filter { lag in ((effect(lag)?.estimate.slope ?? 0) > 0) == isMore }
          .map(Self.later))
    }
    return "more \(pain) \(days(true)), and by less \(days(false))"
  }

  private var lengthSentence: String {
    let (more, less) = (lengths(verdict.hurtingBands), lengths(verdict.easingBands))
    let start = "It depends on the length: there is more \(pain) the day after \(more)"
    return less.isEmpty ? "\(start)." : "\(start), and less after \(less)."
  }

  /// Bands as `runs of more than 10.2 km`, neighbours together.
  private func lengths(_ bands: [Int]) -> String {
    guard let limits = evidence?.bands?.limits else { return "" }
    let (short, long) = (unit.amount(limits.lower), unit.amount(limits.upper))
    switch bands {
    case [0]: return "runs of up to \(short)"
    case [1]: return "runs of \(unit.range(limits.lower...max(limits.lower, limits.upper)))"
    case [2]: return "runs of more than \(long)"
    case [0, 1]: return "runs of up to \(long)"
    case [1, 2]: return "runs of more than \(short)"
    case [0, 2]: return "runs of up to \(short) or more than \(long)"
    default: return bands.isEmpty ? "" : "any run"
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
      return "A hint: your runs are followed by \(direction), but part of it may be \(besides)."
    case .onlyInSecondLine:
      return "A hint: with \(besides) taken into account, your runs are followed by \(direction)."
    default:
      return "A hint, not confirmed: your runs may be followed by \(direction)."
    }
  }

  /// What else the days held, as `sitting or flare-ups`.
  private var besides: String {
    Self.list((evidence?.secondLineColumns ?? []).map(\.phrase), "or")
  }

  private var range: String {
    (evidence?.range).map { "\(Self.interval($0, 1)) points" } ?? ""
  }

  /// The reason why the data are insufficient.
  private var shortage: String {
    if analysis.runDays == 0 { return "Not enough data yet: no day with a run is known." }
    switch verdict.reason {
    case .fewerThan15RunDays:
      return "Not enough data yet: \(analysis.runDays) of 15 run days."
    case .tooLittleVariation:
      return "Not enough data yet: the ratings or the runs are nearly all the same; it takes two "
        + "different loads and three different ratings."
    case .loadFixedByWeekday:
      return "Not enough data yet: you always run on the same weekdays, so running and weekday "
        + "cannot be told apart."
    case .tooFewFreeChoices:
      return "Not enough data yet: your runs follow a plan so closely that few days were free to "
        + "be otherwise."
    case .intervalTooWide:
      return "Not enough data yet: \(verdict.pairsNow ?? 0) of about "
        + "\(verdict.pairsNeeded ?? 0) days."
    default:
      return "Not enough data yet: \(verdict.pairsNow ?? 0) of about 60 days."
    }
  }

  // MARK: The lines

  /// How much, what it adds up to, since when, and what would change the answer.
  package var lines: [String] { lines(endingIn: nextLine) }

  /// The same without what would change the answer, for pages on which guidance, a
  /// flare-up or a red flag comes first: it might read like advice to run.
  package var facts: [String] { lines(endingIn: nil) }

  private func lines(endingIn next: String?) -> [String] {
    guard report.load.carriesVerdict else { return [] }
    let needs = [effectLine, sinceLine, doubtLine, impliedLine, next]
    var needed = needs.compactMap(\.self)
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
    guard let effect = effect(mainLag), let typical = evidence?.typicalRun else { return nil }
    var line =
      "\(Self.dayAfter(mainLag)) a typical run of \(unit.amount(typical)): "
      + "\(Self.signed(effect.pointsPerTypicalRun)) points (95 % interval "
      + "\(Self.interval(effect.estimate.ci95.scaled(typical))), "
      + "\(NumberText.counted(effect.estimate.pairs, "day")))"
    if let second = evidence?.secondLine.first(where: { $0.lag == mainLag }) {
      line +=
        "; with \(Self.list((evidence?.secondLineColumns ?? []).map(\.phrase))) taken into account "
        + "\(Self.signed(second.pointsPerTypicalRun)) "
        + "(\(Self.interval(second.estimate.ci95.scaled(typical))))"
    }
    return line + "."
  }

  private var bandLine: String? {
    guard let test = evidence?.bands else { return nil }
    let told = test.bands.filter { (verdict.hurtingBands + verdict.easingBands).contains($0.index) }
    let texts = told.map { band in
      "after \(lengths([band.index])) \(Self.signed(band.points)) points (95 % interval "
        + "\(Self.interval(band.ci95)), \(NumberText.counted(band.runs, "day")))"
    }
    return "Compared with rest days: \(texts.joined(separator: "; "))."
  }

  private var habitLine: String? {
    // Of all days, so it would contradict an answer about the later ones.
    guard evidence != nil, verdict.since == 0, let cost = analysis.habitCost else { return nil }
    let interval = "95 % interval \(Self.interval(cost.ci95))"
    guard cost.ci95.lower > 0 || cost.ci95.upper < 0 else {
      return "What your usual running adds up to on an average day is open: "
        + "\(Self.signed(cost.points)) points (\(interval))."
    }
    return "Your usual running goes with \(Self.signed(cost.points)) points on an average day "
      + "(\(interval))."
  }

  private var sinceLine: String? {
    guard let day = verdict.sinceDay, let earlier = verdict.earlier else { return nil }
    let typical = analysis.typicalRun ?? 0
    let before = earlier.earlier
    let kind = before.ci95.lower > 0 ? "more " : before.ci95.upper < 0 ? "less " : ""
    let followed =
      kind.isEmpty
      ? "\(pain) changed little after your runs" : "your runs were followed by \(kind)\(pain)"
    return
      "Until \(Self.name((day - 1).month)) \(followed) (\(Self.signed(before.slope * typical)) points, "
      + "\(Self.interval(before.ci95.scaled(typical)))); this answer is about the days since."
  }

  private var lastYearLine: String? {
    guard evidence != nil, verdict.since == 0, let typical = analysis.typicalRun,
      let year = analysis.lastYear?.first(where: { $0.lag == mainLag })?.estimate
    else { return nil }
    return "In the last 365 days alone: \(Self.signed(year.slope * typical)) points "
      + "(95 % interval \(Self.interval(year.ci95.scaled(typical))))."
  }

  /// The warning about the time of the ratings.
  package var doubtLine: String? {
    guard analysis.timingIsDoubtful else { return nil }
    return
      "Your morning ratings look as if they were made after the run, so only what holds either "
      + "way counts: rate before you run."
  }

  /// The warning about rest days that nobody confirmed.
  package var impliedLine: String? {
    guard let other = report.verdictWithoutImpliedRest else { return nil }
    return "\(NumberText.counted(report.impliedRestDays, "rest day")) "
      + "\(report.impliedRestDays == 1 ? "is" : "are") only implied; if "
      + "\(report.impliedRestDays == 1 ? "it" : "they") counted as unknown, the answer would be "
      + "\"\(other.kind.phrase)\". Mark the days on which you rested."
  }

  /// What would change the answer, or what is missing.
  private var nextLine: String {
    switch verdict.kind {
    case .worsens:
      "It is an association: only a randomised trial can prove that the runs cause it."
    case .lessPainAfter:
      "Nearly everything that a diary cannot see, such as stress or pain that was felt but not "
        + "rated, makes running look helpful."
    case .mixed, .dependsOnLength:
      "It is an association; more days will show whether it stays."
    case .hint:
      switch verdict.reason {
      case .goneInSecondLine, .onlyInSecondLine:
        "Keep noting \(Self.list((evidence?.secondLineColumns ?? []).map(\.habit))): they part the two."
      default: "More days will confirm it, or let it fade if it was chance."
      }
    case .noLinkSeen:
      "Runs unlike yours so far, longer or harder ones, may differ."
    case .unclear where verdict.reason == .pBelow05:
      (evidence?.bands?.p ?? 1) < 0.05
        ? "Short and long runs may differ; more days will tell."
        : "More days will tell whether it is chance."
    case .unclear:
      "More variety would narrow it: run days on other weekdays, and runs of other lengths."
    case .notEnoughData:
      missing
    }
  }

  private var missing: String {
    let more = verdict.moreDays.map { days in
      days > 3650
        ? "At this rate it takes more than ten years"
        : "About \(NumberText.counted(days, "more day")) like these \(days == 1 ? "is" : "are") needed"
    }
    switch verdict.reason {
    case .loadFixedByWeekday:
      return "Run now and then on a day on which you usually rest."
    case .tooFewFreeChoices:
      return "\(more.map { "\($0); run" } ?? "Run") now and then on a day on which you usually "
        + "rest, and it takes fewer."
    case .intervalTooWide:
      return "\(more ?? "More days are needed") to see whether a typical run changes it by "
        + "\(points(verdict.limit))."
    case .tooLittleVariation, .fewerThan15RunDays:
      return "Log each run, and rate the pain on good days and bad ones."
    default:
      return
        "\(more.map { "\($0): a" } ?? "It takes a") rating before running, and each run or rest day "
        + "written down."
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
      // Where the adjusted interval says the same, nothing contradicts.
      guard r > 0 ? ci95.lower <= 0 : ci95.upper >= 0 else { continue }
      let claim = r > 0 ? "more" : "less"
      let reason =
        r < 0 && skipsWhenSore
        ? "you run less when it hurts, which alone makes a correlation like this"
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
  private static func interval(_ interval: Interval, _ decimals: Int = 2) -> String {
    "\(NumberText.signed(interval.lower, decimals)) to \(NumberText.signed(interval.upper, decimals))"
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

  /// The beginning of a line about a lag, such as `Two days after`.
  private static func dayAfter(_ lag: Int) -> String {
    switch lag {
    case 1: "The day after"
    case 2: "Two days after"
    default: "Three days after"
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
    case .sitting: "hours of sitting"
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

extension Interval {
  /// Both limits times a positive number.
  package func scaled(_ factor: Double) -> Interval {
    Interval(lower: lower * factor, upper: upper * factor)
  }
}
