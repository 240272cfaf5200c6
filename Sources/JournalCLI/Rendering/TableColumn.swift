/// A column of a table for people.
struct TableColumn: Equatable, Sendable {
  /// Where the cells of a column line up.
  enum Alignment: Sendable {
    /// At the left, for text; may be shortened to fit the terminal.
    case left
    /// At the right, for whole numbers and durations.
    case right
    /// At the decimal point, for measurements.
    case decimal
  }

  /// The heading.
  var title: String

  /// Where the cells line up.
  var alignment: Alignment

  /// Creates a column.
  init(_ title: String, _ alignment: Alignment = .left) {
    self.title = title
    self.alignment = alignment
  }
}
