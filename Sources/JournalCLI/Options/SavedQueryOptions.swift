import ArgumentParser
import BuiltInQueries
import EntryInput
import JSONText
import JournalModel
import JournalStore
import Presentation

/// Named queries: those in the journal and the built-in ones.
struct SavedQueryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Run a saved query; see --list.", valueName: "name"),
    completion: .savedQueries)
  var saved: String?

  @Option(help: ArgumentHelp("Save the statement under this name.", valueName: "name"))
  var save: String?

  @Option(
    name: [.customShort("d"), .long],
    help: ArgumentHelp("Description for --save.", valueName: "text"))
  var description: String?

  @Flag(help: "List the saved queries.")
  var list = false

  @Option(
    help: ArgumentHelp("Delete a saved query.", valueName: "name"), completion: .savedQueries)
  var delete: String?

  /// Prints the name, origin and description of each query.
  func writeList(
    _ format: QueryFormat, _ session: JournalSession, _ command: SQLCommand
  ) throws {
    let own = try session.journalForTrial().savedQueries()
    let list = SavedQueryList(own: own)
    guard let format = OutputFormat(rawValue: format.rawValue) else {
      throw UsageError(
        "The format of the list must be text, json, csv, plain or markdown", not: format.rawValue)
    }
    try format.write(list, session.context)
  }

  /// Saves `query` and echoes it.
  func save(_ query: SavedQuery, _ session: JournalSession) throws {
    guard !query.name.isEmpty, query.name.count <= 100,
      query.name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
    else {
      throw UsageError(
        "The name of a query must be letters, digits and dashes, such as long-runs",
        not: query.name)
    }
    guard (query.description?.count ?? 0) <= 1_000 else {
      throw UsageError("The description must be at most 1000 characters.")
    }
    let journal = try session.journal()
    do {
      _ = try journal.save(query)
    } catch let error as SQLiteError {
      throw StatementError(error, in: query.sql, try? journal.schemaNames())
    }
    try session.tell("Saved \(query.name). Run it with: nerve sql --saved \(query.name)\n")
    try session.hintAtUndo()
  }

  /// Deletes the query `name` and echoes it.
  static func delete(_ name: String, _ session: JournalSession) throws {
    let journal = try session.journal()
    let query = try journal.query(named: name)
    guard try journal.savedQueries().contains(where: { $0.name == query.name }) else {
      throw Refusal("Cannot delete \(query.name): it is a built-in query.")
    }
    _ = try journal.deleteSavedQuery(query.name)
    try session.tell("Deleted \(query.name).\n")
    try session.hintAtUndo()
  }
}

extension Journal {
  /// Returns the query whose name is `typed` or begins with it; the journal's own
  /// queries win over built-in ones.
  func query(named typed: String) throws -> SavedQuery {
    let queries = try savedQueries() + SavedQuery.builtIn
    switch NameMatch(typed, among: queries.map(\.name)) {
    case .match(let name):
      return queries.first { $0.name == name } ?? queries[0]
    case .ambiguous(let names):
      throw UsageError(
        "\(Quoted.text(typed)) could be \(names.joined(separator: ", ")); type more of the name.")
    case .none(let names):
      let hint =
        names.isEmpty
        ? "see: nerve sql --list" : "did you mean \(names.joined(separator: ", or "))?"
      throw UsageError("Unknown saved query \(Quoted.text(typed)); \(hint)")
    }
  }
}

extension SavedQuery {
  /// The built-in queries.
  static let builtIn = builtInQueries.map {
    SavedQuery(name: $0.name, description: $0.question, sql: $0.sql)
  }
}

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
