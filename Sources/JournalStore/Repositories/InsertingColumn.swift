/// `select` with `column` as its last, or `nil` if its form has no place for one.
///
/// The place is before the FROM of the outermost SELECT, so that columns keep
/// their numbers for ORDER BY and GROUP BY. With DISTINCT or UNION an additional
/// column would change the rows.
func insertingColumn(_ column: String, into select: String) -> String? {
  let tokens = SQLToken.tokens(of: select)
  var place: Int?
  var previous = ""
  var isInside = false
  var depth = 0
  for (index, token) in tokens.enumerated() {
    depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0
    guard depth == 0, token.kind == .word else { continue }
    switch (previous, token.keyword) {
    case ("SELECT", "DISTINCT"), (_, "UNION"), (_, "INTERSECT"), (_, "EXCEPT"): return nil
    case (_, "SELECT"): isInside = true
    case ("DISTINCT", "FROM"): break  // IS DISTINCT FROM
    case (_, "FROM") where isInside && place == nil: place = index
    default: break
    }
    previous = token.keyword
  }
  func text(_ tokens: ArraySlice<SQLToken>) -> String {
    tokens.map { $0.lead + $0.text }.joined()
  }
  return place.map { place in
    let (before, lead) = (text(tokens[..<place]), tokens[place].lead)
    return "\(before)\(lead), \(column) \(tokens[place].text)\(text(tokens[(place + 1)...]))"
  }
}
