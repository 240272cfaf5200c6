internal import JournalModel

/// The SELECT of an import, rewritten so that text never silently becomes a
/// number.
///
/// Wherever SQLite needs a number, it makes 0 of `n/a` and 3 of `3,5`. Here each
/// operand of arithmetic, each argument of a numeric function, each CAST to a
/// number, and each result for a numeric field goes through the function
/// ``MappingFunctions/number``, which knows the file's number format. Nothing
/// else changes: text that is compared, cut or joined stays the same.
///
/// In addition, the day of a timestamp goes through ``MappingFunctions/night``,
/// and the functions that read text learn their line.
struct GuardedMapping {
  /// What the rewriter needs to know about the file and the target table.
  struct Terms {
    /// The name of the file's table.
    var table: String
    /// The file's columns by lower-case name.
    var columns: [String: Column]
    /// The name of the row's id.
    var line: String
    /// The numeric fields, in lower case.
    var numberFields: Set<String>
    /// The field for an entry's day.
    var dayField: String?
  }

  /// A column of the file.
  struct Column {
    /// Its name.
    var name: String
    /// Whether it mostly contains numbers.
    var isOfNumbers: Bool
  }

  /// The statement to run.
  private(set) var sql = ""
  /// The file's columns behind each result, by lower-case name.
  private(set) var sources: [String: [String]] = [:]

  let tokens: [SQLToken]
  let terms: Terms
  /// Whether calls may pass the line; otherwise it is unknown.
  let tellsLines: Bool

  /// Rewrites `select`, which SQLite has parsed.
  init(_ select: String, _ terms: Terms, tellsLines: Bool) {
    var tokens = SQLToken.tokens(of: select)
    while tokens.last?.isSymbol(";") == true { tokens.removeLast() }
    (self.tokens, self.terms, self.tellsLines) = (tokens, terms, tellsLines)
    sql = query(0..<tokens.count, isOutermost: true)
  }

  // MARK: - Queries

  /// A query, from first to last word.
  mutating func query(_ range: Range<Int>, isOutermost: Bool) -> String {
    var result = ""
    var start = range.lowerBound
    // Text before a SELECT, such as WITH, has no scope of its own.
    while start < range.upperBound {
      let end = nextWord(["SELECT"], in: start..<range.upperBound)
      result += text(of: elements(start..<end, Scope()))
      guard end < range.upperBound else { break }
      let next = nextWord(["UNION", "INTERSECT", "EXCEPT"], in: end..<range.upperBound)
      result += select(end..<next, isOutermost: isOutermost)
      start = next
    }
    return result
  }

  /// One SELECT, without its compound partners.
  private mutating func select(_ range: Range<Int>, isOutermost: Bool) -> String {
    let from = nextWord(SQLWords.clauses, in: (range.lowerBound + 1)..<range.upperBound)
    let isFrom = from < range.upperBound && tokens[from].keyword == "FROM"
    let behind =
      isFrom ? nextWord(SQLWords.clauses, in: (from + 1)..<range.upperBound) : from
    let scope = isFrom ? scope(of: from..<behind) : Scope()
    let group = nextWord(["GROUP"], in: behind..<range.upperBound)
    let groupEnd =
      group < range.upperBound
      ? nextWord(SQLWords.clauses, in: (group + 1)..<range.upperBound) : group
    let keys = group < range.upperBound ? split((group + 2)..<groupEnd) : []

    var result = tokens[range.lowerBound].lead + tokens[range.lowerBound].text
    var start = range.lowerBound + 1
    if start < from, ["DISTINCT", "ALL"].contains(tokens[start].keyword) {
      result += tokens[start].lead + tokens[start].text
      start += 1
    }
    var moved: (words: [String], sql: String)?
    for (index, item) in split(start..<from).enumerated() {
      if index > 0 { result += "," }
      let read = resultItem(item, scope, keys: keys, isOutermost: isOutermost)
      result += read.sql
      moved = moved ?? read.moved
    }
    if isFrom { result += text(of: elements(from..<behind, scope)) }
    result += text(of: elements(behind..<group, scope))
    if group < range.upperBound {
      result += (group..<(group + 2)).map { tokens[$0].lead + tokens[$0].text }.joined()
      for (index, key) in keys.enumerated() {
        if index > 0 { result += "," }
        // Equal expressions must stay equal.
        result +=
          moved.map { words(key) == $0.words } == true
          ? " " + (moved?.sql ?? "") : text(of: elements(key, scope))
      }
      result += text(of: elements(groupEnd..<range.upperBound, scope))
    }
    return result
  }

