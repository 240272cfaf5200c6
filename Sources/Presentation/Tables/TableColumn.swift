/// A column of a text table.
package struct TableColumn: Equatable, Sendable {
  /// The alignment of the cells.
  package enum Alignment: Sendable {
    /// At the left, for text.
    case left
    /// At the right, for whole numbers and durations.
    case right
    /// At the decimal point, for measurements.
    case decimal
  }

  /// What becomes of a column where the table is too wide.
  package enum Fit: Sendable {
    /// It stays as it is.
    case whole
    /// Its cells are broken into lines, for running text.
    case wrapped
    /// It is left out, with a remark; the last of them first.
    case optional
  }

  /// The heading.
  package var title: String

  /// The alignment of the cells.
  package var alignment: Alignment

  /// What becomes of it where the table is too wide.
  package var fit: Fit

  /// Creates a column.
  package init(_ title: String, _ alignment: Alignment = .left, _ fit: Fit = .whole) {
    self.title = title
    self.alignment = alignment
    self.fit = fit
  }
}
