package import JSONText
package import JournalStore
import WrittenValues

/// The tables, views and functions, one per line.
package struct SchemaText: Renderable {
  /// A function of ours.
  package struct Function {
    package let name: String
    let signature: String
    let meaning: String

    package init(name: String, signature: String, meaning: String) {
      self.name = name
      self.signature = signature
      self.meaning = meaning
    }
  }

  package let relations: [DataDictionary.Relation]
  package let functions: [Function]

  package init(relations: [DataDictionary.Relation], functions: [Function]) {
    self.relations = relations
    self.functions = functions
  }

  package func text(_ layout: TextLayout) -> String {
    func part(_ title: String, _ rows: [(String, String)], indent: Int) -> String? {
      rows.isEmpty
        ? nil
        : layout.style.heading("\(title)\n")
          + Paragraph.rows(rows, width: layout.width, indent: indent)
    }
    func rows(_ kind: String) -> [(String, String)] {
      relations.filter { $0.kind == kind }.map { ($0.name, $0.meaning) }
    }
    return [
      part("Views, for queries:", rows("view"), indent: 18),
      part("Tables behind them:", rows("table"), indent: 18),
      part(
        "Functions, in addition to those of SQLite:", functions.map { ($0.signature, $0.meaning) },
        indent: 40),
    ].compactMap(\.self).joined(separator: "\n") + hint(layout)
  }

  private func hint(_ layout: TextLayout) -> String {
    relations.isEmpty
      ? ""
      : layout.style.hint("\nFor the columns of one, add its name, such as day.\n")
  }

  package var json: JSON {
    .array(
      relations.map { relation in
        [
          "name": JSON(relation.name), "kind": JSON(relation.kind),
          "meaning": JSON(relation.meaning),
          "columns": JSON(relation.columns.map { Optional($0.name) }),
        ]
      }
        + functions.map { function in
          [
            "name": JSON(function.name), "kind": "function", "meaning": JSON(function.meaning),
            "signature": JSON(function.signature),
          ]
        })
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["name", "kind", "meaning", "signature"],
      relations.map { [$0.name, $0.kind, $0.meaning, nil] }
        + functions.map { [$0.name, "function", $0.meaning, $0.signature] }
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
    let reference: String?
  }

  private var rows: [Row] {
    relation.columns.map { column in
      let fact = facts.first { $0.name == column.name }
      return Row(
        name: column.name, type: fact?.type ?? "ANY", unit: column.unit, meaning: column.meaning,
        example: fact?.example, reference: fact?.reference)
    }
  }

  package func text(_ layout: TextLayout) -> String {
    let lines = Paragraph.lines(
      "\(relation.name): \(relation.kind). \(relation.meaning)", width: layout.width)
    let table = TextTable(
      columns: ["column", "type", "unit"].map { TableColumn($0) }
        + [TableColumn("example", .left, .optional)],
      rows: rows.map {
        [$0.name, $0.type, $0.unit, DisplayText.truncated($0.example ?? "", to: 24)]
      })
    let meanings = Paragraph.rows(
      rows.map { row in
        (row.name, row.meaning + (row.reference.map { " (refers to \($0))" } ?? ""))
      }, width: layout.width)
    return lines.map { "\($0)\n" }.joined() + "\n" + table.text(layout) + "\n"
      + meanings
  }

  package var json: JSON {
    [
      "name": JSON(relation.name), "kind": JSON(relation.kind),
      "meaning": JSON(relation.meaning),
      "columns": .array(
        rows.map {
          [
            "name": JSON($0.name), "type": JSON($0.type), "unit": JSON($0.unit),
            "meaning": JSON($0.meaning), "example": JSON($0.example),
            "references": JSON($0.reference),
          ]
        }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["column", "type", "unit", "meaning", "example", "references"],
      rows.map { [$0.name, $0.type, $0.unit, $0.meaning, $0.example, $0.reference] }
    )
  }

  package var markdown: String {
    MarkdownTable(
      columns: csv.header.map { TableColumn($0) }, rows: csv.rows.map { $0.map { $0 ?? "" } }
    ).text
  }
}
