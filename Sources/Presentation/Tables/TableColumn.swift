/// A column of a text table.
package struct TableColumn: Equatable, Sendable {
  /// The alignment of the cells.
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

  /// The alignment of the cells.
  package var alignment: Alignment

  /// Creates a column.
  package init(_ title: String, _ alignment: Alignment = .left) {
    self.title = title
    self.alignment = alignment
  }
}
