package import CivilDay
package import JSONText
package import JournalModel
import JournalStore
import WrittenValues

/// Flare-ups with their length.
package struct FlareUpList: Renderable {
  private let flareUps: [FlareUpSummary]
  /// The day up to which a flare-up in progress is counted.
  private let today: Day
  private let unit: DistanceUnit

  package init(_ flareUps: [FlareUpSummary], today: Day, unit: DistanceUnit) {
    self.flareUps = flareUps
    self.today = today
    self.unit = unit
  }

  private static let columns = [
    TableColumn("started"), TableColumn("ended"), TableColumn("days", .right),
    TableColumn("peak", .right), TableColumn("id", .right),
    TableColumn("suspected trigger", .left, .wrapped),
  ]

  private var rows: [[String]] {
    flareUps.map { flareUp in
      [
        dated(flareUp.onsetDay), flareUp.endDay.map(dated) ?? "in progress",
        "\(flareUp.days(until: today))", flareUp.peakPain.map { "\($0)" } ?? "", "\(flareUp.id)",
        trigger(of: flareUp),
      ]
    }
  }

  private func trigger(of flareUp: FlareUpSummary) -> String {
    let run = flareUp.triggerRun.map { run in
      let distance = run.distanceM.map { "\(unit.text($0)), " } ?? ""
      return "run \(run.id) (\(distance)\(dated(run.day)))"
    }
    return [run, flareUp.triggerText].compactMap(\.self).joined(separator: ", ")
  }

  package func text(_ layout: TextLayout) -> String {
    flareUps.isEmpty
      ? "" : TextTable(columns: Self.columns, rows: rows).text(layout)
  }

  package var json: JSON {
    .array(
      flareUps.map { flareUp in
        [
          "id": JSON(flareUp.id), "onset_day": JSON(flareUp.onsetDay.description),
          "end_day": JSON(flareUp.endDay?.description), "days": JSON(flareUp.days(until: today)),
          "peak_pain": JSON(flareUp.peakPain), "trigger_run_id": JSON(flareUp.triggerRun?.id),
          "trigger_run_day": JSON(flareUp.triggerRun?.day.description),
          "trigger_run_distance_m": JSON(flareUp.triggerRun?.distanceM),
          "trigger_text": JSON(flareUp.triggerText), "note": JSON(flareUp.note),
        ]
      })
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      [
        "id", "onset_day", "end_day", "days", "peak_pain", "trigger_run_id", "trigger_run_day",
        "trigger_run_distance_m", "trigger_text", "note",
      ],
      flareUps.map { flareUp in
        [
          "\(flareUp.id)", flareUp.onsetDay.description, flareUp.endDay?.description,
          "\(flareUp.days(until: today))", flareUp.peakPain.map { "\($0)" },
          flareUp.triggerRun.map { "\($0.id)" }, flareUp.triggerRun?.day.description,
          flareUp.triggerRun?.distanceM.map { NumberText.shortest($0) }, flareUp.triggerText,
          flareUp.note,
        ]
      }
    )
  }

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: rows).text }
}
