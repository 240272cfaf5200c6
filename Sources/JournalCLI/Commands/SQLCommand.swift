import ArgumentParser
import EntryInput
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation
import SQLFunctions

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
        regr_slope(y, x)  regr_intercept(y, x)
        effective_n(x, y)  lagged_corr(load, pain, lag)
        median(x)  quantile(x, p)  stddev(x)  mad(x)  ewma(x, n)
        monday(day)  month(day)  pace(metres, seconds)  hms(seconds)
        to_number(x)  to_number(x, 'comma')  to_day(x)  to_day(x, 'mdy')
        to_clock(x)  to_minutes(x)

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
    let seconds = try seconds()
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
    let journal = try session.journal()
    try journal.labelSample(context)
    let boundary = session.preferences.dayBoundaryMinutes
    try journal.addFunctions { addFunctions(to: $0, routines: $1, dayBoundaryMinutes: boundary) }
    if context.ownsProcess { limitMemoryOfStatements() }
    let watch = StatementWatch(seconds: seconds, ownsProcess: context.ownsProcess)
    defer { watch.stop() }
    let query = Query(
      try saved.saved.map { try journal.query(named: $0).sql } ?? sql, parameters: parameters,
      mayGoOn: watch.mayGoOn)
    do {
      if write {
        try change(query, session, watch)
      } else {
        try write(format, context, watch) { try journal.read(query, into: &$0) }
      }
    } catch let error as SQLiteError {
      throw try explained(error, query.sql, journal, watch)
    } catch let problem as ParameterProblem {
      throw UsageError(problem.sentence)
    } catch let problem as DataChangeProblem {
      throw Refusal(problem.sentence)
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

  /// Changes entries, after asking.
  private func change(
    _ query: Query, _ session: JournalSession, _ watch: StatementWatch
  ) throws {
    let journal = try session.journal()
    let rows = try journal.rowsChanged(by: query)
    guard rows > 0 else {
      return try session.context.tell("No rows changed.\n")
    }
    let told = "\(rows) \(rows == 1 ? "row" : "rows")"
    if !yes {
      let answer = try watch.pausing {
        try session.context.asksWhether("This changes \(told). Go ahead?")
      }
      guard let answer else {
        throw Refusal("This would change \(told), and nerve cannot ask here; add --yes.")
      }
      guard answer else { return try session.context.tell("Nothing was changed.\n") }
    }
    let copy = try journal.backUp(before: "sql")
    _ = try journal.change(query, rows: rows)
    try session.context.tell("Changed \(told).\n")
    try session.context.say("The journal from before the change is in \(copy).")
    try session.hintAtUndo()
  }

  /// Writes the results of `body` to their destination.
  private func write(
    _ format: QueryFormat, _ context: CommandContext, _ watch: StatementWatch,
    _ body: (inout any ResultWriter) throws -> Void
  ) throws {
    func write(to sink: any ByteSink, _ layout: TextLayout) throws {
      // The start is held back, so that an early failure prints nothing.
      let buffer = ResultBuffer { bytes in try watch.pausing { try sink.write(bytes) } }
      var writer = format.writer(to: buffer, layout)
      try body(&writer)
      try buffer.flush()
    }
    guard let path = self.format.output else {
      return try write(to: context.output, context.layout)
    }
    let file = try OutputFile(
      path, format.kind, overwriting: self.format.replacing.overwrite,
      sparing: self.journal.places(context))
    try file.write(context) { try write(to: $0, .document) }
  }

  /// Returns SQLite's `error` in the user's terms.
  private func explained(
    _ error: SQLiteError, _ sql: String, _ journal: Journal, _ watch: StatementWatch
  ) throws -> any Error {
    switch watch.reason {
    case .interrupted: return Interruption(signal: SIGINT, description: "Stopped.")
    case .timeIsUp:
      return Refusal(
        "The query timed out after \(timeout) s; increase the limit with --timeout.")
    case nil where write && error.code.primary == .denied:
      return Refusal(
        "The statement was refused: --write can change entries, but not their ids, the schema or "
          + "the history.")
    case nil: return StatementError(error, in: sql, try? journal.schemaNames())
    }
  }

  private func seconds() throws -> Double? {
    guard let seconds = try InputText.decimal(timeout), seconds >= 0, seconds <= 1e6 else {
      throw UsageError(
        "The time limit must be a number of seconds, such as 30, or 0 for no limit", not: timeout)
    }
    return seconds == 0 ? nil : seconds
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

extension ParameterProblem {
  /// The problem as one sentence.
  fileprivate var sentence: String {
    switch self {
    case .missing(let name):
      "The statement needs a value for :\(name); add -p \(name)=VALUE"
    case .unknown(let name, let known) where known.isEmpty:
      "The value -p \(name)=VALUE is not used; write :\(name) in the statement."
    case .unknown(let name, let known):
      "The statement has no :\(name); use \(known.map { ":\($0)" }.joined(separator: ", "))."
    }
  }
}

extension DataChangeProblem {
  /// The problem as one sentence.
  fileprivate var sentence: String {
    switch self {
    case .usedID(let table):
      "A new row of \(table) has the id of an earlier entry; use an id higher than every id in "
        + "change.row_id. Nothing was changed."
    case .otherRows(let count):
      "The journal has changed meanwhile, and \(count) rows are now affected; run it again. "
        + "Nothing was changed."
    }
  }
}
