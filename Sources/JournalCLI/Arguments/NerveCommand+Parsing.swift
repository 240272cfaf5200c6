import ArgumentParser

extension NerveCommand {
  /// Returns the command in `arguments`, the words after `nerve`.
  ///
  /// A line that names a command and is right needs only that command's parser.
  /// Help, mistakes and everything else that a command alone cannot tell are for
  /// the parser of all commands.
  ///
  /// - Throws: The parser's errors.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    // Nothing may delay the emergency card, and none of its options changes it.
    if arguments == [RedFlagsCommand.name] { return RedFlagsCommand() }
    let path = CommandPath(arguments)
    // Some commands would take the option of the root for a word of theirs.
    if !path.names.isEmpty, !arguments.contains("--version"),
      let command = try? path.command.parseAsRoot(Array(path.rest)) as? any NerveSubcommand
    {
      return command
    }
    return try parseAsRoot(arguments)
  }
}
