package import JSONText
import JournalStore

/// Settings with their values.
package struct SettingTable: Renderable {
  /// A setting with its value.
  package struct Row {
    /// The name as typed.
    package let name: String
    /// The value, or `nil` for none.
    package let value: String?
    /// The default, or `nil` for none.
    package let usual: String?
    /// Its purpose and possible values.
    package let meaning: String

    package init(name: String, value: String?, usual: String?, meaning: String) {
      self.name = name
      self.value = value
      self.usual = usual
      self.meaning = meaning
    }
  }

  package let rows: [Row]
  /// Whether to show one setting, as one object in JSON.
  package var isOne = false

  package init(rows: [Row], isOne: Bool = false) {
    self.rows = rows
    self.isOne = isOne
  }

  private static let columns = [
    TableColumn("setting"), TableColumn("value"), TableColumn("default"),
    TableColumn("meaning", .left, .wrapped),
  ]

  private var cells: [[String]] {
    rows.map { row in
      [row.name, row.value ?? "none", row.usual ?? "none", row.meaning]
    }
  }

  package func text(_ layout: TextLayout) -> String {
    TextTable(columns: Self.columns, rows: cells).text(layout)
  }

  package var json: JSON {
    let objects = rows.map { row -> JSON in
      [
        "name": .string(row.name), "value": JSON(row.value),
        "default": JSON(row.usual), "meaning": .string(row.meaning),
      ]
    }
    return isOne ? objects[0] : .array(objects)
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["name", "value", "default", "meaning"],
      rows.map { [$0.name, $0.value, $0.usual, $0.meaning] }
    )
  }

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: cells).text }
}
