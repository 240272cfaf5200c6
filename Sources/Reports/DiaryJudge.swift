import Correlator

/// The rules that say what in a diary needs to be improved.
struct DiaryJudge {
  let check: DiaryCheck
  let facts: DiaryFacts

  private var answer: CorrelationReport { check.answer }
  private var verdict: Verdict { answer.analysis.verdict }
  private var hasTwoWeeks: Bool { check.recentTimes.days >= DiaryCheck.fewestDays }

  /// All findings, the most fundamental first: the rest is of little use without it.
  var findings: [DiaryCheck.Finding] {
    guard !facts.ran.isEmpty else { return [] }
    return [measure, times, ratedAfterRunning, unknownDays].compactMap(\.self) + missingRatings
      + [impliedRest, runDays, slips, moreDays, sameLoad, missingColumns].compactMap(\.self)
  }

  /// What was judged and needs nothing.
  var fine: [DiaryCheck.Topic] {
    let found = findings.filter { check.weight(of: $0) != .optional }.map(\.topic)
    return DiaryCheck.Topic.allCases.filter { isJudged($0) && !found.contains($0) }
  }

  private func isJudged(_ topic: DiaryCheck.Topic) -> Bool {
    switch topic {
    case .measure: facts.measured.of > 0
    case .ratingTimes: hasTwoWeeks && check.recentTimes.rated > 0
    case .ratings: hasTwoWeeks && check.gaps.afterRuns.ci95 != nil
    case .knownDays, .entries: hasTwoWeeks
    case .restDays: check.confirmedRest.overall.of > 0
    case .runDays: verdict.evidence != nil
    case .columns:
      hasTwoWeeks && check.ratingTimes.rated > 0
        && !findings.contains { $0.topic == .columns }
    case .days: verdict.kind != .notEnoughData
    }
  }

  private var measure: DiaryCheck.Finding? {
    guard facts.measured.of > 0 else { return .noRuns }
    return answer.lacksMeasure || facts.measured.isBelow(80)
      ? .missingMeasure(facts.measured, newest: facts.newestUnmeasured) : nil
  }

  /// Too few ratings, or too few from before the run, which three of five days need.
  ///
  /// A time that the runner chose is not questioned.
  private var times: DiaryCheck.Finding? {
    guard hasTwoWeeks else { return nil }
    let times = check.recentTimes
    let rated =
      facts.timingIsChosen
      ? facts.pains.suffix(Habit.lately).count { $0 != nil } : times.rated
    let rate = Rate(count: rated, of: times.days)
    if rate.isBelow(60) { return .fewRatings(rate) }
    return !facts.timingIsChosen && Rate(count: times.morning, of: times.days).isBelow(60)
      ? .ratingTimes : nil
  }

  private var ratedAfterRunning: DiaryCheck.Finding? {
    guard answer.analysis.timingIsDoubtful else { return nil }
    return .ratedAfterRunning(answer.analysis.reverse.first { $0.lag == 0 }?.estimate)
  }

  private var unknownDays: DiaryCheck.Finding? {
    hasTwoWeeks && check.knownDays.lately.isBelow(75) ? .unknownDays(facts.newestUnknown) : nil
  }

  private var missingRatings: [DiaryCheck.Finding] {
    (check.gaps.afterRuns.goMissing ? [.ratingsAfterRuns] : [])
      + (check.gaps.afterHighPain.goMissing ? [.ratingsAfterHighPain] : [])
      + (verdict.reason == .tooLittleVariation ? [.littleVariation] : [])
  }

  /// Implied rest days matter where the answer hangs on them; without an answer, where
  /// they are more than a quarter of late.
  private var impliedRest: DiaryCheck.Finding? {
    let other = answer.verdictWithoutImpliedRest?.kind
    let rests = check.confirmedRest
    let isHabit = verdict.kind == .notEnoughData && rests.lately.of > 2 && rests.lately.isBelow(75)
    return other != nil || isHabit
      ? .impliedRest(facts.newestImplied, without: other) : nil
  }

  private var runDays: DiaryCheck.Finding? {
    switch verdict.reason {
    case .loadFixedByWeekday, .tooFewFreeChoices: return .fixedRunDays
    case .intervalReachesLimit: return .littleVariety
    default:
      // Where there is an answer, there was enough to compare.
      let isOpen = [.notEnoughData, .unclear, .hint].contains(verdict.kind)
      return isOpen && (check.share ?? 1) < 0.2 ? .fixedRunDays : nil
    }
  }

  private var slips: DiaryCheck.Finding? { check.unlikely.isEmpty ? nil : .unlikelyEntries }

  private var moreDays: DiaryCheck.Finding? {
    guard verdict.kind == .notEnoughData, answer.load.carriesVerdict else { return nil }
    switch verdict.reason {
    case .fewerThan60Pairs, .fewerThan15RunDays, .intervalTooWide, .tooFewFreeChoices:
      return .moreDays
    default: return nil
    }
  }

  /// Nobody is to run otherwise while something else comes first.
  private var sameLoad: DiaryCheck.Finding? {
    check.precautions?.isEmpty ?? true ? facts.sameLoad.map { .sameLoad($0) } : nil
  }

  private var missingColumns: DiaryCheck.Finding? {
    guard hasTwoWeeks else { return nil }
    let missing = check.columns.filter { column in
      switch column.kind {
      case .flare, .medication: column.known.overall.count == 0
      case .sitting, .eveningPain, .shoe:
        column.known.lately.of > 0 && column.known.lately.isBelow(80)
      }
    }
    return missing.isEmpty ? nil : .missingColumns(missing)
  }
}

extension DiaryCheck {
  /// How much depends on `finding`.
  public func weight(of finding: Finding) -> Weight {
    switch finding {
    case .noRuns, .littleVariation, .moreDays: .needed
    case .missingMeasure: answer.lacksMeasure ? .needed : .better
    case .fixedRunDays:
      [.loadFixedByWeekday, .tooFewFreeChoices].contains(answer.analysis.verdict.reason)
        ? .needed : .better
    case .sameLoad, .missingColumns: .optional
    default: .better
    }
  }
}
