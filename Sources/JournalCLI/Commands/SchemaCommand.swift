import ArgumentParser
import EntryInput
import JournalStore
import Presentation

/// Tells what the journal's tables and views hold.
struct SchemaCommand: JournalSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "See what can be asked: tables, views and their columns.",
    discussion: """
        $ nerve schema
        $ nerve schema day
        $ nerve schema run_response --format csv

      Views are made to be asked and stay as they are; tables may gain columns. \
      Examples are values of your own journal.
      """)

  static let access = JournalSession.Access.reading

  @Argument(
    help: ArgumentHelp("A table or view; nothing to see them all.", valueName: "name"),
    completion: .list(DataDictionary.current.relations.map(\.name)))
  var name: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    _ = try format.chosen()
    let dictionary = DataDictionary.current
    guard let name else {
      return try format.write(SchemaText(relations: dictionary.relations), session.context)
    }
    let found: DataDictionary.Relation
    switch NameMatch(name, among: dictionary.relations.map(\.name)) {
    case .match(let match): found = dictionary[match]
    case .ambiguous(let names):
      throw UsageError(
        "\(Quoted.text(name)) may be \(names.joined(separator: ", ")); say which.")
    case .none(let names):
      let hint =
        names.isEmpty ? "see: nerve schema" : "did you mean \(names.joined(separator: ", or "))?"
      throw UsageError("There is no table or view \(Quoted.text(name)); \(hint)")
    }
    // Without a journal there are no examples, and all the rest.
    let facts = try session.journalForTrial().columnFacts(of: found.name)
    try format.write(RelationText(relation: found, facts: facts), session.context)
  }
}
