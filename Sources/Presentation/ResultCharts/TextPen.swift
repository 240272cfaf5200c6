import WrittenValues

/// How charts in text are drawn.
struct TextPen {
  /// The cells of a line.
  let width: Int
  /// Whether there may be characters beyond ASCII.
  let showsUnicode: Bool
  let style: TextStyle

  /// The characters of the axes: a wall, a wall with a tick, a corner, the floor, and the
  /// floor with a tick.
  var axes: (wall: String, tick: String, corner: String, floor: Character, mark: Character) {
    showsUnicode ? ("│", "┤", "└", "─", "┴") : ("|", "+", "+", "-", "+")
  }

  /// A number or a name of ours, in the characters of the terminal.
  func label(_ text: String) -> String {
    showsUnicode ? text : String(text.map { $0 == "\u{2212}" || $0 == "–" ? "-" : $0 })
  }

  /// `text` with spaces before it.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayText.width(text))) + text
  }

  /// `text` with spaces after it.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayText.width(text)))
  }

  /// A line of labels at their places, without the spaces at its end.
  func line(_ labels: [(text: String, start: Int)]) -> String {
    labels.reduce(into: "") { line, item in line = Self.left(line, item.start) + label(item.text) }
  }

  /// Remarks below a chart.
  func remarks(_ texts: [String]) -> String {
    texts.map { style.hint(TextLayout(width: width).wrapped($0)) + "\n" }.joined()
  }
}

/// Dots on a raster finer than the cells of a terminal.
struct DotCanvas {
  /// The dots across.
  let width: Int
  /// The dots down.
  let height: Int
  private let columns: Int
  private let showsUnicode: Bool
  private var cells: [UInt8]

  /// Creates an empty canvas of cells.
  ///
  /// - Parameters:
  ///   - columns: The cells across.
  ///   - rows: The cells down.
  ///   - showsUnicode: Whether a cell is a Braille pattern of two by four dots;
  ///     otherwise it has one above another.
  init(columns: Int, rows: Int, showsUnicode: Bool) {
    (self.columns, self.showsUnicode) = (columns, showsUnicode)
    (width, height) = showsUnicode ? (2 * columns, 4 * rows) : (columns, 2 * rows)
    cells = Array(repeating: 0, count: columns * rows)
  }

  /// The dots of a Braille pattern, by row and column, as bits.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Draws a dot, if it is on the canvas.
  mutating func dot(_ x: Int, _ y: Int) {
    guard 0..<width ~= x, 0..<height ~= y else { return }
    if showsUnicode {
      cells[y / 4 * columns + x / 2] |= Self.bits[y % 4][x % 2]
    } else {
      cells[y / 2 * columns + x] |= y % 2 == 0 ? 1 : 2
    }
  }

  /// Draws a straight line between two dots.
  mutating func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int)) {
    let steps = max(abs(to.x - from.x), abs(to.y - from.y))
    guard steps > 0 else { return dot(from.x, from.y) }
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      dot(
        from.x + Int((share * Double(to.x - from.x)).rounded()),
        from.y + Int((share * Double(to.y - from.y)).rounded()))
    }
  }

  /// The characters of a row of cells.
  func row(_ row: Int) -> String {
    var text = ""
    for cell in cells[row * columns..<(row + 1) * columns] {
      if showsUnicode {
        text.unicodeScalars.append(
          cell == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(cell)) ?? " ")
      } else {
        text.append([" ", "'", ".", ":"][Int(cell)])
      }
    }
    return text
  }
}
