package import CivilDay
package import JSONText
package import JournalModel
import JournalStore
import WrittenValues

/// Advice from doctors and physiotherapists: in force first, then upcoming, then
/// ended.
package struct GuidanceList: Renderable {
  /// Whether a piece of guidance is in force.
  private enum State: String {
    case inForce = "in force"
    case toCome = "upcoming"
    case ended
  }

  private let guidance: [(piece: GivenGuidance, state: State)]
  private let unit: DistanceUnit

  /// Creates the list.
  ///
  /// - Parameters:
  ///   - guidance: All pieces, newest first.
  ///   - day: The day to judge them on.
  ///   - withEnded: Whether to list ended ones.
  ///   - unit: The unit of distances.
  package init(_ guidance: [GivenGuidance], on day: Day, withEnded: Bool, unit: DistanceUnit) {
    let stated = guidance.map { piece in
      (
        piece: piece,
        state: piece.isInForce(on: day) ? State.inForce : piece.day > day ? .toCome : .ended
      )
    }
    let states: [State] = withEnded ? [.inForce, .toCome, .ended] : [.inForce, .toCome]
    self.guidance = states.flatMap { state in stated.filter { $0.state == state } }
    self.unit = unit
  }

  /// Whether there is nothing to list.
  package var isEmpty: Bool { guidance.isEmpty }

  private static let columns = [
    TableColumn("since"), TableColumn("until"), TableColumn("status"), TableColumn("by"),
    TableColumn("longest run", .right), TableColumn("days off", .right), TableColumn("id", .right),
    TableColumn("advice", .left, .wrapped),
  ]

  private var rows: [[String]] {
    guidance.map { piece, state in
      [
        dated(piece.day), piece.untilDay.map(dated) ?? "", state.rawValue, piece.givenBy ?? "",
        piece.longestRunM.map { unit.text($0) } ?? "", piece.daysOff.map { "\($0)" } ?? "",
        "\(piece.id)", piece.advice,
      ]
    }
  }

  package func text(_ layout: TextLayout) -> String {
    isEmpty ? "" : TextTable(columns: Self.columns, rows: rows).text(layout)
  }

  package var json: JSON {
    .array(
      guidance.map { piece, state in
        [
          "id": JSON(piece.id), "day": JSON(piece.day.description),
          "until_day": JSON(piece.untilDay?.description), "in_force": .bool(state == .inForce),
          "given_by": JSON(piece.givenBy), "longest_run_m": JSON(piece.longestRunM),
          "days_off": JSON(piece.daysOff), "advice": JSON(piece.advice),
        ]
      })
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      [
        "id", "day", "until_day", "in_force", "given_by", "longest_run_m", "days_off", "advice",
      ],
      guidance.map { piece, state in
        [
          "\(piece.id)", piece.day.description, piece.untilDay?.description,
          state == .inForce ? "1" : "0", piece.givenBy,
          piece.longestRunM.map { NumberText.shortest($0) }, piece.daysOff.map { "\($0)" },
          piece.advice,
        ]
      }
    )
  }

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: rows).text }
}
