import JSONText
import JournalStore
import Presentation
import WrittenValues

/// The saved queries, the journal's own first.
struct SavedQueryList: Renderable {
  let own: [SavedQuery]

  private var rows: [(query: SavedQuery, origin: String)] {
    own.map { ($0, "own") }
      + SavedQuery.builtIn.filter { query in !own.contains { $0.name == query.name } }
      .map { ($0, "built in") }
  }

  func text(_ layout: TextLayout) -> String {
    TextTable(
      columns: [
        TableColumn("query"), TableColumn("from"), TableColumn("answers", .left, .wrapped),
      ],
      rows: rows.map { [$0.query.name, $0.origin, $0.query.description ?? ""] }
    ).text(layout)
  }

  var json: JSON {
    .array(
      rows.map {
        [
          "name": JSON($0.query.name), "origin": JSON($0.origin),
          "description": JSON($0.query.description), "sql": JSON($0.query.sql),
        ]
      })
  }

  var csv: (header: [String], rows: [[String?]]) {
    (
      ["name", "origin", "description", "sql"],
      rows.map { [$0.query.name, $0.origin, $0.query.description, $0.query.sql] }
    )
  }

  var markdown: String {
    MarkdownTable(
      columns: csv.header.map { TableColumn($0) }, rows: csv.rows.map { $0.map { $0 ?? "" } }
    ).text
  }
}

/// All that is known about a saved query.
struct SavedQueryDetails: Renderable {
  let query: SavedQuery
  /// Whether it is the journal's own, not a built-in one.
  let isOwn: Bool
  /// How to read its result; `nil` for the journal's own.
  let reading: String?
  /// The names of its parameters; `nil` if its statements no longer work.
  let parameters: [String]?

  private var origin: String { isOwn ? "own" : "built in" }

  private var command: String {
    "nerve query \(query.name)" + (parameters ?? []).map { " -p \($0)=VALUE" }.joined()
  }

  /// The SQL stays as it is even where it is wider: broken lines could not be copied.
  func text(_ layout: TextLayout) -> String {
    var text = layout.style.heading("\(query.name) (\(origin))") + "\n"
    if let description = query.description { text += layout.wrapped(description) + "\n" }
    if let reading { text += "\n" + layout.wrapped(reading) + "\n" }
    text += "\n\(lines.map(DisplayText.visible).joined(separator: "\n"))\n\n"
    return text + layout.style.hint(layout.wrapped("Run it with: \(command)")) + "\n"
  }

  /// The lines of the SQL, with spaces for tabs.
  private var lines: [String] {
    query.sql.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.map { $0 == "\t" ? " " : $0 })
    }.reversed().drop { $0.isEmpty }.reversed()
  }

  var json: JSON {
    [
      "name": JSON(query.name), "origin": JSON(origin), "description": JSON(query.description),
      "reading": JSON(reading),
      "parameters": parameters.map { .array($0.map { JSON($0) }) } ?? .null,
      "sql": JSON(query.sql),
    ]
  }

  var csv: (header: [String], rows: [[String?]]) {
    (
      ["name", "origin", "description", "reading", "parameters", "sql"],
      [
        [
          query.name, origin, query.description, reading,
          parameters?.joined(separator: " "), query.sql,
        ]
      ]
    )
  }

  var markdown: String {
    var text = "## \(MarkdownTable.escaped(query.name))\n\n"
    for paragraph in [query.description, reading].compactMap(\.self) {
      text += MarkdownTable.escaped(paragraph) + "\n\n"
    }
    return text + "```sql\n\(lines.joined(separator: "\n"))\n```\n"
  }
}
