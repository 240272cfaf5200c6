import CivilDay
import Correlator
import JSONText
import JournalModel
import Reports

/// A trial in data, with the same names wherever it stands.
enum TrialJSON {
  /// The plan and the end.
  static func plan(_ trial: Trial) -> JSON {
    let plan = trial.plan
    return [
      "id": JSON(trial.id), "kind": .string(plan.kind.rawValue), "arm_a": .string(plan.armA),
      "arm_b": .string(plan.armB), "week_a_m": JSON(plan.weeks?.shortM),
      "week_b_m": JSON(plan.weeks?.longM), "unit": .string(plan.unit.rawValue),
      "pairs": JSON(plan.pairs), "analysis": .string(plan.analysis.rawValue),
      "start_day": .string(plan.startDay.description),
      "detectable_points": JSON(plan.detectablePoints),
      "state": .string(state(trial)), "end_day": JSON(trial.end?.day.description),
      "stop_reason": JSON(trial.end?.reason), "seed": JSON(trial.end?.seed),
      "pauses": .array(
        trial.pauses.map { pause in
          [
            "from_day": .string(pause.firstDay.description),
            "to_day": JSON(pause.lastDay?.description), "reason": JSON(pause.reason),
          ]
        }),
      "looks": .array(
        trial.looks.map { look in
          [
            "looked_at": .string(look.lookedAt), "pairs": JSON(look.pairs),
            "mean": JSON(look.mean), "p": JSON(look.p),
          ]
        }),
    ]
  }

  /// The word for its state, as in the view `trial`.
  static func state(_ trial: Trial) -> String {
    guard let end = trial.end else { return trial.openPause == nil ? "running" : "paused" }
    return end.isComplete ? "complete" : "stopped"
  }

  /// A unit; without its outcome while that is withheld.
  static func unit(_ unit: DrawnUnit, _ words: TrialWords, withOutcome: Bool) -> JSON {
    [
      "unit": JSON(unit.number), "pair": JSON(unit.pair), "arm": .string(unit.arm.rawValue),
      "treatment": .string(words.name(unit.arm)),
      "drawn_day": .string(unit.drawnDay.description),
      "first_day": JSON(unit.firstDay?.description), "last_day": JSON(unit.lastDay?.description),
      "run_days": JSON(unit.runDays), "rated_run_days": JSON(unit.ratedRunDays),
      "done": JSON(unit.done?.rawValue),
      "pain_change": withOutcome ? JSON(unit.painChange) : .null,
    ]
  }

  /// A way of sorting the units.
  static func reading(_ reading: TrialResult.Reading) -> JSON {
    [
      "pairs": JSON(reading.differences.count), "differences": JSON(reading.differences),
      "mean": JSON(reading.mean),
      "ci95": reading.ci95.map { interval in
        .array([bound(interval.lower), bound(interval.upper)])
      } ?? .null,
      "p": JSON(reading.p),
    ]
  }

  private static func bound(_ value: Double) -> JSON { value.isFinite ? .number(value) : .null }
}
