import WrittenValues
package import JournalModel

extension DistanceUnit {
  /// A distance such as `8.2 km`.
  ///
  /// - Parameters:
  ///   - metres: The distance; `nil` if it is unknown.
  ///   - decimals: The number of decimals.
  /// - Returns: The text, or ``NumberText/unknown``.
  package func text(_ metres: Double?, decimals: Int = 1) -> String {
    guard let metres else { return NumberText.unknown }
    return "\(NumberText.fixed(metres / self.metres, decimals)) \(rawValue)"
  }
}
