import Correlator

extension NextStep.Findings {
  /// What a month's summary found: the same as a check of all days to date.
  ///
  /// - Parameters:
  ///   - check: The check.
  ///   - precautions: What comes first.
  init(_ check: DiaryCheck, _ precautions: Precautions) {
    let verdict = check.answer.analysis.verdict
    hasRedFlag = !precautions.redFlagDays.isEmpty
    hasGuidance = !precautions.guidance.isEmpty
    flareUpDays = precautions.flareUpDay
    journalDays = check.ratingTimes.days
    knowsRuns = !check.found { $0 == .noRuns }
    unmeasuredRunDays =
      check.answer.lacksMeasure ? check.measuredRuns.of - check.measuredRuns.count : 0
    ratedMornings =
      check.found { finding in
        if case .fewRatings = finding { true } else { finding == .ratingTimes }
      }
      ? Rate(count: check.recentTimes.morning, of: check.recentTimes.days) : nil
    let known = check.knownDays.lately
    unknownDays = check.found { $0.topic == .knownDays } ? known.of - known.count : 0
    missesRatingsAfterRuns = check.found { $0 == .ratingsAfterRuns }
    missesRatingsAfterBadDays = check.found { $0 == .ratingsAfterHighPain }
    hangsOnImpliedRest = check.answer.verdictWithoutImpliedRest != nil
    // Only on another day would the answer become clearer.
    needsAnotherRunDay = check.found { finding in
      finding == .littleVariety
        || (finding == .fixedRunDays && check.weight(of: finding) == .needed)
    }
    fixedRunDay = check.fixedRunDay
    hasClaim = [.worsens, .lessPainAfter, .mixed, .dependsOnLength].contains(verdict.kind)
    dependsOnLength = verdict.kind == .dependsOnLength
    moreDays = verdict.moreDays
  }
}
