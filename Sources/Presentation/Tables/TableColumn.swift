/// A column of a table for people.
package struct TableColumn: Equatable, Sendable {
  /// Where the cells of a column line up.
  package enum Alignment: Sendable {
    /// At the left, for text; may be shortened to fit the terminal.
    case left
    /// At the right, for whole numbers and durations.
    case right
    /// At the decimal point, for measurements.
    case decimal
  }

  /// The heading.
  package var title: String

  /// Where the cells line up.
  package var alignment: Alignment

  /// Creates a column.
  package init(_ title: String, _ alignment: Alignment = .left) {
    self.title = title
    self.alignment = alignment
  }
}
