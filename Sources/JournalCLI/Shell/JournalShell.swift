import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import Platform
import Presentation
import WrittenValues

/// A shell on the journal: runs statements and its own commands, line by line.
///
/// It tells a mistake and goes on. Nothing that it runs can change the journal.
final class JournalShell {
  private let session: JournalSession
  private let command: ShellCommand
  private let timeLimit: StatementTimeLimit
  private var statement = StatementLines()
  /// The name of the format of results.
  private var format: String
  /// The file of the next result.
  private var file: String?
  /// The kind of chart that the next result is drawn as.
  private var chart: String?
  private var hasFailed = false
  private var hasSaidHowStatementsEnd = false
  private lazy var completer = try? makeCompleter()

  /// Opens a shell.
  ///
  /// - Throws: ``UsageError`` for an option.
  init(_ session: JournalSession, _ command: ShellCommand) throws {
    (self.session, self.command) = (session, command)
    timeLimit = try StatementTimeLimit(command.timeout)
    format = command.format ?? "text"
    _ = try QueryFormatOptions.parse(["--format=\(format)"]).chosen()
  }

  /// Runs until the lines end, or the person leaves.
  ///
  /// - Returns: Whether everything succeeded, in a pipe.
  /// - Throws: Any error of writing, or ``Interruption`` for a signal.
  func run() throws -> Bool {
    try session.journal().labelSample(session.context)
    let lines: any LineSource = editedLines() ?? PlainLines(context: session.context)
    if lines.isInteractive { try greet() }
    while let line = try next(lines) {
      guard try take(line, lines) else { break }
    }
    if !lines.isInteractive, !statement.isEmpty {
      try attempt(lines) { try show(statement.take()) }
    }
    return lines.isInteractive || !hasFailed
  }

  /// An editor, on a terminal that is able to show one.
  private func editedLines() -> EditedLines? {
    let context = session.context
    guard context.ownsProcess, context.answers.isInteractive, context.terminalWidth != nil,
      let terminal = context.variable("TERM"), !terminal.isEmpty, terminal != "dumb",
      let folder = try? ShellFolder.path(context.variable)
    else { return nil }
    return EditedLines(ShellHistory(in: folder)) { [unowned self] line, cursor in
      complete(line, cursor)
    }
  }

  private func greet() throws {
    let context = session.context
    let journal = try session.journal()
    let name = journal.path.split(separator: "/").last.map(String.init) ?? journal.path
    let days = try journal.firstDay().map { max(1, session.today - $0 + 1) } ?? 0
    let span = days == 0 ? "no entries" : "\(days) \(days == 1 ? "day" : "days")"
    try context.say("\(DisplayText.visible(name)): \(span), read-only.")
    try context.hint("End statements with a semicolon. \\h shows help, \\d the tables; \\q leaves.")
  }
}

// MARK: - Lines

extension JournalShell {
  /// Waits for the next line; `nil` at the end.
  private func next(_ lines: any LineSource) throws -> String? {
    while true {
      // Everything that was said comes before the prompt.
      try session.context.messages.flush()
      switch try lines.next(prompt: statement.isEmpty ? "nerve> " : "  ...> ") {
      case .line(let line): return line
      case .dropped:
        try session.context.say("^C")
        _ = statement.take()
        (file, chart) = (nil, nil)
      case .end:
        if lines.isInteractive { try session.context.say("") }
        return nil
      case .ended(let signal): throw Interruption(signal: signal, description: "Stopped.")
      }
    }
  }

  /// Runs what `line` completes; returns `false` if the person leaves.
  private func take(_ line: String, _ lines: any LineSource) throws -> Bool {
    var mayGoOn = true
    session.refresh()
    try attempt(lines) {
      if mayBeCommand(line), let command = try MetaCommand(line) {
        lines.remember(line)
        mayGoOn = command != .quit
        try run(command)
      } else if let sql = statement.add(line) {
        ShellHistory.lines(of: sql).forEach(lines.remember)
        try show(sql)
      } else if statement.isWithinText, lines.isInteractive, line.hasSuffix(";") {
        try session.context.hint(
          "A quote or a comment is open; close it, or Ctrl-C drops the statement.")
      } else if !statement.isEmpty, lines.isInteractive, !hasSaidHowStatementsEnd {
        hasSaidHowStatementsEnd = true
        try session.context.hint("The statement goes on until a semicolon; Ctrl-C drops it.")
      }
    }
    return mayGoOn
  }

