internal import CivilDay
package import Correlator
package import JSONText
import JournalModel
internal import JournalStore
package import Reports
internal import WrittenValues

/// The formats for programs; names and nulls are stable.
extension MonthText {
  package var json: JSON { .object(totals + about + findings) }

  /// The month's own numbers.
  private var totals: [(String, JSON)] {
    [
      ("month", .string(report.month.description)), ("days", JSON(report.days)),
      ("known_days", JSON(report.knownDays)), ("rest_days", JSON(report.restDays)),
      ("implied_rest_days", JSON(report.impliedRestDays)), ("runs", JSON(report.runs)),
      ("run_days", JSON(report.runDays)), ("distance_km", JSON(report.km)),
      ("minutes", JSON(report.minutes)), ("load", JSON(report.load)),
      ("run_days_without_distance", JSON(report.runDaysWithout.distance)),
      ("run_days_without_duration", JSON(report.runDaysWithout.duration)),
      ("run_days_without_effort", JSON(report.runDaysWithout.effort)),
      ("longest_km", JSON(report.longestRun.map { $0.distanceM / 1000 })),
      ("spike", JSON(report.largestStep?.ratio)), ("pain_days", JSON(report.painDays)),
      ("mean_leg_pain", JSON(report.meanPain)), ("worst_leg_pain", JSON(report.worstPain)),
      ("bad_days", JSON(report.badDays)), ("flare_days", JSON(report.flareDays)),
      ("stretch_minutes", JSON(report.stretchMinutes)),
      ("morning_rated_days", JSON(report.morningDays)), ("stretch_days", JSON(report.stretchDays)),
      ("longest_stretch_pause", JSON(report.longestStretchPause)),
      ("reach_days", JSON(report.reachDays)), ("mean_reach", JSON(report.meanReach)),
      ("farthest_reach", JSON(report.farthestReach)),
      ("reach_trend", JSON(report.reachTrend?.rawValue)),
    ]
  }

  /// Its shoes, its days, the months beside it and its flare-ups.
  private var about: [(String, JSON)] {
    let shoes = report.shoes.map { shoe -> JSON in
      ["name": JSON(shoe.name), "runs": JSON(shoe.runs), "km": JSON(shoe.km)]
    }
    return [
      ("shoes", .array(shoes)), ("calendar", .array(report.calendar.map(Self.json))),
      ("previous_month", comparison(report.previous)),
      ("same_month_last_year", comparison(report.lastYear)),
      ("running_month", JSON(report.running) { Self.json($0) }),
      ("flare_ups", .array(report.flareUps.map(Self.json))),
    ]
  }

  /// What it shows, and what to do.
  private var findings: [(String, JSON)] {
    let verdict = CorrelationText.json(
      report.answer.analysis.verdict, AnswerText(report.answer, unit: LoadUnit(measure)))
    return [
      ("run_responses", Self.json(report.responses)),
      (
        "rating_gaps",
        [
          "high_pain": JSON(report.check.gaps.highPain.map { Int($0) }),
          "after_high_pain": DiaryCheckText.json(report.check.gaps.afterHighPain),
          "after_runs": DiaryCheckText.json(report.check.gaps.afterRuns),
        ]
      ),
      ("advice", .string(words.nextStep)),
      ("next_step", .string(NextStepText(step: report.nextStep, measure: measure).kind)),
      ("precautions", PrecautionText(precautions: report.precautions, unit: unit).json),
      (
        "correlation",
        [
          "load": .string(measure.rawValue), "pain": "leg",
          "timing": .string(report.timing.rawValue),
          "month": CorrelationText.json(report.lag1, nil),
          "all_time": CorrelationText.json(report.lag1AllTime, report.effects?.overall),
          "month_effect": Self.json(report.effect),
          "typical_run": JSON(report.answer.analysis.typicalRun), "verdict": verdict,
          "earlier_verdict": JSON(report.earlierVerdict?.kind.rawValue),
        ]
      ),
      ("synthetic", .bool(isSynthetic)),
    ]
  }

  /// A month beside this one.
  private func comparison(_ figures: MonthFigures) -> JSON {
    Self.json(
      figures,
      [
        ("longest_km", JSON(report.longestRuns[figures.month].map { $0.distanceM / 1000 })),
        ("bad_days", JSON(figures.badDays(over: report.responses.rule.painLimit))),
      ])
  }

  /// A day of the calendar.
  private static func json(_ day: DiaryDay) -> JSON {
    [
      "day": .string(day.day.description), "state": JSON(day.state?.rawValue),
      "rest_is": JSON(day.restIs?.rawValue),
      "distance_km": JSON(day.distanceKm), "leg_pain": JSON(day.legPain),
      "flare": .bool(day.isFlare),
    ]
  }

  /// A month's own effect.
  package static func json(_ entry: MonthlyEffects.Entry?) -> JSON {
    JSON(entry) { month in
      [
        "days": JSON(month.days), "slope": JSON(month.effect?.slope),
        "se": JSON(month.effect?.standardError),
        "ci95": JSON(month.effect?.ci95) { [.number($0.lower), .number($0.upper)] },
        "shrunken_slope": JSON(month.effect?.shrunken),
        "difference_p": JSON(month.effect?.differenceP),
      ]
    }
  }

