internal import CivilDay
internal import Correlator
package import JSONText
internal import JournalModel
internal import Reports

/// The check for programs; names and nulls are stable.
extension DiaryCheckText {
  package var json: JSON {
    .object(days + answer + [("figures", figures), ("findings", findings)] + summary)
  }

  /// The days that were checked.
  private var days: [(String, JSON)] {
    let analysis = check.answer.analysis
    return [
      ("load", .string(check.answer.load.rawValue)),
      ("pain", .string(check.answer.question.pain.rawValue)),
      ("timing", .string(analysis.timing.rawValue)),
      ("timing_in_use", .string(analysis.timingInUse.rawValue)),
      ("first", JSON(analysis.calendar?.lowerBound.description)),
      ("last", JSON(analysis.calendar?.upperBound.description)),
      ("days", JSON(analysis.calendar?.count ?? 0)),
    ]
  }

  /// The answer that they give now.
  private var answer: [(String, JSON)] {
    let verdict = check.answer.analysis.verdict
    return [
      ("can_answer", .bool(check.canAnswer)), ("verdict", .string(verdict.kind.rawValue)),
      ("reason", .string(verdict.reason.rawValue)), ("pairs_now", JSON(words.pairs?.now)),
      ("pairs_needed", JSON(words.pairs?.needed)), ("more_days", JSON(verdict.moreDays)),
    ]
  }

  private var findings: JSON {
    .array(
      words.rows.map { row in
        [
          "topic": .string(row.finding.topic.rawValue), "finding": .string(row.finding.kind),
          "weight": .string(check.weight(of: row.finding).rawValue),
          "text": .string(row.wholeText), "command": JSON(row.command),
        ]
      })
  }

  private var summary: [(String, JSON)] {
    [
      ("fine", .array(check.fine.map { .string($0.rawValue) })), ("text", .string(words.sentence)),
      ("synthetic", .bool(isSynthetic)),
    ]
  }

  /// All that was counted, found fault with or not.
  private var figures: JSON {
    [
      "rating_times": Self.json(check.ratingTimes),
      "recent_rating_times": Self.json(check.recentTimes),
      "missing_ratings": [
        "high_pain": JSON(check.gaps.highPain),
        "after_high_pain": Self.json(check.gaps.afterHighPain),
        "after_runs": Self.json(check.gaps.afterRuns),
      ],
      "known_days": Self.json(check.knownDays),
      "confirmed_rest_days": Self.json(check.confirmedRest),
      "verdict_without_implied_rest": JSON(
        check.answer.verdictWithoutImpliedRest?.kind.rawValue),
      "measured_run_days": Self.json(check.measuredRuns),
      "share": JSON(check.share), "fixed_run_day": JSON(check.fixedRunDay),
      "columns": .array(
        check.columns.map { column in
          ["column": .string(column.kind.rawValue), "known": Self.json(column.known)]
        }),
      "entries": .array(check.unlikely.map { Self.json($0, unit.metric) }),
    ]
  }

  private static func json(_ times: RatingTimes) -> JSON {
    [
      "days": JSON(times.days), "rated": JSON(times.rated), "morning": JSON(times.morning),
      "evening": JSON(times.evening), "unknown": JSON(times.unknown),
    ]
  }

  private static func json(_ habit: Habit) -> JSON {
    ["overall": json(habit.overall), "recent": json(habit.lately)]
  }

  private static func json(_ rate: Rate) -> JSON {
    ["count": JSON(rate.count), "of": JSON(rate.of)]
  }

  private static func json(_ entry: UnlikelyEntry, _ unit: LoadUnit) -> JSON {
    [
      "day": .string(entry.day.description), "kind": JSON(entry.table?.rawValue),
      "id": JSON(entry.id), "reason": .string(entry.reason.kind),
      "text": .string(DiaryCheckWords.reason(entry, unit)),
    ]
  }

  /// How often ratings go missing, as the month's summary has it too.
  static func json(_ comparison: RatingGaps.Comparison) -> JSON {
    func json(_ rate: Rate) -> JSON {
      ["rated": JSON(rate.count), "of": JSON(rate.of)]
    }
    return [
      "after": json(comparison.rate), "otherwise": json(comparison.others),
      "difference": JSON(comparison.difference),
      "ci95": JSON(comparison.ci95) { [.number($0.lower), .number($0.upper)] },
    ]
  }
}

extension UnlikelyEntry.Reason {
  /// Its name in data.
  fileprivate var kind: String {
    switch self {
    case .value: "value"
    case .duplicate: "duplicate"
    case .load: "load"
    case .painJump: "pain_jump"
    }
  }
}
