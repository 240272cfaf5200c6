import ArgumentParser
import EntryInput
import JournalStore

/// Runs the user's SQL statements.
struct SQLCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Query the journal with SQL, read-only.",
    discussion: """
        $ nerve sql "SELECT * FROM day ORDER BY day DESC LIMIT 7"
        $ nerve sql "SELECT footwear, avg(next_morning_pain) FROM run_response GROUP BY 1"
        $ nerve sql "SELECT * FROM run WHERE rpe = :effort" -p effort=7
        $ nerve sql "SELECT day, leg_pain, distance_km FROM day" --chart line
        $ nerve sql "SELECT day, leg_pain FROM day" --chart heat -o pain.svg
        $ nerve sql --file questions.sql --format markdown
        $ nerve sql "SELECT * FROM month" -o months.csv
        $ nerve sql --write "UPDATE run SET surface = 'trail' WHERE note LIKE '%woods%'"

      For the tables, views and columns, see: nerve schema
      To save a query and run it by its name, see: nerve query

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

      With --chart, the first column is the horizontal axis: days, months, \
      numbers or names. Every other column of numbers is drawn in its own panel.

      With --write, statements can change entries. Nerve names what would change \
      and asks first, makes a backup, and one undo undoes everything. The results \
      of SELECT are not shown.
      """)

  @OptionGroup var statement: StatementOptions
  @OptionGroup var running: StatementRunOptions
  @OptionGroup var saved: SavedQueryOptions

  @Flag(help: "Change entries; asks first.")
  var write = false

  @Flag(name: .shortAndLong, help: "With --write, change entries without asking.")
  var yes = false

  @OptionGroup var format: QueryFormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    _ = try format.form()
    let parameters = try QueryParameters.parsed(running.parameters)
    let timeLimit = try StatementTimeLimit(running.timeout)
    try checkOptions()
    if saved.list { return try SavedQueries(session(.reading, context)).writeList(as: format) }
    if let name = saved.delete {
      return try SavedQueries(session(.changing, context)).delete(name)
    }
    if let name = saved.save {
      let query = SavedQuery(name: name, description: saved.description, sql: try typedStatement())
      return try SavedQueries(session(.writing, context)).save(query, isConfirmed: yes)
    }
    let sql = try saved.saved == nil ? typedStatement() : ""
    let session = try session(write ? .changing : .reading, context)
    try session.journal().labelSample(context)
    let runner = try StatementRunner(session, timeLimit)
    defer { runner.stop() }
    let query = runner.query(
      try saved.saved.map { try SavedQueries(session).query(named: $0).sql } ?? sql, parameters)
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
    guard !statement.isGiven || saved.saved == nil && !saved.list && saved.delete == nil else {
      throw UsageError("Remove the statement; --saved, --list and --delete work without one.")
    }
    let hasNoResult = write || saved.list || saved.delete != nil || saved.save != nil
    if hasNoResult, let option = format.resultOption {
      throw UsageError("--\(option) works only with query results; remove it.")
    }
    guard saved.description == nil || saved.save != nil else {
      throw UsageError("--description needs --save; add --save NAME.")
    }
  }

  private func typedStatement() throws -> String {
    try statement.text(for: "nerve sql", example: "nerve sql \"SELECT * FROM day\"")
  }
}
