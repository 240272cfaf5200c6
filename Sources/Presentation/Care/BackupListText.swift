import CivilDay
package import JSONText
package import JournalStore

/// Backups with what they hold, newest first.
package struct BackupListText: Renderable {
  /// A backup in the list.
  package struct Row {
    let backup: Backup
    /// What it holds; `nil` if it cannot be read.
    let contents: JournalContents?
    /// The local day and clock time of its making, such as `2026-11-23 07:30`.
    let made: String
    /// The number of days since then.
    let ageInDays: Int

    package init(backup: Backup, contents: JournalContents?, made: String, ageInDays: Int) {
      (self.backup, self.contents, self.made) = (backup, contents, made)
      self.ageInDays = ageInDays
    }

    var age: String {
      switch ageInDays {
      case ...0: "today"
      case 1: "yesterday"
      default: "\(ageInDays) days"
      }
    }

    var isReadable: Bool { contents != nil && backup.purpose != .damaged }
  }

  private let rows: [Row]

  package init(rows: [Row]) { self.rows = rows }

  private static let columns = [
    TableColumn("made"), TableColumn("age"), TableColumn("entries", .right),
    TableColumn("last day"), TableColumn("before", .left, .optional),
    TableColumn("name", .left, .wrapped),
  ]

  private var cells: [[String]] {
    rows.map { row in
      [
        row.made, row.age, row.isReadable ? "\(row.contents?.entries ?? 0)" : "damaged",
        row.contents?.lastDay ?? "", Self.occasion(row.backup.purpose), row.backup.name,
      ]
    }
  }

  private static func occasion(_ purpose: BackupPurpose) -> String {
    switch purpose {
    case .daily, .asked: ""
    case .upgrade: "an upgrade"
    case .import: "an import"
    case .sql: "sql --write"
    case .merge: "a merge"
    case .restore: "a restore"
    case .repair, .damaged: "a repair"
    }
  }

  package func text(_ layout: TextLayout) -> String {
    TextTable(columns: Self.columns, rows: cells).text(layout)
  }

  package var json: JSON {
    .array(
      rows.map { row in
        [
          "name": .string(row.backup.name), "path": .string(row.backup.path),
          "made": .string(row.made), "age_days": JSON(row.ageInDays),
          "entries": JSON(row.contents?.entries), "last_day": JSON(row.contents?.lastDay),
          "schema": JSON(row.contents?.schema), "purpose": .string(row.backup.purpose.rawValue),
          "readable": .bool(row.isReadable),
        ]
      })
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["name", "path", "made", "age_days", "entries", "last_day", "schema", "purpose", "readable"],
      rows.map { row in
        [
          row.backup.name, row.backup.path, row.made, "\(row.ageInDays)",
          row.contents.map { "\($0.entries)" }, row.contents?.lastDay,
          row.contents.map { "\($0.schema)" }, row.backup.purpose.rawValue,
          row.isReadable ? "1" : "0",
        ]
      }
    )
  }

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: cells).text }
}
