import Testing

@testable import Correlator

/// Every floating-point number inside `value`, however deep, with its path.
func numbers(in value: Any, path: String = "") -> [(path: String, value: Double)] {
  if let number = value as? Double { return [(path, number)] }
  return Mirror(reflecting: value).children.enumerated().flatMap { index, child in
    numbers(in: child.value, path: "\(path).\(child.label ?? String(index))")
  }
}

/// Expects two results to agree in every number, except for those that
/// `isExpected` judges by itself.
func expectSame(
  _ a: Any, _ b: Any, tolerance: Double = 1e-9, scaling: (String) -> Double = { _ in 1 },
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let (a, b) = (numbers(in: a), numbers(in: b))
  #expect(a.map(\.path) == b.map(\.path), sourceLocation: sourceLocation)
  for (x, y) in zip(a, b) {
    let scale = scaling(x.path)
    expectClose(
      y.value * scale, x.value, x.path, tolerance: tolerance * max(1, scale),
      sourceLocation: sourceLocation)
  }
}
