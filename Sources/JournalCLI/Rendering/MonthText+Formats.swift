import CivilDay
import Correlator
import Reports

/// The formats for programs; names and nulls are stable.
extension MonthText {
  var json: JSON {
    [
      "month": .string(report.month.description), "days": JSON(report.days),
      "known_days": JSON(report.knownDays), "runs": JSON(report.runs),
      "distance_km": JSON(report.km), "minutes": JSON(report.minutes), "load": JSON(report.load),
      "run_days_without_distance": JSON(report.runDaysWithout.distance),
      "run_days_without_duration": JSON(report.runDaysWithout.duration),
      "run_days_without_effort": JSON(report.runDaysWithout.effort),
      "longest_km": JSON(report.longestKm), "spike": JSON(report.spike),
      "pain_days": JSON(report.painDays), "mean_leg_pain": JSON(report.meanPain),
      "worst_leg_pain": JSON(report.worstPain), "flare_days": JSON(report.flareDays),
      "stretch_minutes": JSON(report.stretchMinutes),
      "shoes": .array(
        report.shoes.map { ["name": JSON($0.name), "runs": JSON($0.runs), "km": JSON($0.km)] }),
      "correlation": [
        "load": .string(measure.rawValue), "pain": "leg",
        "timing": .string(report.timing.rawValue),
        "month": CorrelationText.json(report.lag1, nil),
        "all_time": CorrelationText.json(report.lag1AllTime, report.effects?.overall),
        "month_effect": JSON(report.effect) { month in
          [
            "days": JSON(month.days), "slope": JSON(month.effect?.slope),
            "se": JSON(month.effect?.standardError),
            "ci95": JSON(month.effect?.ci95) { [.number($0.lower), .number($0.upper)] },
            "shrunken_slope": JSON(month.effect?.shrunken),
            "difference_p": JSON(month.effect?.differenceP),
          ]
        },
        "typical_run": JSON(report.answer.analysis.typicalRun),
        "verdict": CorrelationText.json(
          report.answer.analysis.verdict, VerdictText(report.answer, unit: LoadUnit(measure))),
      ],
      "synthetic": .bool(isSynthetic),
    ]
  }

  var csv: (header: [String], rows: [[String?]]) {
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
        + ["typical_run", "verdict"],
      [
        [
          report.month.description, "\(report.days)", "\(report.knownDays)",
          report.runs.map { "\($0)" },
          number(report.km), number(report.minutes), number(report.load),
          number(report.longestKm), number(report.spike), "\(report.painDays)",
          number(report.meanPain), report.worstPain.map { "\($0)" }, "\(report.flareDays)",
          number(report.stretchMinutes),
        ] + correlations + effects + [
          number(report.answer.analysis.typicalRun),
          report.answer.analysis.verdict.kind.rawValue,
        ]
      ]
    )
  }
}
