import ArgumentParser
import DelimitedText
import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Runs the command in the arguments and ends with its exit status.
@main
enum Main {
  static func main() {
    // A reader that closes the pipe should be an error of write(2), not end the process.
    signal(SIGPIPE, SIG_IGN)
    // So should a file that grows beyond the system's limit.
    signal(SIGXFSZ, SIG_IGN)
    let screen = TerminalSize(of: STDOUT_FILENO)
    let arguments = ProgramArguments()
    let pages = screen.flatMap { pager(for: $0, after: arguments.words) }
    let output = PagedOutput(StandardOutput(), pager: pages)
    let messages = StandardOutput(descriptor: STDERR_FILENO)
    let context = CommandContext.real(output: output, messages: messages, screen: screen)
    var status = run(arguments, in: context)
    do {
      try output.finish()
    } catch {
      status = error.exitStatus
      try? messages.write(error == .readerGone ? "" : "nerve: \(error)\n")
    }
    try? messages.finish()
    exit(status)
  }

  /// Returns the pager for `screen`, unless the arguments contain `--no-pager`.
  ///
  /// They are not parsed yet, as help and errors are paged too.
  private static func pager(for screen: TerminalSize, after arguments: [String]) -> Pager? {
    arguments.contains("--no-pager") ? nil : Pager(for: screen, CommandContext.realVariable)
  }

  /// Runs the command of this process, if it is valid text and has an output.
  private static func run(_ arguments: ProgramArguments, in context: CommandContext) -> Int32 {
    if let refusal = refusal(of: arguments) {
      try? context.warn(of: MisspeltLine(arguments.words).signs)
      return report(refusal, to: context)
    }
    return run(arguments.words, in: context)
  }

  /// The reason why no command can run at all, if any.
  private static func refusal(of arguments: ProgramArguments) -> (any Error)? {
    guard arguments.areText else {
      return UsageError("An argument is not UTF-8 text; check the encoding of your terminal.")
    }
    // Checked first: a writing command would otherwise already be done.
    guard fcntl(STDOUT_FILENO, F_GETFD) != -1 else {
      return FileError("Standard output is closed; open it and try again. Nothing was done.")
    }
    // The schema of the journal allows no more; no place on earth has more.
    guard abs(LocalMoment.now().utcOffsetMinutes) <= 900 else {
      return UsageError(
        "The time zone in TZ cannot be used; set it to a name such as Europe/London.")
    }
    var status = stat()
    guard
      fstat(STDOUT_FILENO, &status) != 0 || status.st_mode & S_IFMT != S_IFREG
        || isSQLiteFile(at: "/proc/self/fd/\(STDOUT_FILENO)") != true
    else {
      return FileError(
        "Standard output is a database file; name another file. Nothing was done.")
    }
    return nil
  }

  /// Runs a command and returns its exit status.
  ///
  /// Every error becomes one sentence among the messages.
  static func run(_ typed: [String], in context: CommandContext) -> Int32 {
    let arguments = FormerNames.replaced(in: typed)
    let context = context.coloured(by: arguments)
    do {
      try checkHelpTopic(of: arguments)
      var command = try understood(arguments, in: context)
      if let command = command as? any NerveSubcommand {
        if let word = wordOutsideNote(arguments) {
          try (command as? any EntrySubcommand).map { try context.warn(of: $0.signs) }
          throw InputError.noteWithoutQuotes.about(word)
        }
        if !type(of: command).isPaged { try context.output.flush() }
        try command.run(in: context)
      } else {
        try command.run()
      }
      return 0
    } catch {
      return report(error, arguments, to: context)
    }
  }

  /// Returns the command in `arguments`.
  ///
  /// A sign of an emergency shows the card even if the rest of the line is wrong.
  private static func understood(
    _ arguments: [String], in context: CommandContext
  ) throws -> any ParsableCommand {
    do {
      try ColourChoice.check(arguments)
      return try NerveCommand.parsed(
        DashValues.joined(CommentedStatement.moved(in: arguments)))
    } catch {
      if NerveCommand.exitCode(for: error) != .success {
        try context.warn(of: MisspeltLine(arguments).signs)
      }
      throw error
    }
  }

