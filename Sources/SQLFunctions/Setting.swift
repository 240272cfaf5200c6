/// The last argument, equal for all rows of a frame.
struct Setting {
  private let parameter: Statistic.Parameter?
  private var isRead = false
  /// `nil` for NULL; 0 if the statistic has no parameter.
  private(set) var value: Double?

  init(_ parameter: Statistic.Parameter?) {
    self.parameter = parameter
    value = parameter == nil ? 0 : nil
  }

  /// Reads it from argument `index` of a row.
  mutating func read(_ row: borrowing Arguments, at index: Int) throws(FunctionError) {
    guard let parameter else { return }
    let next = try row.number(index)
    guard !isRead else {
      guard next == value else {
        throw .refused("\(parameter.name) must be the same in all rows")
      }
      return
    }
    if let next, !parameter.isAllowed(next) {
      throw .refused("\(parameter.name) must be \(parameter.domain)")
    }
    (isRead, value) = (true, next)
  }
}
