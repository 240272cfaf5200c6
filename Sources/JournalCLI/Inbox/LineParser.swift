import EntryInput

/// Understands the commands of lines, each form once: a file of a year has the same
/// words over and over, and the parser takes its time.
final class LineParser {
  private var known: [[String]: any EntrySubcommand] = [:]

  /// Returns the command in `arguments`, the words after `nerve`.
  ///
  /// - Throws: The parser's errors, or ``UsageError`` for a command that does not log.
  func command(in arguments: [String]) throws -> any EntrySubcommand {
    guard let note = EntryLine.note(in: arguments) else { return try parsed(arguments) }
    let plain = EntryLine.noteOption + "note"
    guard var pain = try parsed([PainCommand.name, plain]) as? PainCommand else {
      return try parsed(arguments)
    }
    pain.entry.typedNote = note.text
    pain.entry.days.on = note.day
    return pain
  }

  private func parsed(_ arguments: [String]) throws -> any EntrySubcommand {
    if let command = known[arguments] { return command }
    let words = DashValues.joined(FormerNames.replaced(in: arguments))
    guard let command = try NerveCommand.parsed(words) as? any EntrySubcommand,
      EntryLine.logs(command)
    else { throw UsageError(EntryLine.refusal(of: arguments[0])) }
    known[arguments] = command
    return command
  }
}
