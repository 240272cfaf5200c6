import ArgumentParser
import EntryInput
import JournalStore

/// Saves SQL queries under names, and runs them.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Save SQL queries and run them by name.",
    discussion: """
        $ nerve query
        $ nerve query worst-weeks
        $ nerve query show worst-weeks
        $ nerve query save longest "SELECT day, distance_m FROM run ORDER BY 2 DESC LIMIT :n"
        $ nerve query longest -p n=5

      Nerve has 40 built-in queries. Plain 'nerve query' lists them after your own, \
      and a name runs one; the start of the name is enough.
      """,
    subcommands: [Run.self, Save.self, Show.self, List.self, Edit.self, Delete.self],
    defaultSubcommand: Run.self)

  /// Runs a query, or lists them all.
  struct Run: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "Run a query, or list all queries.",
      discussion: """
          $ nerve query pain-by-weekday
          $ nerve query run worst-weeks --format csv
          $ nerve query run longest -p n=5
          $ nerve query rolling-pain --chart line

        A value of -p is a number or NULL if it looks like one, and text otherwise; put \
        text in single quotes to be sure.
        """)

    @Argument(help: "Name of the query, or the start of it.", completion: .savedQueries)
    var name: String?

    @OptionGroup var running: StatementRunOptions
    @OptionGroup var format: QueryFormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      _ = try format.form()
      let parameters = try QueryParameters.parsed(running.parameters)
      let timeLimit = try StatementTimeLimit(running.timeout)
      guard let name else {
        guard parameters.isEmpty, format.resultOption == nil else {
          throw UsageError("Name the query to run, as in: nerve query worst-weeks")
        }
        return try SavedQueries(session).writeList(as: format)
      }
      let sql = try SavedQueries(session).query(named: name).sql
      try session.journal().labelSample(session.context)
      let runner = try StatementRunner(session, timeLimit)
      defer { runner.stop() }
      try runner.read(runner.query(sql, parameters), format, sparing: journal)
    }
  }

  /// Lists the queries.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List your queries and the built-in ones.",
      discussion: """
          $ nerve query list
          $ nerve query list --json
        """)

    @OptionGroup var format: FormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      try SavedQueries(session).writeList(as: try format.chosen())
    }
  }

  /// Shows one query.
  struct Show: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a query: what it answers, how to read it, and its SQL.",
      discussion: """
          $ nerve query show worst-weeks
          $ nerve query show worst-weeks --json
        """)

    @Argument(help: "Name of the query, or the start of it.", completion: .savedQueries)
    var name: String

    @OptionGroup var format: FormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      _ = try format.chosen()
      try format.write(try SavedQueries(session).details(of: name), session.context)
    }
  }

  /// Deletes a query.
  struct Delete: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "Delete one of your queries.",
      discussion: """
          $ nerve query delete longest
        """)

    @Argument(help: "Name of the query, or the start of it.", completion: .savedQueries)
    var name: String

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      try SavedQueries(session).delete(name)
    }
  }
}