  /// Refuses help on an unknown command, as the parser would show another one's.
  private static func checkHelpTopic(of arguments: [String]) throws {
    let topic = arguments.dropFirst()
    guard arguments.first == "help", topic.allSatisfy({ !$0.hasPrefix("-") }),
      !CommandPath(topic).rest.isEmpty
    else { return }
    throw UsageError(ParserSentence(Array(topic)).unknownCommand)
  }

  /// Tells an error, and returns the exit status that it asks for.
  static func report(
    _ error: any Error, _ arguments: [String] = [], to context: CommandContext
  ) -> Int32 {
    let (sentence, status) = told(error, arguments)
    if let failure = FailureJSON(error, sentence, status, after: arguments) {
      try? context.output.write(failure.text)
    }
    if status == 64, let hint = VerbAfterNoun.sentence(for: arguments) {
      try? context.say("nerve: \(hint)")
    } else if status == 0 {
      try? context.output.write(answer(error, arguments, context) + "\n")
    } else if !sentence.isEmpty {
      // A path or a column can have a line feed in its name.
      try? context.say("nerve: \(DisplayText.visible(sentence))")
      for line in (error as? StatementError)?.excerpt(in: context.messageLayout) ?? [] {
        try? context.say(line)
      }
    }
    return status
  }

  /// Returns help, the version or a completion script, which are results.
  private static func answer(
    _ error: any Error, _ arguments: [String], _ context: CommandContext
  ) -> String {
    let message = NerveCommand.fullMessage(for: error)
    // The version, completions and completion scripts are complete as they are.
    guard ["OVERVIEW:", "USAGE:"].contains(where: message.hasPrefix) else { return message }
    let topic = CommandPath(arguments.first == "help" ? arguments.dropFirst() : arguments[...])
    return HelpText.text(of: topic.command, in: context)
  }

  /// Returns an error as one sentence, and the exit status.
  ///
  /// - Parameters:
  ///   - error: The error.
  ///   - arguments: The words after `nerve`.
  /// - Returns: The sentence, empty if it is not a real error, and the status.
  static func told(
    _ error: any Error, _ arguments: [String]
  ) -> (sentence: String, status: Int32) {
    switch error {
    case let error as InputError: ("\(error)", 64)
    case let error as UsageError: ("\(error)", 64)
    case JournalError.invalid(let problem)
    where arguments.first != "import" && problem.option != nil:
      (problem.sentence(after: arguments), 64)
    case let error as JournalError: ("\(error)", 1)
    case let error as SQLiteError:
      (
        "The database reported an unexpected error (\(error.code.rawValue)). Check the journal with: "
          + "nerve doctor", 1
      )
    case let error as StatementError: (error.sentence, 1)
    case let error as DelimitedTextError: ("\(error)", 1)
    case let error as FileError: ("\(error)", 1)
    case let error as Refusal: ("\(error)", 1)
    case let error as IncompleteCheckIn: ("\(error)", 1)
    case let error as Interruption: ("\(error)", error.exitStatus)
    case let error as OutputError: ("\(error)", error.exitStatus)
    case is MistakesTold: ("", 1)
    default: explained(error, arguments)
    }
  }

  /// Returns the sentence and status of a parser error, or of an unexpected error.
  private static func explained(
    _ error: any Error, _ arguments: [String]
  ) -> (sentence: String, status: Int32) {
    let code = NerveCommand.exitCode(for: error)
    return switch code {
    case .success: ("", 0)
    case .validationFailure:
      (
        ParserSentence(arguments).sentence(for: NerveCommand.message(for: error)), code.rawValue
      )
    default: ("An unexpected error occurred (\(type(of: error))).", code.rawValue)
    }
  }
}
