package import JSONText
package import JournalStore

/// Settings with their values.
package struct SettingTable: Renderable {
  /// A setting as it stands.
  package struct Row {
    package let setting: Setting
    /// What holds now, or `nil` for none.
    package let value: String?

    package init(setting: Setting, value: String?) {
      self.setting = setting
      self.value = value
    }

    /// What holds where nothing is set, or `nil` for none.
    package var usual: String? { Preferences().text(of: setting) }
  }

  package let rows: [Row]
  /// Whether one setting was asked for, which is one object in JSON.
  package var isOne = false

  private static let columns = [
    TableColumn("setting"), TableColumn("value"), TableColumn("default"), TableColumn("meaning"),
  ]

  private var cells: [[String]] {
    rows.map { row in
      [row.setting.rawValue, row.value ?? "none", row.usual ?? "none", row.setting.meaning]
    }
  }

  package func text(width: Int?) -> String {
    TextTable(columns: Self.columns, rows: cells).text(maximumWidth: width)
  }

  package var json: JSON {
    let objects = rows.map { row -> JSON in
      [
        "name": .string(row.setting.rawValue), "value": JSON(row.value),
        "default": JSON(row.usual), "meaning": .string(row.setting.meaning),
      ]
    }
    return isOne ? objects[0] : .array(objects)
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["name", "value", "default", "meaning"],
      rows.map { [$0.setting.rawValue, $0.value, $0.usual, $0.setting.meaning] }
    )
  }

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: cells).text }
}
