/// The days that a fit can use, and their outcomes.
struct UsedRows: ~Copyable {
  /// The number of days in use.
  private(set) var count = 0

  /// The number of days in use, by weekday.
  private(set) var counts = [Int](repeating: 0, count: 7)

  /// Σ (X − mean X)² over the days in use.
  private(set) var variation = 0.0

  /// Whether regressor and outcome each have two different values.
  private(set) var bothVary = false

  /// 1 in the slots in use, 0 in the others.
  let weight: Buffer

  /// The outcome less `mean` in the slots in use, 0 in the others.
  let outcome: Buffer

  /// Slots with a day that are in use, and those that are not, each by weekday.
  private(set) var used: [Int32]
  private(set) var unused: [Int32]
  private(set) var usedOfWeekday = [Range<Int>](repeating: 0..<0, count: 7)
  private(set) var unusedOfWeekday = [Range<Int>](repeating: 0..<0, count: 7)

  init(_ design: borrowing ControlledDesign) {
    weight = Buffer(count: design.stride)
    outcome = Buffer(count: design.stride)
    used = [Int32](repeating: 0, count: design.stride + 1)
    unused = used
  }

  /// Looks up the outcome `lag` days after each day; `values` ends with NaN.
  mutating func load(
    _ design: borrowing ControlledDesign, outcome values: [Double], mean: Double, lag: Int
  ) {
    let last = values.count - 1
    var (usedCount, unusedCount) = (0, 0)
    var sum = 0.0
    var sumOfSquares = 0.0
    var (lowX, highX) = (Double.infinity, -Double.infinity)
    var (lowY, highY) = (Double.infinity, -Double.infinity)
    let centre = design.weekdays.lazy.filter { !$0.isEmpty }.first.map {
      design.regressor[$0.lowerBound]
    }
    for (weekday, slots) in design.weekdays.enumerated() {
      let (firstUsed, firstUnused) = (usedCount, unusedCount)
      for slot in slots {
        let value = values[min(Int(design.days[slot]) + lag, last)]
        let isKnown = value == value
        weight[slot] = isKnown ? 1 : 0
        outcome[slot] = isKnown ? value - mean : 0
        used[usedCount] = Int32(slot)
        unused[unusedCount] = Int32(slot)
        usedCount += isKnown ? 1 : 0
        unusedCount += isKnown ? 0 : 1
        let x = design.regressor[slot]
        let shifted = isKnown ? x - (centre ?? 0) : 0
        sum += shifted
        sumOfSquares += shifted * shifted
        lowX = isKnown ? min(lowX, x) : lowX
        highX = isKnown ? max(highX, x) : highX
        lowY = isKnown ? min(lowY, value) : lowY
        highY = isKnown ? max(highY, value) : highY
      }
      usedOfWeekday[weekday] = firstUsed..<usedCount
      unusedOfWeekday[weekday] = firstUnused..<unusedCount
      counts[weekday] = usedCount - firstUsed
    }
    count = usedCount
    variation = sumOfSquares - sum * sum / Double(max(count, 1))
    bothVary = lowX < highX && lowY < highY
  }
}
