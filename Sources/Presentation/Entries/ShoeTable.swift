package import JSONText
package import JournalModel
import JournalStore
import WrittenValues

/// Shoes with their distance so far.
package struct ShoeTable: Renderable {
  private let shoes: [FootwearUse]
  private let unit: DistanceUnit

  package init(_ shoes: [FootwearUse], unit: DistanceUnit) {
    self.shoes = shoes
    self.unit = unit
  }

  private var columns: [TableColumn] {
    [
      TableColumn("shoe"), TableColumn("kind", .left, .optional), TableColumn("runs", .right),
      TableColumn(unit.rawValue, .decimal),
      TableColumn("limit \(unit.rawValue)", .right, .optional),
      TableColumn("used", .right), TableColumn("last run"), TableColumn("status"),
    ]
  }

  private var rows: [[String]] {
    shoes.map { shoe in
      [
        shoe.name, shoe.kind ?? "", "\(shoe.runs)", number(shoe.distanceKm, 1),
        shoe.limitKm.map { number($0, 0) } ?? "",
        shoe.limitShare.map { "\(NumberText.fixed($0 * 100, 0)) %" } ?? "", shoe.lastDay ?? "",
        shoe.retiredDay.map { "retired \($0)" } ?? (shoe.isDefault ? "default" : ""),
      ]
    }
  }

  private func number(_ kilometres: Double, _ decimals: Int) -> String {
    NumberText.fixed(kilometres * 1000 / unit.metres, decimals)
  }

  package func text(_ layout: TextLayout) -> String {
    shoes.isEmpty ? "" : TextTable(columns: columns, rows: rows).text(layout)
  }

  package var json: JSON {
    .array(
      shoes.map { shoe in
        [
          "id": JSON(shoe.id), "name": JSON(shoe.name), "model": JSON(shoe.model),
          "kind": JSON(shoe.kind), "runs": JSON(shoe.runs), "distance_km": JSON(shoe.distanceKm),
          "limit_km": JSON(shoe.limitKm), "limit_share": JSON(shoe.limitShare),
          "last_day": JSON(shoe.lastDay), "retired_day": JSON(shoe.retiredDay),
          "is_default": .bool(shoe.isDefault),
        ]
      })
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      [
        "id", "name", "model", "kind", "runs", "distance_km", "limit_km", "limit_share", "last_day",
        "retired_day", "is_default",
      ],
      shoes.map { shoe in
        [
          "\(shoe.id)", shoe.name, shoe.model, shoe.kind, "\(shoe.runs)",
          NumberText.shortest(shoe.distanceKm), shoe.limitKm.map { NumberText.shortest($0) },
          shoe.limitShare.map { NumberText.shortest($0) }, shoe.lastDay, shoe.retiredDay,
          shoe.isDefault ? "1" : "0",
        ]
      }
    )
  }

  package var markdown: String { MarkdownTable(columns: columns, rows: rows).text }
}
