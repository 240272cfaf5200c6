import EntryInput

/// Values that begin with a dash, typed after an option.
enum DashValues {
  /// Returns `arguments` with each value that begins with a dash, but cannot be an
  /// option, joined to the option before it: `--note`, `-5 degrees` becomes
  /// `--note=-5 degrees`.
  ///
  /// The parser takes any word with a dash for an option. No option begins with a
  /// digit or contains a space, so `-5`, `-2d` and `- so so` are values.
  static func joined(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    guard arguments[..<end].contains(where: isValue) else { return arguments }
    let options = CommandPath(arguments).options.valued
    var joined: [String] = []
    for argument in arguments[..<end] {
      if isValue(argument), let option = joined.last,
        options.contains(where: { option == "--\($0)" })
      {
        joined[joined.count - 1] = "\(option)=\(argument)"
      } else {
        joined.append(argument)
      }
    }
    return joined + arguments[end...]
  }

  /// Returns whether `word` begins with a dash, but is not an option.
  static func isValue(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word.count > 1 else { return false }
    let second = word.dropFirst().prefix(1)
    return second.allSatisfy { !$0.isLetter && $0 != "-" } || word.contains(where: \.isWhitespace)
  }

  /// Refuses the first of `words` that may be an option rather than text.
  ///
  /// - Parameters:
  ///   - words: The words that the parser did not recognise as options.
  ///   - command: The names of the command, for the message.
  /// - Throws: ``UsageError``.
  static func checkNoOptions(in words: [String], of command: String...) throws {
    if let option = words.first(where: { $0.hasPrefix("-") && $0.count > 1 && !isValue($0) }) {
      throw UsageError(ParserSentence(command).sentence(for: "Unknown option '\(option)'"))
    }
  }
}
