internal import CivilDay
internal import Correlator
package import JSONText
import JournalModel
internal import JournalStore
internal import Reports
internal import WrittenValues

/// The formats for programs, whose names and nulls are stable, and for documents.
extension TodayText {
  package var json: JSON {
    let (running, precautions) = (report.running, report.precautions)
    return [
      "day": .string(report.day.description),
      "weekday": .string(Day.weekdayNames[report.day.weekday].lowercased()),
      "reminder": JSON(reminder),
      "entries": EntryList(entries: report.entries, unit: unit).json,
      "missing": .array(
        report.missing.map { ["what": .string($0.word), "command": .string(typed($0.command))] }),
      "red_flag_days": .array(precautions.redFlagDays.map { .string($0.description) }),
      "flare_up": JSON(precautions.flareUp) { flareUp in
        [
          "onset_day": .string(flareUp.onsetDay.description),
          "day_number": JSON(precautions.flareUpDay), "trigger": JSON(flareUp.triggerText),
        ]
      },
      "this_week": Self.json(running.thisWeek),
      "weeks_before": .object(
        [
          ("weeks", JSON(running.countedWeeks)),
          ("mean_distance_km", JSON(perWeek(running.weeksBefore.km))),
          ("mean_minutes", JSON(perWeek(running.weeksBefore.minutes))),
          ("mean_load", JSON(perWeek(running.weeksBefore.load))),
        ] + Self.members(running.weeksBefore)),
      "last_7_days": Self.json(running.last7Days),
      "last_28_days": Self.json(running.last28Days),
      "longest_run": JSON(running.longest) { longest in
        ["day": .string(longest.day.description), "distance_km": JSON(longest.distanceM / 1000)]
      },
      "plan": JSON(report.plan) { plan in
        [
          "distance_km": JSON(plan.distanceM / 1000), "spike": JSON(plan.spike),
          "hazard_ratio": JSON(plan.band?.hazardRatio),
          "hazard_ratio_ci95": JSON(plan.band?.ci95) { [.number($0.lower), .number($0.upper)] },
          "unknown_days": JSON(running.before.unknownDays),
          "morning_leg_pain": JSON(plan.morningPain),
          "breaks_guidance": .array(plan.broken.map { JSON($0.id) }),
        ]
      },
      "shoes": .array(
        report.shoes.map { shoe in
          [
            "name": .string(shoe.name), "distance_km": JSON(shoe.distanceKm),
            "limit_km": JSON(shoe.limitKm), "is_default": .bool(shoe.isDefault),
          ]
        }),
      "guidance": .array(precautions.guidance.map(PrecautionText.json)),
      "recent_days": .array(
        report.recentDays.map { day in
          [
            "day": .string(day.day.description), "state": JSON(day.state?.rawValue),
            "rest_is": JSON(day.restIs?.rawValue),
            "leg_pain": JSON(day.legPain), "distance_km": JSON(day.distanceKm),
          ]
        }),
      "last_check_in": JSON(report.lastCheckIn?.description),
      "trial": report.trial.map {
        TrialProgressText($0, unit: unit, typed: typed).json
      } ?? .null,
      "synthetic": .bool(isSynthetic),
    ]
  }

  /// What the JSON holds, a value a row, by its path in it.
  package var csv: (header: [String], rows: [[String?]]) {
    (["name", "value"], json.leaves(under: "").map { [$0.path, $0.value] })
  }

  package var markdown: String {
    let table = MarkdownTable(
      columns: [TableColumn(opening[0]), TableColumn("")], rows: facts.map { [$0.name, $0.text] })
    let days = RecentDaysText(report.recentDays, unit: unit, showsUnicode: showsUnicode).markdown
    let parts =
      [isSynthetic ? "**\(SampleNotice.sentence)**\n" : nil] + opening.dropFirst().map { "\($0)\n" }
      + [table.text, days] + closing.map { "\($0)\n" }
    return parts.compactMap(\.self).joined(separator: "\n")
  }

  private func perWeek(_ total: Double?) -> Double? {
    total.map { $0 / Double(report.running.countedWeeks) }
  }

  private static func json(_ totals: DayTotals) -> JSON { .object(members(totals)) }

  private static func members(_ totals: DayTotals) -> [(String, JSON)] {
    [
      ("days", JSON(totals.days)), ("unknown_days", JSON(totals.unknownDays)),
      ("runs", JSON(totals.runs)), ("distance_km", JSON(totals.km)),
      ("minutes", JSON(totals.minutes)), ("load", JSON(totals.load)),
      ("run_days_without_distance", JSON(totals.runDaysWithout.distance)),
      ("run_days_without_duration", JSON(totals.runDaysWithout.duration)),
      ("run_days_without_effort", JSON(totals.runDaysWithout.effort)),
    ]
  }
}

extension MissingEntry {
  /// What a program calls it.
  fileprivate var word: String {
    switch self {
    case .morningRating: "morning_rating"
    case .run(_, effort: true, shoe: true): "run_effort_and_shoe"
    case .run(_, effort: true, shoe: false): "run_effort"
    case .run: "run_shoe"
    case .eveningRating: "evening_rating"
    }
  }
}

extension JSON {
  /// The values that are neither object nor array, each with its path, such as
  /// `entries.0.kind`; `nil` stands for null.
  package func leaves(under path: String) -> [(path: String, value: String?)] {
    let prefix = path.isEmpty ? "" : "\(path)."
    return switch self {
    case .object(let members): members.flatMap { $1.leaves(under: prefix + $0) }
    case .array(let elements):
      elements.enumerated().flatMap { $1.leaves(under: "\(prefix)\($0)") }
    case .string(let text): [(path, text)]
    case .number(let number): [(path, number.isFinite ? NumberText.shortest(number) : nil)]
    case .integer(let number): [(path, "\(number)")]
    case .bool(let value): [(path, value ? "1" : "0")]
    case .null: [(path, nil)]
    }
  }
}
