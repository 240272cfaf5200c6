import JournalStore

/// A command of another program, typed where a statement is expected.
enum ForeignCommand {
  /// What to type instead of the command in `tokens`, such as `.tables`.
  ///
  /// - Parameter tokens: A statement that SQLite did not understand.
  /// - Returns: A sentence; `nil` if it is no command.
  static func advice(on tokens: [SQLToken]) -> String? {
    guard let first = tokens.first else { return nil }
    if first.isSymbol(".") || first.isSymbol("\\"), tokens.count > 1, tokens[1].lead.isEmpty {
      return advice(on: first.text + tokens[1].text, tokens.dropFirst(2))
    }
    if first.isSymbol("?") || first.isSymbol("\\") { return help(first.text) }
    return advice(on: first.text, tokens.dropFirst())
  }

  private static func advice(on typed: String, _ rest: ArraySlice<SQLToken>) -> String? {
    let rest = rest.filter { !$0.isSymbol(";") && !$0.isSymbol("+") }
    let command = typed.lowercased()
    switch command {
    case ".tables", ".table", ".schema", ".fullschema", ".views", "\\d", "\\dt", "\\dv", "\\dm",
      "describe", "desc":
      return schema(typed, of: rest.first)
    case "show":
      let place = rest.firstIndex { ["FROM", "IN", "TABLE"].contains($0.keyword) }
      let isTable = rest.first.map {
        ["COLUMNS", "FIELDS", "CREATE", "INDEX"].contains($0.keyword)
      }
      let name = place.flatMap { rest[$0...].dropFirst().first }
      let words = ([typed] + rest.prefix(1).map(\.text)).joined(separator: " ")
      return schema(words, of: isTable == true ? name : nil)
    case ".databases", ".dbinfo", ".indexes", ".indices", "\\l", "\\di", "\\df":
      return schema(typed, of: nil)
    case "help", ".help", "\\h", "\\?", "man": return help(typed)
    case ".quit", ".exit", "quit", "exit", "\\q", "bye", "logout":
      return "\(typed) is not needed: nerve sql ends with its last statement."
    case ".read", "\\i", "\\ir", "source":
      return isnt(typed, "to run the statements in a file: nerve sql --file FILE")
    case ".mode", ".headers", ".header", ".separator", ".nullvalue", ".width", "\\x", "\\pset",
      "\\a", "\\t":
      return isnt(typed, "to choose a format: nerve sql --format csv \"SELECT ...\"")
    case ".output", ".once", ".excel", "\\o", "\\g":
      return isnt(typed, "to write a result to a file: nerve sql -o runs.csv \"SELECT ...\"")
    case ".dump", ".clone", "\\copy", "copy":
      return isnt(typed, "to export the journal: nerve export -o journal.json")
    case ".backup", ".save":
      return isnt(typed, "to keep a copy of the journal: nerve export -o journal.json")
    case ".import": return isnt(typed, "to import a file: nerve import FILE")
    case ".open", "\\c", "\\connect", "use", "connect":
      return isnt(typed, "to choose another journal: nerve sql --journal FILE \"SELECT ...\"")
    default:
      guard typed.hasPrefix(".") || typed.hasPrefix("\\") else { return nil }
      let word = typed.allSatisfy { $0.isASCII && !$0.isWhitespace } && typed.utf8.count < 20
      return "\(word ? typed : "That") is a command of another program; "
        + "to open one on the journal: nerve shell"
    }
  }

  private static func schema(_ typed: String, of table: SQLToken?) -> String {
    let name = table?.identifier.flatMap { name in
      name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } ? name : nil
    }
    return name.map { isnt(typed, "to see the columns of \($0): nerve schema \($0)") }
      ?? isnt(typed, "to see the tables, views and columns: nerve schema")
  }

  private static func help(_ typed: String) -> String {
    isnt(typed, "to see what it can do: nerve sql --help")
  }

  private static func isnt(_ typed: String, _ advice: String) -> String {
    "\(typed) is not SQL; \(advice)"
  }
}
