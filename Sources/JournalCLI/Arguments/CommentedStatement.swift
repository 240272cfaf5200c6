/// A statement that begins with a comment, and so like an option.
enum CommentedStatement {
  /// The commands that take statements.
  private static let commands = ["sql", "query"]

  /// Returns `arguments` with such a statement at the end, where nothing is an option.
  ///
  /// No option has a blank in its name, so `-- my runs`, a line feed and `SELECT` is a
  /// statement, and `--jsn` is not.
  static func moved(in arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    guard let command = arguments.first, commands.contains(command),
      let place = arguments[..<end].firstIndex(where: isComment)
    else { return arguments }
    let (before, options) = (arguments[place - 1], CommandPath(arguments).options)
    // The value of an option, such as the description of a query.
    guard !options.valued.contains(where: { before == "--\($0)" }),
      !options.valuedLetters.contains(where: { before == "-\($0)" })
    else { return arguments }
    return arguments[..<place] + arguments[(place + 1)..<end] + ["--", arguments[place]]
      + arguments[end...].dropFirst()
  }

  private static func isComment(_ word: String) -> Bool {
    word.hasPrefix("--") && word.prefix { $0 != "=" }.contains(where: \.isWhitespace)
  }
}
