/// The size of a terminal.
package struct TerminalSize: Equatable {
  /// Characters in a row.
  package var columns: Int
  /// Rows.
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

extension TerminalSize {
  /// The size of the terminal behind `descriptor`, or `nil` if it is not one; 80
  /// by 24 if unknown.
  package init?(of descriptor: Int32) {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    let isTold = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    columns = isTold && size.ws_col > 0 ? Int(size.ws_col) : 80
    rows = isTold && size.ws_row > 0 ? Int(size.ws_row) : 24
  }
}
