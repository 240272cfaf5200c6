/// A share with its Monte Carlo error.
struct Share: Sendable {
  let count: Int
  let total: Int

  init(count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// How many of the elements have a property.
  init<Element>(of elements: [Element], where isCounted: (Element) -> Bool) {
    self.init(count: elements.count(where: isCounted), of: elements.count)
  }

  var value: Double { total > 0 ? Double(count) / Double(total) : 0 }

  /// The standard error of `value`, never quite zero.
  var error: Double {
    guard total > 0 else { return 0 }
    let p = (Double(count) + 1) / (Double(total) + 2)
    return (p * (1 - p) / Double(total)).squareRoot()
  }

  /// In per cent, with its error.
  var text: String { "\(percent(value)) ± \(percent(error))" }
}

/// Per cent with one decimal.
func percent(_ value: Double) -> String {
  let tenths = Int((value * 1000).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
