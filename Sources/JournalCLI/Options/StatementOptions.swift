import ArgumentParser
import EntryInput
import JournalFiles
import Platform

/// SQL statements from the command line, a file or standard input.
struct StatementOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("SQL statement; - reads it from standard input.", valueName: "statement"))
  var statement: String?

  @Option(
    help: ArgumentHelp("Read statements from a file.", valueName: "file"), completion: .file())
  var file: String?

  /// Whether statements were typed, or a file named.
  var isGiven: Bool { statement != nil || file != nil }

  /// Returns the statements; without any, those that a pipe brings.
  ///
  /// - Parameters:
  ///   - command: The command that needs them, for the error, such as `nerve sql`.
  ///   - example: The command as it may be typed.
  /// - Returns: The text.
  /// - Throws: ``UsageError``, or ``FileError`` if they cannot be read.
  func text(for command: String, example: String) throws -> String {
    guard statement == nil || file == nil else {
      throw UsageError("Use a statement or --file, not both.")
    }
    if let statement, statement != "-" { return statement }
    if !isGiven, isatty(STDIN_FILENO) == 1 {
      throw UsageError("\(command) needs a statement, as in: \(example)")
    }
    return try Self.read(file ?? "-")
  }

  /// Reads statements from the file at `path`; `-` is standard input.
  static func read(_ path: String) throws -> String {
    let bytes = try InputFile(path).allBytes(upTo: longestStatement)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError("The statement is not UTF-8 text.")
    }
    return text
  }

  /// The most bytes of a statement, which is SQLite's own limit.
  private static let longestStatement = 1_000_000
}

/// How statements are run: the values of their parameters, and the time limit.
struct StatementRunOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("param")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Value of :name in the statement.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: ArgumentHelp("Time limit in seconds; 0 for no limit.", valueName: "s"))
  var timeout: String = "30"
}
