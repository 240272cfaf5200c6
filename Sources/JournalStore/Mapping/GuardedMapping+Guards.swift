/// Which operands become numbers, and their guards.
extension GuardedMapping {
  /// The elements, with a guard around each operand that would become a number.
  func guardingOperands(_ elements: [Element], _ scope: Scope) -> [Element] {
    var elements = elements
    for index in elements.indices where elements[index].isOperand {
      let (before, behind) = (
        neighbour(elements, before: index), neighbour(elements, behind: index)
      )
      let operand = elements[index]
      guard !operand.isNumber, !operand.isNegated else { continue }
      let isTerm = SQLWords.arithmetic.contains(before) || SQLWords.arithmetic.contains(behind)
      if isTerm || comparesNumbers(elements, index, before, behind) {
        elements[index].text = guarded(operand, scope)
        elements[index].column = nil
      }
    }
    return elements
  }

  /// The operator before an operand, if another operand precedes it.
  private func neighbour(_ elements: [Element], before index: Int) -> String {
    index >= 2 && elements[index - 2].isOperand ? elements[index - 1].word : ""
  }

  private func neighbour(_ elements: [Element], behind index: Int) -> String {
    index + 2 < elements.count && elements[index + 2].isOperand ? elements[index + 1].word : ""
  }

  /// Whether the operand is a numeric column compared with a number, or sorted
  /// by.
  private func comparesNumbers(
    _ elements: [Element], _ index: Int, _ before: String, _ behind: String
  ) -> Bool {
    func isOfNumbers(_ element: Element) -> Bool {
      element.column.flatMap { terms.columns[$0.lowercased()]?.isOfNumbers } ?? false
    }
    guard isOfNumbers(elements[index]) else { return false }
    if index > 0, elements[index - 1].word == "BY" || isOrdering(elements, index) {
      return elements.prefix(index).contains { $0.word == "ORDER" }
    }
    func mayBeNumber(_ other: Int) -> Bool {
      guard elements.indices.contains(other) else { return false }
      return !elements[other].isText
        && (elements[other].column == nil || isOfNumbers(elements[other]))
    }
    let comparing = SQLWords.comparing
    return comparing.contains(before) && mayBeNumber(index - 2)
      || comparing.contains(behind) && mayBeNumber(index + 2)
      || behind == "BETWEEN" && elements[index + 2].isNumber
      || behind == "IN" && elements[index + 2].isNumber
  }

  /// Whether an operand is a later key of an ORDER BY.
  private func isOrdering(_ elements: [Element], _ index: Int) -> Bool {
    guard elements[index - 1].word == ",",
      let order = elements.prefix(index).lastIndex(where: { $0.word == "ORDER" })
    else { return false }
    return elements[order..<index].allSatisfy { element in
      element.isOperand || ["ORDER", "BY", ",", "ASC", "DESC", "NULLS"].contains(element.word)
    }
  }

  func guardedArgument(_ made: [Element], _ scope: Scope) -> String {
    var made = made
    let start = made.first?.word == "DISTINCT" ? 1 : 0
    guard made.indices.contains(start), made[start].isOperand, !made[start].isNumber,
      made.count == start + 1 || made[start + 1].word == "ORDER"
    else { return text(of: made) }
    made[start].text = guarded(made[start], scope)
    return text(of: made)
  }

  func guarded(_ operand: Element, _ scope: Scope) -> String {
    guarded(operand.text, operand.column, [operand], scope)
  }

  func guarded(
    _ body: String, _ column: String?, _ made: [Element], _ scope: Scope
  ) -> String {
    let isRewritten = made.contains(where: \.isRewritten) ? 1 : 0
    return " \(MappingFunctions.number)(\(line(scope)), "
      + "\(column.map(literal) ?? "NULL"), \(isRewritten), \(body))"
  }

  func line(_ scope: Scope) -> String {
    guard tellsLines, let qualifier = scope.qualifier else { return "NULL" }
    return "\(qualifier).\(terms.line)"
  }
}
