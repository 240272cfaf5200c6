import WrittenValues

/// A heat map in text.
struct TextHeat {
  let map: HeatMap
  let pen: TextPen

  /// The characters of the shades, from the lightest.
  private var shades: [Character] {
    pen.showsUnicode ? ["·", "░", "▒", "▓", "█"] : [".", ":", "+", "%", "@"]
  }

  private func shade(_ level: Int) -> Character {
    // The darkest is always the last one.
    shades[shades.count - map.levels.count + level]
  }

  /// The lines, each with a line feed.
  ///
  /// - Throws: ``ChartProblem/tooManyCells(_:most:)`` if a row does not fit the width.
  var text: String {
    get throws(ChartProblem) {
      let gutter = (map.blocks.flatMap(\.rows).map { DisplayText.width($0) }.max() ?? 0) + 1
      let columns = map.blocks.map(\.columns.count).max() ?? 1
      let room = pen.width - gutter
      guard columns <= room else { throw .tooManyCells(columns, most: max(0, room)) }
      let longest = map.blocks.flatMap(\.columns).map { DisplayText.width($0) }.max() ?? 1
      let cell = max(1, min(map.isCalendar ? 2 : max(3, longest + 1), room / columns))
      var text = pen.style.heading(DisplayText.visible(map.title)) + "\n"
      for block in map.blocks { text += lines(of: block, gutter, cell) }
      let legend = (0..<map.levels.count).map { level in
        "\(String(repeating: shade(level), count: 2)) \(pen.label(map.levels.label(level)))"
      }
      return text + pen.remarks([legend.joined(separator: "  ") + "  blank: unknown"])
    }
  }

  private func lines(of block: HeatMap.Block, _ gutter: Int, _ cell: Int) -> String {
    var (labels, free) = ([(text: String, start: Int)](), 0)
    for (index, label) in block.columns.enumerated() where !label.isEmpty {
      let start = gutter + index * cell
      let end = start + DisplayText.width(label)
      guard start >= free, end <= pen.width else { continue }
      labels.append((label, start))
      free = end + 1
    }
    if DisplayText.width(block.title) < gutter, !block.title.isEmpty {
      labels.insert((block.title, 0), at: 0)
    }
    var text = pen.line(labels) + "\n"
    if DisplayText.width(block.title) >= gutter { text = "\(block.title)\n" + text }
    for (name, values) in zip(block.rows, block.values) {
      // Cells of a table stand apart where there is room.
      let gap = map.isCalendar || cell < 3 ? 0 : 1
      let cells = values.map { value in
        String(
          repeating: value.isNaN ? " " : shade(map.levels.level(value)), count: cell - gap)
          + String(repeating: " ", count: gap)
      }
      text += Paragraph.trimmed(TextPen.left(name, gutter) + cells.joined()) + "\n"
    }
    return text
  }
}

/// A heat map as a picture.
struct HeatDrawing {
  let map: HeatMap

  /// The most columns or rows.
  static let mostCells = 200

  private static let (title, labels, gap, legend) = (22.0, 18.0, 10.0, 26.0)

  func drawing(width: Double) -> Drawing {
    let names = map.blocks.flatMap { $0.rows + [$0.title] }
    let gutter = Double(names.map { DisplayText.width($0) }.max() ?? 0) * TimeAxis.wideLetter + 8
    let columns = map.blocks.map(\.columns.count).max() ?? 1
    let cell = min(map.isCalendar ? 16 : 60, (width - gutter - 4) / Double(columns))
    let height = map.isCalendar ? cell : 20
    let blocks = map.blocks.map {
      Self.labels + Double($0.rows.count) * height + Self.gap
    }
    var drawing = Drawing(
      width: width, height: Self.title + blocks.reduce(0, +) + Self.legend)
    drawing.text(2, 14, map.title)
    var top = Self.title
    for (block, size) in zip(map.blocks, blocks) {
      draw(block, at: top, gutter, cell, height, &drawing)
      top += size
    }
    drawLegend(at: top, &drawing)
    return drawing
  }

  private func draw(
    _ block: HeatMap.Block, at top: Double, _ gutter: Double, _ cell: Double, _ height: Double,
    _ drawing: inout Drawing
  ) {
    if !block.title.isEmpty { drawing.text(2, top + 13, block.title) }
    var free = gutter
    for (index, label) in block.columns.enumerated() where !label.isEmpty {
      let start = gutter + Double(index) * cell
      let size = Double(DisplayText.width(label)) * TimeAxis.wideLetter
      guard start >= free, start + size <= drawing.width else { continue }
      drawing.text(start, top + 13, label)
      free = start + size
    }
    // Where a row is lower than a letter, every other row has its name.
    let every = Int((11 / height).rounded(.up))
    for (row, name) in block.rows.enumerated() {
      let y = top + Self.labels + Double(row) * height
      if row % every == 0 { drawing.text(gutter - 6, y + height / 2 + 4, name, .end) }
      for (column, value) in block.values[row].enumerated() where !value.isNaN {
        let inset = cell > 4 ? 1.0 : 0
        drawing.box(
          gutter + Double(column) * cell, y, cell - inset, height - inset, "load",
          opacity: opacity(map.levels.level(value)))
      }
    }
  }

  private func opacity(_ level: Int) -> Double {
    0.12 + 0.88 * (map.levels.count > 1 ? Double(level) / Double(map.levels.count - 1) : 1)
  }

  private func drawLegend(at top: Double, _ drawing: inout Drawing) {
    var x = 2.0
    for level in 0..<map.levels.count {
      let label = map.levels.label(level)
      drawing.box(x, top + 4, 12, 12, "load", opacity: opacity(level))
      drawing.text(x + 16, top + 14, label)
      x += 16 + Double(label.count) * TimeAxis.wideLetter + 8
    }
  }
}