  /// One result of a SELECT, and its day, if that may move.
  private mutating func resultItem(
    _ range: Range<Int>, _ scope: Scope, keys: [Range<Int>], isOutermost: Bool
  ) -> (sql: String, moved: (words: [String], sql: String)?) {
    let (body, alias) = parts(ofItem: range)
    let made = elements(body, scope)
    let plain = text(of: elements(range, scope))
    let column = lone(made)?.column
    let name = alias.flatMap { tokens[$0].identifier } ?? lastName(body, made)
    guard let name, !made.isEmpty else { return (plain, nil) }
    let named =
      alias.map { " AS" + " " + tokens[$0].text } ?? " AS " + tokens[body.upperBound - 1].text
    let columns = made.reduce(into: [String]()) { all, element in
      for column in element.columns where !all.contains(column) { all.append(column) }
    }
    if isOutermost { sources[name] = sources[name] ?? columns }
    if isOutermost, terms.numberFields.contains(name) {
      return (" " + guarded(text(of: made), column, made, scope) + named, nil)
    }
    if name == terms.dayField, let only = columns.first, columns.count == 1,
      let qualifier = scope.qualifier, !calls("to_day", in: body),
      keys.allSatisfy({ mayGroup($0, by: body, alias) })
    {
      let moved =
        "\(MappingFunctions.night)(\(text(of: made)), \(qualifier).\(quoted(only)), \(literal(only)))"
      return (" " + moved + named, (words(body), moved))
    }
    return (plain, nil)
  }

  /// Whether rows with the same `key` have the same day in `body`.
  private func mayGroup(_ key: Range<Int>, by body: Range<Int>, _ alias: Int?) -> Bool {
    guard key.count > 1 else { return true }
    return words(key) == words(body)
  }

  // MARK: - Scopes

  /// A place where the file's columns are visible.
  struct Scope {
    /// The table's name there; `nil` if it is not read there itself.
    var qualifier: String?
  }

  private func scope(of from: Range<Int>) -> Scope {
    var depth = 0
    for index in from {
      let token = tokens[index]
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0
      guard depth == 0, token.identifier == terms.table,
        index + 1 == from.upperBound
          || !tokens[index + 1].isSymbol(".")
      else { continue }
      var next = index + 1
      if next < from.upperBound, tokens[next].keyword == "AS" { next += 1 }
      guard next < from.upperBound, tokens[next].identifier != nil,
        !SQLWords.keywords.contains(tokens[next].keyword)
      else { return Scope(qualifier: terms.table) }
      return Scope(qualifier: tokens[next].text)
    }
    return Scope()
  }

  // MARK: - Places

  /// The single operand in `elements`, if it is one.
  func lone(_ elements: [Element]) -> Element? {
    elements.count == 1 && elements[0].isOperand ? elements[0] : nil
  }

  func text(of elements: [Element]) -> String { elements.map(\.text).joined() }

  private func words(_ range: Range<Int>) -> [String] {
    range.map { tokens[$0].kind == .word ? tokens[$0].text.lowercased() : tokens[$0].text }
  }

  private func calls(_ function: String, in range: Range<Int>) -> Bool {
    range.contains { tokens[$0].identifier == function }
  }

  /// A result without its alias, and the alias's place.
  private func parts(ofItem range: Range<Int>) -> (body: Range<Int>, alias: Int?) {
    guard range.count >= 2, let last = range.last, tokens[last].identifier != nil else {
      return (range, nil)
    }
    if range.count >= 3, tokens[last - 1].keyword == "AS" {
      return (range.lowerBound..<(last - 1), last)
    }
    let before = tokens[last - 1]
    let endsOperand =
      before.isSymbol(")") || before.kind == .number || before.kind == .text
      || before.kind == .name || before.keyword == "END"
      || before.kind == .word && !SQLWords.keywords.contains(before.keyword)
    let isName = !SQLWords.keywords.contains(tokens[last].keyword)
    return endsOperand && isName ? (range.lowerBound..<last, last) : (range, nil)
  }

  /// The name of a result that is just a column.
  private func lastName(_ body: Range<Int>, _ made: [Element]) -> String? {
    guard made.count == 1, let last = body.last,
      body.allSatisfy({ tokens[$0].isSymbol(".") || tokens[$0].identifier != nil })
    else { return nil }
    return tokens[last].identifier
  }

  /// The parts of `range` between commas.
  func split(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (depth, start) = (0, range.lowerBound)
    for index in range {
      depth += tokens[index].isSymbol("(") ? 1 : tokens[index].isSymbol(")") ? -1 : 0
      if depth == 0, tokens[index].isSymbol(",") {
        parts.append(start..<index)
        start = index + 1
      }
    }
    if start < range.upperBound || !parts.isEmpty { parts.append(start..<range.upperBound) }
    return parts
  }

  /// The place of the first of `words` outside parentheses; otherwise the end.
  func nextWord(_ words: Set<String>, in range: Range<Int>) -> Int {
    var depth = 0
    for index in range {
      depth += tokens[index].isSymbol("(") ? 1 : tokens[index].isSymbol(")") ? -1 : 0
      guard depth == 0, words.contains(tokens[index].keyword) else { continue }
      // IS DISTINCT FROM
      let isCompared = index > 0 && tokens[index - 1].keyword == "DISTINCT"
      if tokens[index].keyword != "FROM" || !isCompared { return index }
    }
    return range.upperBound
  }

  func closing(_ open: Int, _ end: Int) -> Int? {
    var depth = 0
    for index in open..<end {
      depth += tokens[index].isSymbol("(") ? 1 : tokens[index].isSymbol(")") ? -1 : 0
      if depth == 0 { return index }
    }
    return nil
  }
}

/// `text` as an SQL string.
func literal(_ text: String) -> String {
  "'" + text.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
}