  /// Whether a line may be a command of the shell: within a statement, only with a
  /// backslash, which SQL has in texts alone.
  private func mayBeCommand(_ line: String) -> Bool {
    statement.isEmpty || line.hasPrefix("\\") && !statement.isWithinText
  }

  /// Runs `body`, and tells its error.
  ///
  /// - Throws: Errors while writing, which cannot be shown, and outside a terminal the
  ///   signal that stopped a statement.
  private func attempt(_ lines: any LineSource, _ body: () throws -> Void) throws {
    let context = session.context
    do {
      try body()
      try context.output.flush()
    } catch let error as OutputError {
      throw error
    } catch let error as Interruption where !lines.isInteractive {
      throw error
    } catch {
      hasFailed = true
      // Rows before the mistake come first.
      try context.output.flush()
      // The terminal shows the key, and stays on its line.
      if error is Interruption { try context.say("") }
      _ = Main.report(error, to: context)
    }
  }
}

// MARK: - Statements and commands

extension JournalShell {
  /// Runs statements and shows their results.
  ///
  /// - Parameters:
  ///   - sql: The statements.
  ///   - values: The values of their parameters, each `name=value`.
  ///   - advice: Says what to do about a parameter without a value.
  /// - Throws: One sentence, in the user's terms.
  private func show(
    _ sql: String, _ values: [String] = [],
    advice: @escaping (String) -> String = { "write it in place of :\($0)" }
  ) throws {
    defer { file = nil }
    let options = [chart.map { "--chart=\($0)" }, file.map { "--output=\($0)" }].compactMap(\.self)
    let result = try QueryFormatOptions.parse(options.isEmpty ? ["--format=\(format)"] : options)
    let values = try QueryParameters.parsed(values)
    let runner = try StatementRunner(session, timeLimit, isOneOfMany: true, advice: advice)
    defer { runner.stop() }
    try runner.read(runner.query(sql, values), result, sparing: command.journal)
    if let file { try session.context.hint("Wrote \(DisplayText.visible(file)).") }
    // After a mistake the chart is still to be drawn.
    chart = nil
  }

  private func run(_ command: MetaCommand) throws {
    let context = session.context
    switch command {
    case .help: try context.output.write(ShellHelp.text(context.layout))
    case .quit: break
    case .describe(let name):
      // Everything after the dashes is a name.
      try SchemaCommand.parse(["--"] + [name].compactMap(\.self)).run(in: session)
    case .listQueries:
      try SavedQueries(session).writeList(as: OutputFormat.text)
    case .run(let name, let values):
      let query = try SavedQueries(session, listedBy: "\\l").query(named: name)
      try show(query.sql, values) { "add \($0)=VALUE" }
    case .chart(let kind, let sql):
      _ = try QueryFormatOptions.parse(["--chart=\(kind)"]).form()
      chart = kind
      if let sql = statement.add(sql) { try show(sql) }
    case .format(let name?):
      _ = try QueryFormatOptions.parse(["--format=\(name)"]).chosen()
      format = name
    case .format(nil): try context.tell("The format is \(format).\n")
    case .output(let file): self.file = file
    }
  }
}

// MARK: - Completion

extension JournalShell {
  private func complete(
    _ line: String, _ cursor: String.Index
  ) -> TerminalLines.Completion {
    let isCommand = line.hasPrefix("\\") && !statement.isWithinText
    let earlier = statement.isEmpty || isCommand ? "" : statement.text + "\n"
    let candidates = completer?.candidates(
      earlier + line[..<cursor], after: String(line[cursor...]))
    session.refresh()
    return (candidates ?? ShellCompleter.Candidates(word: ""))
      .completion(session.context.layout)
  }

  /// The names, read when the first one is to be completed.
  private func makeCompleter() throws -> ShellCompleter {
    let runner = try StatementRunner(session, timeLimit, isOneOfMany: true)
    defer { runner.stop() }
    let own = try runner.journal.savedQueries().map(\.name)
    return ShellCompleter(
      names: try runner.journal.schemaNames(),
      queries: Set(own + SavedQuery.builtIn.map(\.name)).sorted())
  }
}
