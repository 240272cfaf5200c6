/// The days usable for a fit, and their outcomes.
struct UsedRows: ~Copyable {
  /// The number of days in use.
  private(set) var count = 0

  /// The number of days in use, by weekday.
  private(set) var counts = [Int](repeating: 0, count: 7)

  /// Σ (X − mean X)² over the days in use, and the same for the outcome.
  private(set) var variation = (regressor: 0.0, outcome: 0.0)

  /// Whether regressor and outcome each vary.
  private(set) var bothVary = false

  /// 1 in used slots, 0 in the others.
  let weight: Buffer

  /// The outcome minus its mean in used slots, 0 in the others.
  let outcome: Buffer

  /// The unused slots with a day, by weekday.
  private(set) var unused: [Int32]
  private(set) var unusedOfWeekday = [Range<Int>](repeating: 0..<0, count: 7)

  init(_ design: borrowing ControlledDesign) {
    weight = Buffer(count: design.stride)
    outcome = Buffer(count: design.stride)
    unused = [Int32](repeating: 0, count: design.stride + 1)
  }

  /// Looks up the outcome `lag` days after each day; `values` ends with NaN.
  mutating func load(
    _ design: borrowing ControlledDesign, outcome values: [Double], lag: Int
  ) {
    let last = values.count - 1
    let mean = Self.mean(values)
    var missing = 0
    for (weekday, slots) in design.weekdays.enumerated() {
      let first = missing
      for slot in slots {
        let value = values[min(Int(design.days[slot]) + lag, last)]
        let isKnown = value == value
        weight[slot] = isKnown ? 1 : 0
        outcome[slot] = isKnown ? value - mean : 0
        unused[missing] = Int32(slot)
        missing += isKnown ? 0 : 1
      }
      unusedOfWeekday[weekday] = first..<missing
      counts[weekday] = slots.count - (missing - first)
    }
    count = design.slots.count - missing
    let centre = design.slots.first.map { design.regressor[Int($0)] } ?? 0
    let (ofX, ofY) = moments(design.regressor, about: centre)
    variation = (ofX.variation, ofY.variation)
    bothVary = ofX.varies && ofY.varies
  }

  /// The mean of the known values, 0 without any.
  private static func mean(_ values: [Double]) -> Double {
    var (sum, known) = (0.0, 0.0)
    for value in values where value == value { (sum, known) = (sum + value, known + 1) }
    return sum / max(known, 1)
  }

  private struct Moments {
    var sum = SIMD4<Double>.zero
    var squares = SIMD4<Double>.zero
    var variation = 0.0

    /// Whether the squares differ from rounding.
    var varies: Bool { variation > 1e-12 * squares.sum() }

    mutating func add(_ values: SIMD4<Double>) {
      sum += values
      squares += values * values
    }

    mutating func finish(count: Int) {
      variation = squares.sum() - sum.sum() * sum.sum() / Double(max(count, 1))
    }
  }

  /// The moments of the regressor about `centre`, and of the outcome.
  private func moments(
    _ regressor: borrowing Buffer, about centre: Double
  ) -> (Moments, Moments) {
    var ofX = Moments()
    var ofY = Moments()
    for slot in stride(from: 0, to: weight.count, by: 4) {
      ofX.add((regressor.start.four(slot) - centre) * weight.start.four(slot))
      ofY.add(outcome.start.four(slot))
    }
    ofX.finish(count: count)
    ofY.finish(count: count)
    return (ofX, ofY)
  }
}
