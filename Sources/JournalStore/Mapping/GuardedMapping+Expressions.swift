/// Operands and their contents.
extension GuardedMapping {
  /// An operand, or the text between operands.
  struct Element {
    var text: String
    /// Whether it is an operand.
    var isOperand = false
    /// The keyword or operator, if it is not an operand.
    var word = ""
    /// Whether a sign before the operand makes it a number.
    var isNegated = false
    /// The column, if it is just a column.
    var column: String?
    var isNumber = false
    var isText = false
    /// Whether it writes numbers in SQL's notation, regardless of the file.
    var isRewritten = false
    /// The file's columns in it.
    var columns: [String] = []
  }

  /// The elements of `range`, with everything in them rewritten.
  mutating func elements(_ range: Range<Int>, _ scope: Scope) -> [Element] {
    var elements: [Element] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let operand = operand(&index, range.upperBound, scope, after: elements.last) {
        elements.append(operand)
      } else {
        let token = tokens[index]
        elements.append(
          Element(
            text: token.lead + token.text,
            word: token.kind == .symbol ? token.text : token.keyword))
        index += 1
      }
    }
    return guardingOperands(elements, scope)
  }

  /// The operand at `index`, which moves past it; `nil` if there is none.
  private mutating func operand(
    _ index: inout Int, _ end: Int, _ scope: Scope, after previous: Element?
  ) -> Element? {
    var next = index
    var signs = ""
    var isNegated = false
    if previous?.isOperand != true {
      while next < end, tokens[next].kind == .symbol, ["-", "+", "~"].contains(tokens[next].text) {
        signs += tokens[next].lead + tokens[next].text
        isNegated = isNegated || tokens[next].text != "+"
        next += 1
      }
    }
    guard var chain = primary(&next, end, scope) else { return nil }
    while next < end {
      if tokens[next].kind == .symbol, SQLWords.joining.contains(tokens[next].text) {
        var place = next + 1
        guard let more = primary(&place, end, scope) else { break }
        chain.text += tokens[next].lead + tokens[next].text + more.text
        chain.columns += more.columns
        (chain.column, chain.isNumber, chain.isText) = (nil, false, false)
        next = place
      } else if tokens[next].keyword == "COLLATE", next + 1 < end {
        chain.text += (next...(next + 1)).map { tokens[$0].lead + tokens[$0].text }.joined()
        next += 2
      } else {
        break
      }
    }
    if !signs.isEmpty {
      let body = isNegated && !chain.isNumber ? guarded(chain, scope) : chain.text
      chain.text = signs + body
      chain.isNegated = isNegated
      if isNegated { chain.column = nil }
    }
    chain.isOperand = true
    index = next
    return chain
  }

  /// A literal, a name, a call, a CASE, or a parenthesis.
  private mutating func primary(_ index: inout Int, _ end: Int, _ scope: Scope) -> Element? {
    guard index < end else { return nil }
    let token = tokens[index]
    switch token.kind {
    case .number, .text:
      index += 1
      return Element(
        text: token.lead + token.text, isNumber: token.kind == .number,
        isText: token.kind == .text)
    case .symbol:
      guard token.isSymbol("("), let close = closing(index, end) else { return nil }
      let inside = group((index + 1)..<close, scope)
      defer { index = close + 1 }
      return Element(
        text: token.lead + "(" + inside.text + tokens[close].lead + ")",
        isNumber: inside.isNumber, columns: inside.columns)
    case .word, .name:
      switch token.keyword {
      case "CASE": return cases(&index, end, scope)
      case "CAST": return cast(&index, end, scope)
      case _ where SQLWords.keywords.contains(token.keyword) && !isColumn(token, scope): return nil
      default: break
      }
      if index + 1 < end, tokens[index + 1].isSymbol("(") { return call(&index, end, scope) }
      return name(&index, end, scope)
    }
  }

  /// Whether a keyword is a column name here; SQLite allows some.
  private func isColumn(_ token: SQLToken, _ scope: Scope) -> Bool {
    SQLWords.names.contains(token.keyword) && scope.qualifier != nil
      && terms.columns[token.text.lowercased()] != nil
  }

  /// A name with its qualifiers.
  private func name(_ index: inout Int, _ end: Int, _ scope: Scope) -> Element {
    var text = tokens[index].lead + tokens[index].text
    var parts = [tokens[index].identifier ?? ""]
    index += 1
    while index + 1 < end, tokens[index].isSymbol(".") {
      text +=
        tokens[index].lead + tokens[index].text + tokens[index + 1].lead
        + tokens[index + 1].text
      parts.append(tokens[index + 1].identifier ?? "*")
      index += 2
    }
    var element = Element(text: text)
    let qualifier = scope.qualifier.map { SQLToken.tokens(of: $0).first?.identifier ?? "" }
    let isOurs =
      qualifier != nil && (parts.count == 1 || parts.dropLast().last == qualifier)
    if isOurs, let last = parts.last, let column = terms.columns[last] {
      element.column = column.name
      element.columns = [column.name]
    }
    return element
  }

  /// A parenthesis.
  private mutating func group(_ range: Range<Int>, _ scope: Scope) -> Element {
    if let first = range.first, ["SELECT", "WITH", "VALUES"].contains(tokens[first].keyword) {
      return Element(text: query(range, isOutermost: false))
    }
    let inside = elements(range, scope)
    return Element(
      text: text(of: inside), isNumber: inside.first?.isNumber == true,
      columns: inside.flatMap(\.columns))
  }

  private mutating func cases(_ index: inout Int, _ end: Int, _ scope: Scope) -> Element? {
    var depth = 0
    for place in index..<end {
      depth += tokens[place].keyword == "CASE" ? 1 : tokens[place].keyword == "END" ? -1 : 0
      guard depth == 0 else { continue }
      let inside = elements((index + 1)..<place, scope)
      let text =
        tokens[index].lead + tokens[index].text + text(of: inside) + tokens[place].lead
        + tokens[place].text
      index = place + 1
      return Element(text: text, columns: inside.flatMap(\.columns))
    }
    return nil
  }

  private mutating func cast(_ index: inout Int, _ end: Int, _ scope: Scope) -> Element? {
    guard index + 1 < end, tokens[index + 1].isSymbol("("), let close = closing(index + 1, end)
    else { return nil }
    let place = nextWord(["AS"], in: (index + 2)..<close)
    let made = elements((index + 2)..<place, scope)
    let type = (place..<close).map { tokens[$0].keyword }.joined()
    let isText = ["CHAR", "CLOB", "TEXT", "BLOB"].contains { type.contains($0) }
    let body =
      isText ? text(of: made) : lone(made).map { guarded($0, scope) } ?? text(of: made)
    let rest = (place...close).map { tokens[$0].lead + tokens[$0].text }.joined()
    let text = tokens[index].lead + tokens[index].text + "(" + body + rest
    index = close + 1
    return Element(text: text, columns: made.flatMap(\.columns))
  }

  private mutating func call(_ index: inout Int, _ end: Int, _ scope: Scope) -> Element? {
    guard let close = closing(index + 1, end) else { return nil }
    let name = tokens[index].identifier ?? ""
    let first = tokens[index]
    var element = Element(text: "")
    let arguments = split((index + 2)..<close)
    var texts: [String] = []
    for argument in arguments {
      if let place = argument.first, ["SELECT", "WITH"].contains(tokens[place].keyword) {
        texts.append(query(argument, isOutermost: false))
        continue
      }
      let made = elements(argument, scope)
      element.columns += made.flatMap(\.columns)
      let isOrdered =
        SQLWords.ordering.contains(name)
        && lone(made)?.column.flatMap { terms.columns[$0.lowercased()]?.isOfNumbers } == true
      texts.append(
        SQLWords.numeric.contains(name) || isOrdered ? guardedArgument(made, scope) : text(of: made)
      )
    }
    var called = first.text
    if SQLWords.reading.contains(name) {
      let column = element.columns.count == 1 ? literal(element.columns[0]) : "NULL"
      called = MappingFunctions.prefix + name
      texts.insert(contentsOf: [line(scope), column], at: 0)
    }
    element.isRewritten = ["replace", "printf", "format"].contains(name)
    element.text =
      first.lead + called + "(" + texts.joined(separator: ", ") + tokens[close].lead + ")"
    index = close + 1
    while index < end, ["FILTER", "OVER"].contains(tokens[index].keyword), index + 1 < end {
      element.text += tokens[index].lead + tokens[index].text
      index += 1
      guard tokens[index].isSymbol("("), let close = closing(index, end) else {
        element.text += tokens[index].lead + tokens[index].text
        index += 1
        continue
      }
      element.text += " (" + text(of: elements((index + 1)..<close, scope)) + ")"
      index = close + 1
    }
    return element
  }
}
