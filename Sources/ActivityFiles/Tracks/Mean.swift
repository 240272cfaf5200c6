/// A mean and a maximum of values that come one by one.
struct Mean {
  private var sum = 0.0
  private var count = 0
  /// The largest value, or `nil` if there is none.
  private(set) var maximum: Double?

  /// The mean, or `nil` if there is no value.
  var value: Double? { count == 0 ? nil : sum / Double(count) }

  /// Adds a value.
  mutating func add(_ value: Double) {
    sum += value
    count += 1
    maximum = max(maximum ?? value, value)
  }
}
