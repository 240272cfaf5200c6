import EntryInput
import WrittenValues

/// A command of the shell itself, which is not SQL.
enum MetaCommand: Equatable {
  case help
  case quit
  /// Lists the views and tables, or shows the columns of one.
  case describe(String?)
  case listQueries
  /// Runs a saved query, with values as `name=value`.
  case run(String, values: [String])
  /// Draws the result of the statement that follows, and may begin on the same line.
  case chart(String, statement: String)
  /// Changes the format of results; without a name, shows it.
  case format(String?)
  /// Writes the next result to a file.
  case output(String)

  /// The commands, as listed by `\h`.
  static let list: [(name: String, text: String)] = [
    ("\\d", "List the views and tables."),
    ("\\d NAME", "Show the columns of a view or table."),
    ("\\l", "List the saved and built-in queries."),
    ("\\run NAME", "Run one of them; values follow as name=value."),
    ("\\chart KIND", "Draw the next result: line, bar, scatter or heat. SQL may follow."),
    ("\\format NAME", "Change the format of results, such as csv or line."),
    ("\\o FILE", "Write the next result to a file, such as week.csv."),
    ("\\h", "Show this help."),
    ("\\q", "Leave; Ctrl-D does the same."),
  ]

  /// The words that begin the commands.
  static let words = ["\\d", "\\l", "\\run", "\\chart", "\\format", "\\o", "\\h", "\\q"]

  /// Reads a line at the start of a statement; `nil` if it is SQL.
  ///
  /// What does the same in `sqlite3`, in psql and in MySQL is understood too.
  ///
  /// - Throws: ``UsageError`` for an unknown command, or one without its name.
  init?(_ line: String) throws {
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard let first = words.first else { return nil }
    if first.hasPrefix("\\") || first.hasPrefix(".") && first.dropFirst().first?.isLetter == true {
      self = try Self.command(first, words.dropFirst(), line)
    } else if let command = try Self.plainWords(words) {
      self = command
    } else {
      return nil
    }
  }

  /// The command behind a word with a backslash or a dot.
  private static func command(
    _ word: String, _ rest: ArraySlice<String>, _ line: String
  ) throws -> MetaCommand {
    let rest = unterminated(rest)
    switch word {
    case "\\h", "\\?", "\\help", ".help": return .help
    case "\\q", "\\quit", ".quit", ".exit", ".q": return .quit
    case "\\d", "\\dt", "\\dv", "\\d+", ".tables", ".schema": return .describe(rest.first)
    case "\\l", "\\list": return .listQueries
    case "\\run":
      guard let name = rest.first else {
        throw UsageError("\\run needs the name of a query; list them with: \\l")
      }
      // As nerve takes them, -p name=value, and the same without the option.
      return .run(name, values: rest.dropFirst().filter { $0 != "-p" })
    case "\\chart":
      guard let kind = rest.first else {
        throw UsageError("\\chart needs a kind: line, bar, scatter or heat")
      }
      let statement = line.split(maxSplits: 2) { $0 == " " || $0 == "\t" }.dropFirst(2).first
      return .chart(kind, statement: statement.map(String.init) ?? "")
    case "\\format", ".mode": return .format(rest.first)
    case "\\o", ".output", ".once":
      guard let file = rest.first else {
        throw UsageError("\(word) needs the name of a file, as in: \\o week.csv")
      }
      return .output(file)
    default: throw unknown(word)
    }
  }

  private static func unknown(_ word: String) -> UsageError {
    let bare = String(word.dropFirst())
    // Anything is like a single letter.
    let near = NameMatch(bare, among: words.map { String($0.dropFirst()) }.filter { $0.count > 1 })
    let hint =
      near.suggestions.first.map { "did you mean \\\($0)?" } ?? "list the commands with: \\h"
    return UsageError("Unknown command \(Quoted.text(word)); \(hint)")
  }

  /// The command behind words without a sign.
  private static func plainWords(_ typed: [String]) throws -> MetaCommand? {
    let words = Array(unterminated(typed[...]))
    switch words.map({ $0.lowercased() }) {
    case ["exit"], ["quit"]: return .quit
    case ["help"], ["?"]: return .help
    case ["show", "tables"], ["nerve", "schema"]: return .describe(nil)
    case let folded where folded.count == 2 && ["describe", "desc"].contains(folded[0]):
      return .describe(words[1])
    case let folded where folded.count == 3 && folded.starts(with: ["nerve", "schema"]):
      return .describe(words[2])
    case let folded where folded.count == 4 && folded.starts(with: ["show", "columns"]):
      return .describe(words[3])
    case let folded where folded.first == "nerve":
      throw UsageError("Other commands of nerve work outside the shell; leave it with: \\q")
    default: return nil
    }
  }

  /// The words without a semicolon at the end.
  private static func unterminated(_ words: ArraySlice<String>) -> ArraySlice<String> {
    guard let last = words.last, last.hasSuffix(";") else { return words }
    let kept = String(last.reversed().drop { $0 == ";" }.reversed())
    return words.dropLast() + (kept.isEmpty ? [] : [kept])
  }
}
