import ArgumentParser
import EntryInput
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation

/// Runs the user's SQL statements.
struct SQLCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Query the journal with SQL, read-only.",
    discussion: """
        $ nerve sql "SELECT * FROM day ORDER BY day DESC LIMIT 7"
        $ nerve sql "SELECT footwear, avg(next_morning_pain) FROM run_response GROUP BY 1"
        $ nerve sql "SELECT * FROM run WHERE rpe = :effort" -p effort=7
        $ nerve sql --file questions.sql --format markdown
        $ nerve sql "SELECT * FROM month" -o months.csv
        $ nerve sql --save hard "SELECT * FROM run WHERE rpe IN (8, 9, 10)" -d "hard runs"
        $ nerve sql --saved hard
        $ nerve sql --list
        $ nerve sql --write "UPDATE run SET surface = 'trail' WHERE note LIKE '%woods%'"

      For the tables, views and columns, see: nerve schema

      In addition to SQLite's own functions there are these, described in \
      Documentation/sql-functions.md:

        corr(y, x)  spearman(y, x)  kendall(y, x)
        regr_slope(y, x)  regr_intercept(y, x)  regr_r2(y, x)  regr_count(y, x)
        lagged_corr(y, x, lag, day)  effective_n(y, x[, day])
        median(x)  quantile(x, p)  mad(x)  ewma(x, n[, day])
        stddev(x)  stddev_samp(x)  stddev_pop(x)
        variance(x)  var_samp(x)  var_pop(x)
        today()  weekday(day)  weekday_name(day)  monday(day)  month(day)
        pace(metres, seconds)  hms(seconds)
        regexp(pattern, text), also as: text REGEXP pattern
        string_agg(x, separator)  concat(x, ...)  concat_ws(separator, x, ...)
        to_number(x[, mark])  to_day(x[, order])  to_clock(x)  to_minutes(x)
        generate_series(start, stop[, step]), as a table

      Put a semicolon between statements. A value of -p is a number or NULL if it \
      looks like one, and text otherwise; put text in single quotes to be sure.

      With --write, statements can change entries. Nerve shows the number of rows \
      and asks first, makes a backup next to the journal, and one undo undoes \
      everything.
      """)

  @Argument(
    help: ArgumentHelp("SQL statement; - reads it from standard input.", valueName: "statement"))
  var statement: String?

  @Option(
    help: ArgumentHelp("Read statements from a file.", valueName: "file"), completion: .file())
  var file: String?

  @Option(
    name: [.short, .customLong("param")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Value of :name in the statement.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: ArgumentHelp("Time limit in seconds; 0 for no limit.", valueName: "s"))
  var timeout: String = "30"

  @OptionGroup var saved: SavedQueryOptions

  @Flag(help: "Change entries; asks first.")
  var write = false

  @Flag(name: .shortAndLong, help: "With --write, change entries without asking.")
  var yes = false

  @OptionGroup var format: QueryFormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    let format = try format.chosen()
    let parameters = try QueryParameters.parsed(parameters)
    let timeLimit = try StatementTimeLimit(timeout)
    try checkOptions()
    if saved.list { return try saved.writeList(format, session(.reading, context), self) }
    if let name = saved.delete {
      return try SavedQueryOptions.delete(name, session(.changing, context))
    }
    if let name = saved.save {
      let query = SavedQuery(
        name: name, description: saved.description, sql: try typedStatement())
      return try saved.save(query, session(.writing, context))
    }
    let sql = try saved.saved == nil ? typedStatement() : ""
    let session = try session(write ? .changing : .reading, context)
    try session.journal().labelSample(context)
    let runner = try StatementRunner(session, timeLimit)
    defer { runner.stop() }
    let query = runner.query(
      try saved.saved.map { try runner.journal.query(named: $0).sql } ?? sql, parameters)
    if write {
      try StatementChange(runner: runner, isConfirmed: yes).run(query)
    } else {
      try runner.read(query, self.format, sparing: journal)
    }
  }

  private func session(
    _ access: JournalSession.Access, _ context: CommandContext
  ) throws -> JournalSession {
    try journal.session(for: access, context)
  }

  /// Refuses options that contradict each other.
  private func checkOptions() throws {
    let modes = [
      write, saved.list, saved.delete != nil, saved.save != nil, saved.saved != nil,
    ].count { $0 }
    guard modes <= 1 else {
      throw UsageError("Use only one of --write, --saved, --save, --list and --delete.")
    }
    guard
      statement == nil && file == nil || saved.saved == nil && !saved.list && saved.delete == nil
    else {
      throw UsageError("Remove the statement; --saved, --list and --delete work without one.")
    }
    guard format.output == nil || !(write || saved.list || saved.delete != nil || saved.save != nil)
    else { throw UsageError("--output works only with query results; remove it.") }
    guard saved.description == nil || saved.save != nil else {
      throw UsageError("--description needs --save; add --save NAME.")
    }
  }

  /// Returns the statements from the command line, a file or standard input.
  private func typedStatement() throws -> String {
    guard statement == nil || file == nil else {
      throw UsageError("Use a statement or --file, not both.")
    }
    if let statement, statement != "-" { return statement }
    if statement == nil, file == nil, isatty(STDIN_FILENO) == 1 {
      throw UsageError("nerve sql needs a statement, as in: nerve sql \"SELECT * FROM day\"")
    }
    let bytes = try InputFile(file ?? "-").allBytes(upTo: Self.longestStatement)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError("The statement is not UTF-8 text.")
    }
    return text
  }

  /// The most bytes of a statement, which is SQLite's own limit.
  private static let longestStatement = 1_000_000
}
