internal import CivilDay
internal import Correlator
internal import JournalModel
internal import Reports
internal import WrittenValues

/// The lines below the sentence.
extension AnswerText {
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
  var mainLag: Int { verdict.lags.first ?? 1 }

  var effectLine: String? {
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
      + "Points of \(report.question.pain.scale) with 95 % intervals, from \(NumberText.counted(days, "day"))."
  }

  /// Points after a typical run, with their interval.
  static func points(_ effect: AdjustedEffect, _ typical: Double) -> String {
    "\(signed(effect.pointsPerTypicalRun)) (\(interval(effect.estimate.ci95.scaled(typical))))"
  }

  var bandLine: String? {
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
      "Points of \(report.question.pain.scale) against a rest day, with 95 % intervals: \(parts.joined(separator: "; ")). "
      + "These are thirds of your own runs, not limits."
  }

  var habitLine: String? {
    // It is of all days, so it would contradict an answer about the later ones; and
    // where there is no link, or none yet, it would look like one.
    guard evidence != nil, verdict.since == 0, !analysis.timingIsDoubtful,
      ![.noLinkSeen, .unclear, .notEnoughData].contains(verdict.kind), let cost = analysis.habitCost
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

  var sinceLine: String? {
    guard let day = verdict.sinceDay, let earlier = verdict.earlier else { return nil }
    let typical = analysis.typicalRun ?? 0
    let before = earlier.earlier
    let followed =
      before.ci95.lower > 0
      ? "your runs were followed by \(more)"
      : before.ci95.upper < 0
        ? "your runs were followed by \(less)" : "no clear difference followed your runs"
    return
      "Until \(Self.name((day - 1).month)), \(followed) (\(Self.signed(before.slope * typical)), "
      + "\(Self.interval(before.ci95.scaled(typical))))."
  }

  var lastYearLine: String? {
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
  var nextLineIsAboutRunning: Bool {
    switch verdict.kind {
    case .worsens, .lessPainAfter, .noLinkSeen: true
    case .mixed, .dependsOnLength, .hint: false
    case .unclear: verdict.reason == .intervalReachesLimit
    case .notEnoughData:
      [.loadFixedByWeekday, .tooFewFreeChoices].contains(verdict.reason)
    }
  }

  /// What would change the answer, or what is missing.
  var nextLine: String {
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

  var missing: String {
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
}