  /// A month for comparison, with `more` after its totals.
  package static func json(_ figures: MonthFigures, _ more: [(String, JSON)] = []) -> JSON {
    .object(
      [
        ("month", .string(figures.month.description)), ("days", JSON(figures.days)),
        ("known_days", JSON(figures.knownDays)), ("rest_days", JSON(figures.restDays)),
        ("implied_rest_days", JSON(figures.impliedRestDays)), ("runs", JSON(figures.runs)),
        ("run_days", JSON(figures.runDays)), ("distance_km", JSON(figures.km)),
        ("minutes", JSON(figures.minutes)), ("load", JSON(figures.load)),
        ("pain_days", JSON(figures.painDays)), ("mean_leg_pain", JSON(figures.meanPain)),
        ("worst_leg_pain", JSON(figures.worstPain)), ("flare_days", JSON(figures.flareDays)),
        ("stretch_days", JSON(figures.stretchDays)),
        ("stretch_minutes", JSON(figures.stretchMinutes)),
        ("mean_reach", JSON(figures.meanReach)),
      ] + more)
  }

  private static func json(_ leadUp: FlareUpLeadUp) -> JSON {
    [
      "onset_day": .string(leadUp.flareUp.onsetDay.description),
      "end_day": JSON(leadUp.flareUp.endDay?.description),
      "peak_pain": JSON(leadUp.flareUp.peakPain),
      "before": .array(
        leadUp.comparisons.map { comparison in
          [
            "factor": .string(comparison.factor.rawValue), "value": JSON(comparison.value),
            "usual": JSON(comparison.usual), "rank": JSON(comparison.rank),
            "ordinary_days": JSON(comparison.ordinaryDays),
          ]
        }),
    ]
  }

  private static func json(_ responses: RunResponses) -> JSON {
    let means = RunResponses.Moment.allCases.map { moment in
      (moment.rawValue, JSON(responses.pain(at: moment)?.mean))
    }
    return [
      "pain_limit": JSON(responses.rule.painLimit), "worse_by": JSON(responses.rule.worseBy),
      "settled": JSON(responses.count(.settled)),
      "not_settled": JSON(responses.count(.notSettled)),
      "unknown": JSON(responses.count(.unknown)), "mean_pain": .object(means),
      "both_rated": JSON(responses.bothRated) { both in
        [
          "runs": JSON(both.runs), "before": JSON(both.before),
          "next_morning": JSON(both.nextMorning), "worse": JSON(both.worse),
          "better": JSON(both.better),
        ]
      },
      "runs": .array(
        responses.runs.map { run in
          .object(
            [
              ("day", .string(run.day.description)),
              ("distance_km", JSON(run.distanceM.map { $0 / 1000 })),
              ("judgement", .string(run.judgement.rawValue)),
            ] + RunResponses.Moment.allCases.map { ($0.rawValue, JSON(run.pain[$0])) })
        }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    let number = { (value: Double?) in value.map { NumberText.shortest($0) } }
    let correlations = [report.lag1, report.lag1AllTime].flatMap { lag in
      [
        "\(lag.n)", number(lag.pearson.r), number(lag.pearson.effectiveN),
        number(lag.pearson.ci95?.lower), number(lag.pearson.ci95?.upper), number(lag.spearman.r),
      ]
    }
    let effects = [
      (report.effect?.days, report.effect?.effect?.slope, report.effect?.effect?.ci95),
      (
        report.effects?.overall.estimate.pairs, report.effects?.overall.estimate.slope,
        report.effects?.overall.estimate.ci95
      ),
    ].flatMap { days, slope, interval in
      [days.map { "\($0)" }, number(slope), number(interval?.lower), number(interval?.upper)]
    }
    let effectNames = ["days", "slope", "ci95_lower", "ci95_upper"]
    let names = ["n", "pearson_r", "effective_n", "ci95_lower", "ci95_upper", "spearman_r"]
    return (
      [
        "month", "days", "known_days", "runs", "distance_km", "minutes", "load", "longest_km",
        "spike", "pain_days", "mean_leg_pain", "worst_leg_pain", "flare_days", "stretch_minutes",
      ] + names.map { "month_\($0)" } + names.map { "all_time_\($0)" }
        + effectNames.map { "month_effect_\($0)" } + effectNames.map { "all_time_effect_\($0)" }
        + [
          "typical_run", "verdict", "earlier_verdict", "morning_rated_days", "stretch_days",
          "mean_reach", "runs_settled", "runs_not_settled", "runs_unknown", "rest_days",
          "implied_rest_days", "run_days", "bad_days", "next_step",
        ],
      [
        [
          report.month.description, "\(report.days)", "\(report.knownDays)",
          report.runs.map { "\($0)" },
          number(report.km), number(report.minutes), number(report.load),
          number(report.longestRun.map { $0.distanceM / 1000 }), number(report.largestStep?.ratio),
          "\(report.painDays)",
          number(report.meanPain), report.worstPain.map { "\($0)" }, "\(report.flareDays)",
          number(report.stretchMinutes),
        ] + correlations + effects + [
          number(report.answer.analysis.typicalRun),
          report.answer.analysis.verdict.kind.rawValue, report.earlierVerdict?.kind.rawValue,
          "\(report.morningDays)", "\(report.stretchDays)", number(report.meanReach),
        ] + RunResponses.Judgement.allCases.map { "\(report.responses.count($0))" }
          + [
            "\(report.restDays)", "\(report.impliedRestDays)", "\(report.runDays)",
            "\(report.badDays)", NextStepText(step: report.nextStep, measure: measure).kind,
          ]
      ]
    )
  }
}
