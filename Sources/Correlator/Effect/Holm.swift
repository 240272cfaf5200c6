/// Adjusts *p*-values so that the probability of any false claim stays that of a
/// single test.
///
/// The *i*-th smallest of *n* values is multiplied by *n* − *i* + 1, raised to at
/// least the previous one, and capped at 1.
///
/// - Parameter pValues: Numbers from 0 to 1.
/// - Returns: The adjusted values, in the order of `pValues`.
/// - Complexity: O(*n* log *n*).
///
/// Source: Holm 1979, *Scand. J. Statist.* 6:65.
public func holm(_ pValues: [Double]) -> [Double] {
  var adjusted = pValues
  var largest = 0.0
  for (rank, index) in pValues.indices.sorted(by: { pValues[$0] < pValues[$1] }).enumerated() {
    largest = max(largest, min(1, Double(pValues.count - rank) * pValues[index]))
    adjusted[index] = largest
  }
  return adjusted
}
