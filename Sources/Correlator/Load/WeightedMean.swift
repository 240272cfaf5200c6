/// An exponentially weighted mean, updated one value at a time.
///
/// ```text
/// E₀ = x₀,  Eₜ = λ xₜ + (1 − λ) Eₜ₋₁,  λ = 2/(N + 1)
/// ```
public struct WeightedMean: Equatable, Sendable {
  /// The mean of the values so far; `nil` before the first.
  public private(set) var value: Double?

  private let days: Double

  /// Creates a mean without values.
  ///
  /// - Parameter days: *N*, above 0: the larger, the longer a value counts.
  public init(days: Double) {
    self.days = days
  }

  /// Takes the next value.
  public mutating func add(_ next: Double) {
    value = value.map { $0 + (next - $0) * 2 / (days + 1) } ?? next
  }
}
