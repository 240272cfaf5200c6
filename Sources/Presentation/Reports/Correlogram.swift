package import Correlator
internal import WrittenValues

/// Estimates with their intervals as bars around a common zero.
///
/// The position of a mark shows its value, so nothing is lost without colour.
package struct Correlogram {
  /// The characters to draw with.
  package struct Pen: Sendable {
    package let interval: Character
    package let estimate: Character
    package let zero: Character
    package let zeroInInterval: Character

    /// For terminals that show Unicode.
    package static let lines = Pen(interval: "─", estimate: "●", zero: "│", zeroInInterval: "┼")
    /// For all others.
    package static let ascii = Pen(interval: "-", estimate: "o", zero: "|", zeroInInterval: "+")
  }

  /// The value at either end of the scale.
  package let limit: Double
  private let pen: Pen

  /// Half of the columns; zero is between the halves.
  private static let half = 10

  /// The width of a bar, in columns.
  package static let width = 2 * half + 1

  /// Creates a scale that contains every interval.
  package init(_ intervals: [Interval], pen: Pen) {
    self.pen = pen
    let largest = intervals.map { max(abs($0.lower), abs($0.upper)) }.max() ?? 1
    let steps = [0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10, 20, 50, 100]
    limit = steps.first { $0 >= largest } ?? largest
  }

  /// The scale's ends and its zero, such as `-0.5      0      +0.5`.
  package var axis: String {
    let decimals = limit < 1 ? 1 : 0
    let (left, right) = (NumberText.signed(-limit, decimals), NumberText.signed(limit, decimals))
    // Numbers beyond any rating may be longer than their half.
    let before = String(repeating: " ", count: max(1, Self.half - left.count))
    let after = String(repeating: " ", count: max(1, Self.half - right.count))
    return left + before + "0" + after + right
  }

  /// One bar; blank without an interval.
  package func bar(_ estimate: Double?, _ interval: Interval?) -> String {
    guard let estimate, let interval else { return "" }
    var cells = [Character](repeating: " ", count: Self.width)
    let (first, last) = (column(interval.lower), column(interval.upper))
    for index in first...max(first, last) { cells[index] = pen.interval }
    cells[Self.half] =
      (first...max(first, last)).contains(Self.half) ? pen.zeroInInterval : pen.zero
    cells[column(estimate)] = pen.estimate
    return String(cells)
  }

  private func column(_ value: Double) -> Int {
    let place = (value / limit * Double(Self.half)).rounded()
    return Self.half + Int(max(-Double(Self.half), min(Double(Self.half), place)))
  }
}
