internal import WrittenValues

extension NumberText {
  /// A probability as tables show it, such as `0.016` or `<0.001`.
  static func probability(_ p: Double) -> String {
    p < 0.001 ? "<0.001" : fixed(p, p < 0.1 ? 3 : 2)
  }

  /// The field of a CSV file, `nil` if unknown.
  static func field(_ value: Double?) -> String? { value.map { shortest($0) } }
}
