internal import CivilDay
package import Correlator
package import JSONText
internal import Reports

/// The JSON of a correlation; its names and nulls are stable.
extension CorrelationText {
  package var json: JSON {
    let analysis = report.analysis
    return [
      "journal_id": JSON(source?.journalID), "program": JSON(source?.program),
      "schema_version": JSON(source?.schemaVersion),
      "settings": JSON(source) { $0.settings(report) },
      "load": .string(report.load.rawValue),
      "pain": .string(report.question.pain.rawValue),
      "timing": .string(report.timing.rawValue),
      "timing_doubtful": .bool(analysis.timingIsDoubtful),
      "first": JSON(analysis.calendar?.lowerBound.description),
      "last": JSON(analysis.calendar?.upperBound.description),
      "days": JSON(analysis.calendar?.count ?? 0),
      "lags": .array(analysis.lags.map { Self.json($0) }),
      "slope_covariance": JSON(source, \.covariance),
      "second_line_columns": .array(analysis.secondLineColumns.map { .string($0.rawValue) }),
      "reverse": .array(analysis.reverse.map(Self.json)),
      "pain_sd": JSON(source?.figures.painDeviation),
      "typical_run": JSON(analysis.typicalRun), "run_days": JSON(analysis.runDays),
      "rest_days": JSON(analysis.restDays),
      "implied_rest_days": JSON(report.impliedRestDays), "longest_gap": JSON(analysis.longestGap),
      "last_365": JSON(analysis.lastYear) { effects in
        .array(effects.map { Self.json($0.estimate, lag: $0.lag) })
      },
      "bands": JSON(analysis.bands, Self.json),
      "habit_cost": JSON(analysis.habitCost, Self.json),
      "same_day": JSON(analysis.sameDay, Self.json),
      "missing_after_runs": Self.json(report.missingRatings),
      // A load that only describes carries no verdict.
      "verdict": report.load.carriesVerdict
        ? Self.json(analysis.verdict, AnswerText(report, unit: unit.metric)) : .null,
    ]
  }

  /// The verdict, with its words.
  package static func json(_ verdict: Verdict, _ words: AnswerText) -> JSON {
    [
      "kind": .string(verdict.kind.rawValue), "reason": .string(verdict.reason.rawValue),
      "lags": JSON(verdict.lags.map { Optional($0) }),
      "direction": JSON(verdict.direction?.rawValue),
      "more_pain_bands": JSON(verdict.hurtingBands.map { Optional($0) }),
      "less_pain_bands": JSON(verdict.easingBands.map { Optional($0) }),
      "since": JSON(verdict.since), "since_day": JSON(verdict.sinceDay?.description),
      "earlier": JSON(verdict.earlier) { json($0.earlier, lag: $0.lag) },
      "all_days_kind": .string(verdict.allDaysKind.rawValue),
      "could_be_missed": JSON(verdict.couldBeMissed),
      "upper_bound_points": JSON(verdict.couldBeMissed), "limit": JSON(verdict.limit),
      "smallest_p": JSON(verdict.smallestP), "share": JSON(verdict.evidence?.share),
      "free_pairs": JSON(verdict.evidence?.freePairs), "more_days": JSON(verdict.moreDays),
      "pairs_now": JSON(verdict.pairsNow), "pairs_needed": JSON(verdict.pairsNeeded),
      "text": .string(words.sentence),
      "lines": .array(words.lines.map { .string($0) }),
    ]
  }

  private static func json(_ lag: Analysis.Lag) -> JSON {
    json(lag.correlation, lag.adjusted, lag.secondLine)
  }

  /// One lag.
  package static func json(
    _ lag: LaggedCorrelation, _ adjusted: AdjustedEffect?, _ secondLine: AdjustedEffect? = nil
  ) -> JSON {
    [
      "lag": JSON(lag.lag), "n": JSON(lag.n), "pearson": json(lag.pearson),
      "spearman": json(lag.spearman), "kendall": ["tau": JSON(lag.kendallTau)],
      "adjusted": JSON(adjusted, json), "second_line": JSON(secondLine, json),
    ]
  }

  private static func json(_ estimate: CorrelationEstimate) -> JSON {
    [
      "r": JSON(estimate.r), "effective_n": JSON(estimate.effectiveN),
      "ci95": json(estimate.ci95), "p": JSON(estimate.p),
    ]
  }

