import JournalStore
import Platform
import Presentation
import WrittenValues

/// Completes names in the line of a shell.
struct ShellCompleter {
  /// How a word may go on.
  struct Candidates: Equatable {
    /// The start of the word, as typed.
    var word: String
    /// The whole words, the likeliest first.
    var names: [String] = []
  }

  /// The tables, views, columns and functions.
  let names: SchemaNames
  /// The names of saved and built-in queries.
  let queries: [String]

  /// The candidates for the word before the cursor.
  ///
  /// - Parameters:
  ///   - before: The statement up to the cursor, with its earlier lines.
  ///   - after: The rest of the line.
  /// - Returns: The word and its candidates; none within text and comments.
  func candidates(_ before: String, after: String = "") -> Candidates {
    let line = before.drop { $0 == " " }
    if let sign = line.first, sign == "\\" || sign == ".", !before.contains("\n") {
      return commandCandidates(String(line), after)
    }
    return sqlCandidates(before, after)
  }

  /// The candidates within a command of the shell.
  private func commandCandidates(_ line: String, _ after: String) -> Candidates {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let word = words.last ?? ""
    switch words.count {
    case 1: return Self.matching(word, MetaCommand.words.map { $0 + " " })
    case 2:
      let choices =
        switch words[0] {
        case "\\d", ".schema": relations
        case "\\run": queries
        case "\\format", ".mode": QueryFormat.allCases.map(\.rawValue)
        case "\\chart": ChartKind.allCases.map { $0.rawValue + " " }
        default: [String]()
        }
      return Self.matching(word, choices)
    default:
      guard words[0] == "\\chart" else { return Candidates(word: word) }
      return sqlCandidates(words.dropFirst(2).joined(separator: " "), after)
    }
  }

  private func sqlCandidates(_ before: String, _ after: String) -> Candidates {
    let harmless = SQLText.withoutTexts(before)
    guard !SQLText.endsWithinText(before) else { return Candidates(word: "") }
    let typed = String(harmless.reversed().prefix { Self.isWord($0) || $0 == "." }.reversed())
    let statement = harmless + SQLText.withoutTexts(after)
    if let dot = typed.lastIndex(of: ".") {
      let columns = columns(of: String(typed[..<dot]), in: statement)
      return Self.matching(String(typed[typed.index(after: dot)...]), columns)
    }
    let words = harmless.dropLast(typed.count).split { !Self.isWord($0) }
    if let last = words.last?.uppercased(), ["FROM", "JOIN"].contains(last),
      harmless.dropLast(typed.count).last?.isWhitespace == true
    {
      return Self.matching(typed, relations)
    }
    let keywords = SQLKeywords.all.map { keyword in
      (typed.first?.isLowercase == true ? keyword.lowercased() : keyword) + " "
    }
    let used = tables(in: statement).flatMap { names.tables[$0] ?? [] }
    let columns = used.isEmpty ? Set(names.tables.values.joined()).sorted() : used
    return Self.matching(
      typed, columns + relations + names.functions.map { $0 + "(" } + keywords)
  }

  /// The tables and views, in alphabetical order.
  private var relations: [String] { names.tables.keys.sorted() }

  /// The tables and views that a statement uses, in its order.
  private func tables(in statement: String) -> [String] {
    let words = statement.split { !Self.isWord($0) }.map { $0.lowercased() }
    // Some columns have the name of a view.
    return zip(words, words.dropFirst()).filter { ["from", "join"].contains($0.0) }.map(\.1)
      .filter { names.tables[$0] != nil }
  }

  /// The columns of a table or view by its name or its alias.
  private func columns(of name: String, in statement: String) -> [String] {
    let name = name.lowercased()
    if let columns = names.tables[name] { return columns }
    let words = statement.split { !Self.isWord($0) }.map { $0.lowercased() }
    for (index, word) in words.enumerated() where word == name {
      let earlier = words[..<index].reversed().first { $0 != "as" }
      if let columns = earlier.flatMap({ names.tables[$0] }) { return columns }
    }
    return []
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// The candidates that start like `word`, each once and in order.
  private static func matching(_ word: String, _ names: [String]) -> Candidates {
    let folded = word.lowercased()
    var seen: Set<String> = []
    return Candidates(
      word: word,
      names: names.filter { $0.lowercased().hasPrefix(folded) && seen.insert($0).inserted })
  }
}

extension ShellCompleter.Candidates {
  /// The most names below a line.
  private static let mostChoices = 60

  /// What to insert, and what to show where that is nothing.
  func completion(_ layout: TextLayout) -> TerminalLines.Completion {
    let insertion = String(commonStart.dropFirst(word.count))
    guard insertion.isEmpty, names.count > 1 else {
      return TerminalLines.Completion(insertion: insertion, choices: "")
    }
    let shown = names.prefix(Self.mostChoices).map { $0.last == " " ? String($0.dropLast()) : $0 }
    let rest = names.count - shown.count
    return TerminalLines.Completion(
      insertion: "",
      choices: Self.columns(shown, layout.width) + (rest > 0 ? "\n(and \(rest) more)" : ""))
  }

  /// What all names start with, spelt like the first.
  private var commonStart: String {
    guard var common = names.first else { return word }
    for name in names.dropFirst() {
      let count = zip(common.lowercased(), name.lowercased()).prefix { $0 == $1 }.count
      common = String(common.prefix(count))
    }
    return common
  }

  /// The words in as many columns as fit, from left to right.
  private static func columns(_ words: [String], _ width: Int) -> String {
    let cell = (words.map { DisplayText.width($0) }.max() ?? 0) + 2
    let count = max(1, (width + 2) / cell)
    return stride(from: 0, to: words.count, by: count).map { start in
      let row = words[start..<min(start + count, words.count)]
      return row.dropLast().map { word in
        word + String(repeating: " ", count: cell - DisplayText.width(word))
      }.joined() + (row.last ?? "")
    }.joined(separator: "\n")
  }
}
