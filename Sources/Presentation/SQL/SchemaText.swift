package import JSONText
package import JournalStore
import WrittenValues

/// The tables and views, one per line.
package struct SchemaText: Renderable {
  package let relations: [DataDictionary.Relation]

  package init(relations: [DataDictionary.Relation]) {
    self.relations = relations
  }

  package func text(_ layout: TextLayout) -> String {
    ["view", "table"].map { kind in
      let rows = relations.filter { $0.kind == kind }.map { (name: $0.name, text: $0.meaning) }
      return layout.style.heading(
        kind == "view" ? "Views, for queries:\n" : "Tables behind them:\n")
        + Paragraph.rows(
          rows.map { ($0.name, $0.text.isEmpty ? "-" : $0.text) }, width: layout.width, indent: 18)
    }.joined(separator: "\n")
      + layout.style.hint("\nShow the columns of one with: nerve schema day\n")
  }

  package var json: JSON {
    .array(
      relations.map { relation in
        [
          "name": JSON(relation.name), "kind": JSON(relation.kind),
          "meaning": JSON(relation.meaning.isEmpty ? nil : relation.meaning),
          "columns": JSON(relation.columns.map { Optional($0.name) }),
        ]
      })
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["name", "kind", "meaning"],
      relations.map { [$0.name, $0.kind, $0.meaning.isEmpty ? nil : $0.meaning] }
    )
  }

  package var markdown: String {
    MarkdownTable(
      columns: csv.header.map { TableColumn($0) }, rows: csv.rows.map { $0.map { $0 ?? "" } }
    ).text
  }
}

/// A table or a view with its columns.
package struct RelationText: Renderable {
  package let relation: DataDictionary.Relation
  package let facts: [ColumnFacts]

  package init(relation: DataDictionary.Relation, facts: [ColumnFacts]) {
    self.relation = relation
    self.facts = facts
  }

  private struct Row {
    let name, type, unit, meaning: String
    let example: String?
  }

  private var rows: [Row] {
    relation.columns.map { column in
      let fact = facts.first { $0.name == column.name }
      return Row(
        name: column.name, type: fact?.type ?? Self.type(unit: column.unit), unit: column.unit,
        meaning: column.meaning, example: fact?.example)
    }
  }

  /// The type of an empty column.
  private static func type(unit: String) -> String {
    switch unit {
    case "day", "word", "names", "text", "month", "time": "TEXT"
    case "count", "id", "0/1", "0-10", "0-6": "INTEGER"
    default: "REAL"
    }
  }

  package func text(_ layout: TextLayout) -> String {
    let head = [relation.kind, relation.meaning].filter { !$0.isEmpty }.joined(separator: ". ")
    let lines = Paragraph.lines("\(relation.name): \(head)", width: layout.width)
    let table = TextTable(
      columns: ["column", "type", "unit"].map { TableColumn($0) }
        + [TableColumn("example", .left, .optional)],
      rows: rows.map {
        [$0.name, $0.type, $0.unit, DisplayText.truncated($0.example ?? "", to: 24)]
      })
    let meanings = Paragraph.rows(
      rows.map { ($0.name, $0.meaning) }, width: layout.width)
    return lines.map { "\($0)\n" }.joined() + "\n" + table.text(layout) + "\n"
      + meanings
  }

  package var json: JSON {
    [
      "name": JSON(relation.name), "kind": JSON(relation.kind),
      "meaning": JSON(relation.meaning.isEmpty ? nil : relation.meaning),
      "columns": .array(
        rows.map {
          [
            "name": JSON($0.name), "type": JSON($0.type), "unit": JSON($0.unit),
            "meaning": JSON($0.meaning), "example": JSON($0.example),
          ]
        }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["column", "type", "unit", "meaning", "example"],
      rows.map { [$0.name, $0.type, $0.unit, $0.meaning, $0.example] }
    )
  }

  package var markdown: String {
    MarkdownTable(
      columns: csv.header.map { TableColumn($0) }, rows: csv.rows.map { $0.map { $0 ?? "" } }
    ).text
  }
}
