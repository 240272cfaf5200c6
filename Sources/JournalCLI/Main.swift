import ArgumentParser
import DelimitedText
import Glibc
import JournalStore

/// Runs the command that the arguments name and ends with its exit status.
@main
enum Main {
  static func main() {
    // A reader that goes away is an error of write(2), not the end of us.
    signal(SIGPIPE, SIG_IGN)
    let output = StandardOutput()
    let messages = StandardOutput(descriptor: STDERR_FILENO)
    let surroundings = Surroundings.real(output: output, messages: messages)
    var status: Int32
    if CommandLine.isUTF8 {
      status = run(Array(CommandLine.arguments.dropFirst()), in: surroundings)
    } else {
      status = report(
        UsageError("An argument is not UTF-8; check the terminal's encoding."), to: surroundings)
    }
    do {
      try output.finish()
    } catch {
      status = error.exitStatus
      try? messages.write(error == .readerGone ? "" : "nerve: \(error)\n")
    }
    try? messages.finish()
    exit(status)
  }

  /// Runs a command and returns its exit status.
  ///
  /// Whatever goes wrong becomes one sentence among the messages.
  static func run(_ arguments: [String], in surroundings: Surroundings) -> Int32 {
    do {
      var command = try NerveCommand.parseAsRoot(arguments)
      if let command = command as? any NerveSubcommand {
        try command.run(in: surroundings)
      } else {
        try command.run()
      }
      return 0
    } catch {
      return report(error, to: surroundings)
    }
  }

  private static func report(_ error: any Error, to surroundings: Surroundings) -> Int32 {
    let (sentence, status): (String, Int32) =
      switch error {
      case let error as InputError: ("\(error)", 64)
      case let error as UsageError: ("\(error)", 64)
      case let error as JournalError: ("\(error)", 1)
      case let error as SQLiteError: (error.sentence, 1)
      case let error as DelimitedTextError: ("\(error)", 1)
      case let error as FileError: ("\(error)", 1)
      case let error as OutputError: ("\(error)", error.exitStatus)
      default:
        if NerveCommand.exitCode(for: error).isSuccess {
          ("", 0)
        } else {
          (parserSentence(for: error), NerveCommand.exitCode(for: error).rawValue)
        }
      }
    if status == 0 {
      // Help, the version, or a completion script: results that were asked for.
      try? surroundings.output.write(NerveCommand.fullMessage(for: error) + "\n")
    } else if !sentence.isEmpty {
      try? surroundings.say("nerve: \(sentence)")
    }
    return status
  }
}

extension CommandLine {
  /// Whether every argument is UTF-8; `arguments` would repair what is not.
  fileprivate static var isUTF8: Bool {
    (0..<Int(argc)).allSatisfy { index in
      guard let argument = unsafeArgv[index] else { return true }
      return String(validatingCString: argument) != nil
    }
  }
}