  private static func json(_ effect: AdjustedEffect) -> JSON {
    let estimate = effect.estimate
    return [
      "pairs": JSON(estimate.pairs), "controls": JSON(estimate.controls),
      "df": JSON(estimate.degreesOfFreedom), "slope": JSON(estimate.slope),
      "se": JSON(estimate.standardError), "t": JSON(estimate.t), "p": JSON(estimate.p),
      "holm_p": JSON(effect.holmP), "ci95": json(estimate.ci95), "ci90": json(estimate.ci90),
      "share": JSON(estimate.share), "partial_r": JSON(estimate.partialR),
      "partial_r_ci95": json(estimate.partialRCI95),
      "points_per_typical_run": JSON(effect.pointsPerTypicalRun),
      "crosscheck_p": JSON(effect.crossCheck?.p),
    ]
  }

  /// The effect of a part of the days.
  private static func json(_ estimate: SlopeEstimate, lag: Int) -> JSON {
    [
      "lag": JSON(lag), "pairs": JSON(estimate.pairs), "slope": JSON(estimate.slope),
      "se": JSON(estimate.standardError), "p": JSON(estimate.p), "ci95": json(estimate.ci95),
    ]
  }

  private static func json(_ effect: ReverseEffect) -> JSON {
    [
      "lag": JSON(effect.lag), "pairs": JSON(effect.estimate?.pairs),
      "slope": JSON(effect.estimate?.slope), "se": JSON(effect.estimate?.standardError),
      "p": JSON(effect.estimate?.p), "holm_p": JSON(effect.holmP),
      "ci95": json(effect.estimate?.ci95),
    ]
  }

  private static func json(_ test: BandTest) -> JSON {
    [
      "q1": JSON(test.limits.lower), "q2": JSON(test.limits.upper), "pairs": JSON(test.pairs),
      "controls": JSON(test.controls), "df": JSON(test.degreesOfFreedom),
      "wald": JSON(test.wald), "d": JSON(test.bands.count), "p": JSON(test.p),
      "bands": .array(
        test.bands.map { band in
          [
            "band": JSON(band.index), "runs": JSON(band.runs), "slope": JSON(band.points),
            "se": JSON(band.standardError), "t": JSON(band.t), "p": JSON(band.p),
            "ci95": json(band.ci95), "crosscheck_p": JSON(band.crossCheckP),
          ]
        }),
    ]
  }

  private static func json(_ cost: HabitCost) -> JSON {
    [
      "points": JSON(cost.points), "se": JSON(cost.standardError), "ci95": json(cost.ci95),
      "pairs": JSON(cost.pairs), "mean_load": JSON(cost.meanLoad),
    ]
  }

  private static func json(_ effect: SameDayEffect) -> JSON {
    func json(_ estimate: SlopeEstimate) -> JSON {
      [
        "pairs": JSON(estimate.pairs), "controls": JSON(estimate.controls),
        "df": JSON(estimate.degreesOfFreedom), "slope": JSON(estimate.slope),
        "se": JSON(estimate.standardError), "t": JSON(estimate.t), "p": JSON(estimate.p),
        "ci95": Self.json(estimate.ci95), "share": JSON(estimate.share),
      ]
    }
    return [
      "pairs": JSON(effect.pairs), "run_days": JSON(effect.runDays),
      "rest_days": JSON(effect.restDays), "load": JSON(effect.load, json),
      "run": JSON(effect.run, json),
      "after_minus_before": JSON(effect.afterMinusBefore) {
        ["pairs": JSON($0.pairs), "mean": JSON($0.mean)]
      },
    ]
  }

  private static func json(_ missing: MissingRatings) -> JSON {
    let difference = missing.difference
    return [
      "run_days": JSON(missing.marked), "rest_days": JSON(missing.others),
      "rate_after_runs": JSON(difference?.rateAfterMarked),
      "rate_after_rest": JSON(difference?.rateAfterOthers),
      "difference": JSON(difference?.points), "se": JSON(difference?.standardError),
      "ci95": json(difference?.ci95), "weeks": JSON(difference?.weeks ?? 0),
    ]
  }

  private static func json(_ interval: Interval?) -> JSON {
    JSON(interval) { [.number($0.lower), .number($0.upper)] }
  }
}
