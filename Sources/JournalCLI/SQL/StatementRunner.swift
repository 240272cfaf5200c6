import EntryInput
import JournalStore
import Platform
import Presentation

/// Runs typed statements on a journal, within limits of time and memory.
struct StatementRunner {
  let session: JournalSession
  let journal: Journal
  /// Ends a statement that takes too long.
  let watch: StatementWatch

  /// Prepares the journal for statements: adds the functions and starts the clock.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - timeLimit: The limit for all statements of this runner.
  ///   - isOneOfMany: Whether the process goes on afterwards, as a shell does.
  ///   - advice: Says what to do about a parameter without a value.
  /// - Throws: ``JournalError`` without a journal.
  init(
    _ session: JournalSession, _ timeLimit: StatementTimeLimit, isOneOfMany: Bool = false,
    advice: @escaping (_ parameter: String) -> String = { "add -p \($0)=VALUE" }
  ) throws {
    self.session = session
    self.advice = advice
    journal = try session.addingFunctions(to: session.journal())
    let ownsProcess = session.context.ownsProcess
    if ownsProcess { limitMemoryOfStatements() }
    watch = StatementWatch(
      seconds: timeLimit.seconds, ownsProcess: ownsProcess, isOneOfMany: isOneOfMany)
    self.timeLimit = timeLimit
  }

  private let timeLimit: StatementTimeLimit
  private let advice: (_ parameter: String) -> String

  /// Releases the signals of the clock.
  func stop() { watch.stop() }

  /// The statements in `sql`, which end when the time is up.
  func query(_ sql: String, _ parameters: [String: SQLiteValue]) -> Query {
    Query(sql, parameters: parameters, mayGoOn: watch.mayGoOn)
  }

  /// Runs read-only statements and writes their results.
  ///
  /// - Parameters:
  ///   - query: The statements, from ``query(_:_:)``.
  ///   - destination: The form and the file.
  ///   - places: The files of the journal, which are no output files.
  /// - Throws: One sentence, in the user's terms.
  func read(
    _ query: Query, _ destination: QueryFormatOptions, sparing places: JournalOptions
  ) throws {
    let context = session.context
    let form = try destination.form()
    guard let path = destination.output else {
      return try read(query, as: form, to: context.output, context.layout)
    }
    let file = try OutputFile(
      path, form.kind, overwriting: destination.replacing.overwrite,
      sparing: places.places(context))
    try file.write(context) { try read(query, as: form, to: $0, .document) }
  }

  /// Runs read-only statements and writes their results in one form.
  ///
  /// On a terminal, each table ends with the number of its rows and the time.
  ///
  /// - Parameters:
  ///   - query: The statements, from ``query(_:_:)``.
  ///   - form: The form, such as a table or a chart.
  ///   - sink: The destination.
  ///   - layout: The layout of text.
  /// - Throws: One sentence, in the user's terms.
  func read(
    _ query: Query, as form: ResultForm, to sink: any ByteSink, _ layout: TextLayout
  ) throws {
    let context = session.context
    try explaining(query) {
      var filter = context.terminalFilter(for: form, to: sink)
      var remarks = StatementRemarks.sentences(on: query.sql)
      // The start is held back, so that an early failure prints nothing.
      let buffer = ResultBuffer { bytes in
        // Remarks come before a result that may be long, or behind a pager.
        for remark in remarks { try context.say(remark) }
        remarks = []
        try watch.pausing { try sink.write(filter?.visible(bytes) ?? bytes) }
      }
      var writer = form.writer(to: buffer, layout, showsUnicode: context.showsUnicode)
      if form.isTable, sink === context.output, context.terminalWidth != nil {
        writer = CountedResult(writer, buffer, layout.style) { watch.seconds }
      }
      try journal.read(query, into: &writer)
      try writer.finish()
      try buffer.flush()
      for remark in remarks { try context.say(remark) }
    }
  }

  /// Runs `body`, and turns SQLite's errors into the user's terms.
  ///
  /// - Parameters:
  ///   - query: The statements behind the errors.
  ///   - isChange: Whether they may change entries.
  ///   - body: Runs them.
  /// - Throws: One sentence, in the user's terms.
  func explaining(_ query: Query, isChange: Bool = false, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as SQLiteError {
      throw explained(error, query.sql, isChange)
    } catch let problem as ParameterProblem {
      throw UsageError(problem.sentence(advice))
    } catch let problem as DataChangeProblem {
      throw Refusal(problem.sentence)
    } catch let problem as ChartProblem {
      throw Refusal(problem.sentence)
    }
  }

  private func explained(_ error: SQLiteError, _ sql: String, _ isChange: Bool) -> any Error {
    switch watch.reason {
    case .interrupted: return Interruption(signal: SIGINT, description: "Stopped.")
    case .timeIsUp:
      return Refusal(
        "The query timed out after \(timeLimit.typed) s; increase the limit with --timeout.")
    case nil where isChange && error.code.primary == .denied:
      return Refusal(
        "The statement was refused: --write can change entries, but not their ids, the schema or "
          + "the history.")
    case nil: return StatementError(error, in: sql, try? journal.schemaNames())
    }
  }
}

/// The time that statements may take.
struct StatementTimeLimit {
  /// As typed, for messages.
  let typed: String
  /// `nil` for no limit.
  let seconds: Double?

  /// Reads a number of seconds; 0 is no limit.
  init(_ typed: String) throws {
    guard let seconds = try InputText.decimal(typed), seconds >= 0, seconds <= 1e6 else {
      throw UsageError(
        "The time limit must be a number of seconds, such as 30, or 0 for no limit", not: typed)
    }
    self.typed = typed
    self.seconds = seconds == 0 ? nil : seconds
  }
}

extension ParameterProblem {
  /// The problem as one sentence; `advice` says what to do about a missing value.
  fileprivate func sentence(_ advice: (String) -> String) -> String {
    switch self {
    case .missing(let name):
      "The statement needs a value for :\(name); \(advice(name))"
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
    case .otherChanges(let changes) where changes.isEmpty:
      "The journal has changed meanwhile, and the statement now changes no rows."
    case .otherChanges(let changes):
      "The journal has changed meanwhile, and the statement would now "
        + "\(OutcomeText(changes).words(.infinitive)); run it again. Nothing was changed."
    }
  }
}
