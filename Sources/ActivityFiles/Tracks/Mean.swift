/// A running mean and maximum.
struct Mean {
  private var sum = 0.0
  private var count = 0
  /// The largest value, or `nil` without values.
  private(set) var maximum: Double?

  /// The mean, or `nil` without values.
  var value: Double? { count == 0 ? nil : sum / Double(count) }

  /// Adds a value.
  mutating func add(_ value: Double) {
    sum += value
    count += 1
    maximum = max(maximum ?? value, value)
  }
}
