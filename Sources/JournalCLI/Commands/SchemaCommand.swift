import ArgumentParser
import EntryInput
import JournalStore
import Presentation
import SQLFunctions

/// Shows the journal's tables, views and columns, and the functions of statements.
struct SchemaCommand: JournalSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Show tables, views, columns and functions.",
    discussion: """
        $ nerve schema
        $ nerve schema day
        $ nerve schema run_response --format csv

      Views are for queries and do not change; tables may gain columns. The \
      examples are from your own journal. For more on the functions, see \
      Documentation/sql-functions.md.
      """)

  static let access = JournalSession.Access.reading

  @Argument(
    help: ArgumentHelp("Table, view or function. Omit to list all.", valueName: "name"),
    completion: .list(DataDictionary.current.relations.map(\.name)))
  var name: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    _ = try format.chosen()
    let dictionary = DataDictionary.current
    let functions = SQLFunction.all.map {
      SchemaText.Function(name: $0.name, signature: $0.signature, meaning: $0.meaning)
    }
    guard let name else {
      return try format.write(
        SchemaText(relations: dictionary.relations, functions: functions), session.context)
    }
    let isRelation = dictionary.relations.contains { $0.name == name.lowercased() }
    if !isRelation, let function = functions.first(where: { $0.name == name.lowercased() }) {
      return try format.write(
        SchemaText(relations: [], functions: [function]), session.context)
    }
    let found: DataDictionary.Relation
    switch NameMatch(name, among: dictionary.relations.map(\.name)) {
    case .match(let match): found = dictionary[match]
    case .ambiguous(let names):
      throw UsageError(
        "\(Quoted.text(name)) could be \(names.joined(separator: ", ")); type more of the name.")
    case .none(let names):
      let hint =
        names.isEmpty ? "see: nerve schema" : "did you mean \(names.joined(separator: ", or "))?"
      throw UsageError("Unknown table or view \(Quoted.text(name)); \(hint)")
    }
    // Without a journal only the examples are missing.
    let facts = try session.journalForTrial().columnFacts(of: found.name)
    try format.write(RelationText(relation: found, facts: facts), session.context)
  }
}
