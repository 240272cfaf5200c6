import JournalStore

/// Remarks on conditions that run, but cannot mean what they say.
enum StatementRemarks {
  /// Returns a sentence for each kind of condition in `sql` that is never true, or
  /// compares other values than the person sees.
  static func sentences(on sql: String) -> [String] {
    let tokens = SQLToken.tokens(of: sql)
    return [
      NullComparison.remark(on: tokens), UnquotedDay.remark(on: tokens),
      MisformedDay.remark(on: tokens), MisformedTime.remark(on: tokens),
    ].compactMap(\.self)
  }
}

/// A comparison with NULL, which is never true.
private enum NullComparison {
  static func remark(on tokens: [SQLToken]) -> String? {
    // Whether each level of parentheses is between SET and what follows it.
    var isAssigning = [false]
    for (index, token) in tokens.enumerated() {
      let last = isAssigning.count - 1
      if token.isSymbol("(") {
        isAssigning.append(false)
      } else if token.isSymbol(")") {
        if last > 0 { isAssigning.removeLast() }
      } else if token.keyword == "SET" {
        isAssigning[last] = true
      } else if token.isSymbol(";") || ["WHERE", "FROM", "RETURNING"].contains(token.keyword) {
        isAssigning[last] = false
      } else if token.keyword == "NULL", index > 0 {
        let isAssigned = isAssigning[last] && isAssignment(index - 1, in: tokens)
        if !isAssigned, let remark = remark(onNullAt: index, in: tokens) { return remark }
      }
    }
    return nil
  }

  private static func remark(onNullAt index: Int, in tokens: [SQLToken]) -> String? {
    let before = tokens[index - 1]
    switch before.text {
    case "=", "==":
      return "\(before.text) NULL is never true; write IS NULL to find missing values."
    case "<>", "!=":
      return "\(before.text) NULL is never true; write IS NOT NULL to find known values."
    case "<", ">", "<=", ">=":
      return "\(before.text) NULL is never true; write IS NULL or IS NOT NULL."
    default: break
    }
    if before.keyword == "WHEN", isAfterCaseWithValue(index - 1, in: tokens) {
      return "CASE x WHEN NULL never matches; write CASE WHEN x IS NULL."
    }
    guard index + 1 < tokens.count, !["IS", "NOT"].contains(before.keyword),
      before.kind == .word || before.isSymbol("("),
      ["=", "==", "<>", "!="].contains(tokens[index + 1].text)
    else { return nil }
    return "NULL \(tokens[index + 1].text) is never true; write IS NULL or IS NOT NULL."
  }

  /// Whether the `=` at `index` gives a column its value.
  private static func isAssignment(_ index: Int, in tokens: [SQLToken]) -> Bool {
    guard tokens[index].isSymbol("="), index >= 2 else { return false }
    let before = tokens[index - 2]
    return tokens[index - 1].isSymbol(")") || before.isSymbol(",") || before.keyword == "SET"
  }

  /// Whether the WHEN at `index` compares with what stands after CASE.
  private static func isAfterCaseWithValue(_ index: Int, in tokens: [SQLToken]) -> Bool {
    var depth = 0
    for place in tokens[..<index].indices.reversed() {
      switch tokens[place].keyword {
      case "END": depth += 1
      case "CASE" where depth > 0: depth -= 1
      case "CASE": return tokens[place + 1].keyword != "WHEN"
      default: break
      }
    }
    return false
  }
}
