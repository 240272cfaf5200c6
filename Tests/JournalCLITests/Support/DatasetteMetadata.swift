import BuiltInQueries
@testable import JSONText
@testable import JournalCLI
@testable import JournalStore

/// What Datasette shows beside a journal: a description of each table, view and
/// column, from the data dictionary, and the built-in queries.
struct DatasetteMetadata {
  private struct Section {
    var description: [String] = []
    var columns: [(name: String, unit: String, meaning: String)] = []
  }

  private var sections: [(name: String, section: Section)] = []

  init(dictionary: String) {
    for line in dictionary.split(separator: "\n") {
      if line.hasPrefix("### ") {
        sections.append((String(line.dropFirst(4)), Section()))
      } else if line.hasPrefix("## ") || line.hasPrefix("|--") || line.hasPrefix("| column") {
        continue
      } else if line.hasPrefix("| `"), let last = sections.indices.last {
        let cells = line.split(separator: "|").map { Self.trimmed($0) }
        guard cells.count >= 3 else { continue }
        sections[last].section.columns.append(
          (cells[0].replacing("`", with: ""), cells[1], cells[2].replacing("`", with: "")))
      } else if let last = sections.indices.last {
        sections[last].section.description.append(Self.trimmed(line))
      }
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  var json: String {
    let tables = sections.map { name, section in
      let columns = section.columns.map {
        ($0.name, JSON.string($0.unit.isEmpty ? $0.meaning : "\($0.meaning) [\($0.unit)]"))
      }
      var members: [(String, JSON)] = []
      if !section.description.isEmpty {
        members.append(
          (
            "description",
            .string(section.description.joined(separator: " ").replacing("`", with: ""))
          )
        )
      }
      return (name, JSON.object(members + [("columns", .object(columns))]))
    }
    let hidden = Journal.internalRelations.sorted().map { name in
      (name, JSON.object([("hidden", .bool(true))]))
    }
    let queries = builtInQueries.map { query in
      (
        query.name,
        JSON.object([
          ("title", .string(query.question)), ("description", .string(query.reading)),
          ("sql", .string(query.sql)),
        ])
      )
    }
    return JSONWriter.text(
      .object([
        ("title", .string("Running and nerve pain")),
        (
          "description",
          .string(
            "A journal kept with nerve. NULL is unknown, never zero. What goes together here need not cause anything."
          )
        ),
        (
          "databases",
          .object([
            (
              "journal",
              .object([("tables", .object(tables + hidden)), ("queries", .object(queries))])
            )
          ])
        ),
      ]))
  }
}
