package import JSONText
import JournalModel
package import JournalStore
import WrittenValues

/// Every change of one entry, newest first.
package struct EntryHistory: Renderable {
  package let changes: [HistoricChange]
  package let words: ChangeText

  package init(changes: [HistoricChange], words: ChangeText) {
    self.changes = changes
    self.words = words
  }

  /// The author of changes outside the program.
  private static let others = "another program"

  package func text(_ layout: TextLayout) -> String { table.text(layout) }

  package var json: JSON {
    .array(
      changes.map { historic in
        [
          "action": JSON(historic.action?.number), "done_at": JSON(historic.action?.doneAt),
          "command": JSON(historic.action?.command), "kind": JSON(historic.change.table.rawValue),
          "id": JSON(historic.change.id), "change": JSON(historic.change.kind.rawValue),
          "fields": .array(
            historic.change.fields.map { field in
              [
                "field": .string(field.name),
                "before": JSON(historic.change.before?.values[field.name] ?? .null),
                "after": JSON(historic.change.after?.values[field.name] ?? .null),
              ]
            }),
        ]
      })
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["action", "done_at", "command", "kind", "id", "change", "field", "before", "after"],
      changes.flatMap { historic in
        historic.change.fields.map { field in
          [
            historic.action.map { "\($0.number)" }, historic.action?.doneAt,
            historic.action?.command, historic.change.table.rawValue, "\(historic.change.id)",
            historic.change.kind.rawValue, field.name,
            historic.change.before?.plain(field.name), historic.change.after?.plain(field.name),
          ]
        }
      }
    )
  }

  package var markdown: String { table.markdown }

  private var table: HistoryTable {
    HistoryTable(
      columns: [
        TableColumn("action", .right), TableColumn("when"), TableColumn("command"),
        TableColumn("what"),
      ],
      rows: changes.map { historic in
        [
          historic.action.map { "\($0.number)" } ?? "", historic.action.map(whenDone) ?? "",
          historic.action?.command ?? Self.others, words.event(historic.change),
        ]
      })
  }
}

extension StoredEntry {
  /// The value of a field as plain text, `nil` if it is unknown.
  fileprivate func plain(_ field: String) -> String? {
    text(field) ?? number(field).map { NumberText.shortest($0) }
  }
}
