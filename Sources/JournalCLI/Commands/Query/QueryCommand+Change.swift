import ArgumentParser
import EntryInput
import JournalStore

/// Saving and editing queries.
extension QueryCommand {
  /// Saves a query.
  struct Save: JournalSubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      commandName: "save",
      abstract: "Save a query under a name.",
      discussion: """
          $ nerve query save hard "SELECT * FROM run WHERE rpe IN (8, 9, 10)" -d "hard runs"
          $ nerve query save longest "SELECT day, distance_m FROM run ORDER BY 2 DESC LIMIT :n"
          $ nerve query save weekly --file weekly.sql

        A word with a colon, such as :n, is a parameter; give its value when you run \
        the query. The SQL is checked before it is saved. If the name is taken, Nerve \
        asks first.
        """)

    @Argument(help: "Name: letters, digits and dashes.")
    var name: String

    @OptionGroup var statement: StatementOptions

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("What the query answers.", valueName: "text"))
    var description: String?

    @Flag(name: .shortAndLong, help: "Replace a query of the same name without asking.")
    var yes = false

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let sql = try statement.text(
        for: "nerve query save", example: "nerve query save \(name) \"SELECT * FROM day\"")
      try SavedQueries(session).save(
        SavedQuery(name: name, description: description, sql: sql), isConfirmed: yes)
    }
  }

  /// Changes a query.
  struct Edit: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change one of your queries: its SQL, description or name.",
      discussion: """
          $ nerve query edit longest "SELECT day, distance_m FROM run ORDER BY 2 DESC LIMIT 5"
          $ nerve query edit longest -d "my longest runs" --rename longest-runs
          $ nerve query edit longest

        Without a change on the command line, the SQL opens in your editor ($VISUAL or \
        $EDITOR). The new SQL is checked before it is saved.
        """)

    @Argument(help: "Name of the query, or the start of it.", completion: .savedQueries)
    var name: String

    @OptionGroup var statement: StatementOptions

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("New description; '' removes it.", valueName: "text"))
    var description: String?

    @Option(help: ArgumentHelp("New name.", valueName: "name"))
    var rename: String?

    @Flag(name: .shortAndLong, help: "Take the name of a built-in query without asking.")
    var yes = false

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let queries = SavedQueries(session)
      let query = try queries.ownQuery(named: name, for: "edit")
      if !statement.isGiven, description == nil, rename == nil {
        return try QueryDraft(query, queries).edit()
      }
      let sql = try statement.isGiven ? statement.text(for: "", example: "") : query.sql
      try queries.change(
        query,
        to: SavedQuery(
          name: rename ?? query.name, description: description ?? query.description, sql: sql),
        isConfirmed: yes)
    }
  }
}
