/// A linear axis with ticks at round numbers.
public struct Scale: Equatable, Sendable {
  /// The values at the ends.
  public let range: ClosedRange<Double>
  /// Multiples of one, two or five times a power of ten, ascending.
  public let ticks: [Double]
  /// The decimals that distinguish neighbouring ticks.
  public let decimals: Int

  /// Creates an axis that contains `values`.
  ///
  /// - Parameters:
  ///   - values: The smallest and the largest value; the axis extends to the next
  ///     ticks.
  ///   - count: The approximate number of steps, at least 1.
  public init(holding values: ClosedRange<Double>, steps count: Int) {
    let width = values.upperBound - values.lowerBound
    let span = width > 0 && width.isFinite ? width : 1
    let rough = span / Double(max(1, count))
    var power = 1.0
    var digits = 0
    while power > rough, digits < 12 {
      power /= 10
      digits += 1
    }
    while power * 10 <= rough { power *= 10 }
    let step = [1.0, 2, 5, 10].first { $0 * power >= rough * (1 - 1e-9) } ?? 10
    let size = step * power
    let first = (values.lowerBound / size + 1e-9).rounded(.down)
    let last = max(first + 1, (values.upperBound / size - 1e-9).rounded(.up))
    ticks = (0...Int(min(last - first, 1000))).map { (first + Double($0)) * size }
    range = first * size...(ticks.last ?? first * size)
    decimals = size >= 1 ? 0 : step == 10 ? digits - 1 : digits
  }

  /// The position of `value`, from 0 to 1.
  public func place(_ value: Double) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// The label of a tick.
  public func label(_ tick: Double) -> String { Self.text(tick, decimals) }

  /// A number with a fixed number of decimals.
  static func text(_ value: Double, _ decimals: Int) -> String {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = (value * factor).rounded()
    guard abs(scaled) < 1e15 else { return "\(value)" }
    let whole = Int(abs(scaled))
    let sign = scaled < 0 ? "\u{2212}" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let fraction = "\(whole % Int(factor))"
    return "\(sign)\(whole / Int(factor))."
      + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
}
