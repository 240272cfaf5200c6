import WrittenValues

/// A bar chart: a panel for each series, with a bar for each row and its name before.
struct BarChart {
  let data: ChartData

  /// The most bars of a panel.
  static let mostBars = 100

  /// Reads the columns of a bar chart.
  static func data(_ columns: [ChartColumn]) throws(ChartProblem) -> ChartData {
    let data = try ChartData(columns, isSorted: false)
    guard data.positions.places.count <= mostBars else {
      throw .tooManyBars(data.positions.places.count, most: mostBars)
    }
    return data
  }

  /// The values at the ends of the bars, and zero.
  static func range(of series: ChartData.Series) -> ClosedRange<Double> {
    let known = series.values.filter { !$0.isNaN }
    let (least, most) = (min(0, known.min() ?? 0), max(0, known.max() ?? 0))
    return least...(most > least ? most : least + 1)
  }

  private static let (title, height, gap, bottom) = (24.0, 18.0, 14.0, 6.0)

  /// The picture.
  func drawing(width: Double) -> Drawing {
    let letter = TimeAxis.wideLetter
    let labels = data.positions.labels.map(DisplayText.visible)
    let longest = Double(labels.map { DisplayText.width($0) }.max() ?? 0) * letter
    // Names that are longer than the bars may be have a line to themselves.
    let standsAbove = longest > width / 2
    let left = standsAbove ? 8 : longest + 8
    let row = standsAbove ? 2 * Self.height - 2 : Self.height
    let panel = Self.title + Double(labels.count) * row + Self.gap
    var drawing = Drawing(
      width: width, height: Double(data.series.count) * panel - Self.gap + Self.bottom)
    for (index, series) in data.series.enumerated() {
      let top = Double(index) * panel
      drawing.text(2, top + 14, "\(series.name) by \(data.name)")
      let range = Self.range(of: series)
      let values = series.values.map { $0.isNaN ? "" : figure($0) }
      let room = Double(values.map(\.count).max() ?? 0) * letter + 6
      let scale = max(20, width - left - 8 - room) / (range.upperBound - range.lowerBound)
      let zero = left - range.lowerBound * scale
      for (bar, value) in series.values.enumerated() {
        let y = top + Self.title + Double(bar) * row
        if standsAbove {
          drawing.text(2, y + 12, labels[bar])
        } else {
          drawing.text(left - 6, y + 13, labels[bar], .end)
        }
        guard !value.isNaN else { continue }
        let (start, end) = (zero + min(0, value) * scale, zero + max(0, value) * scale)
        let base = standsAbove ? y + Self.height - 2 : y
        drawing.box(start, base + 3, end - start, Self.height - 6, "load")
        drawing.text(end + 4, base + 13, values[bar])
      }
      drawing.line(
        zero, top + Self.title, zero, top + Self.title + Double(labels.count) * row, "axis")
    }
    return drawing
  }
}

/// A bar chart in text.
struct TextBars {
  let data: ChartData
  let pen: TextPen

  /// The lines, each with a line feed.
  var text: String {
    data.series.map(panel).joined(separator: "\n") + pen.remarks(data.remarks)
  }

  private func panel(_ series: ChartData.Series) -> String {
    let labels = data.positions.labels.map(DisplayText.visible)
    let longest = labels.map { DisplayText.width($0) }.max() ?? 0
    // No name is cut: one that leaves no room for bars has a line to itself.
    let standsAbove = longest > pen.width / 2
    let indent = standsAbove ? 2 : longest + 2
    let values = series.values.map { $0.isNaN ? "" : pen.label(figure($0)) }
    let room = max(8, pen.width - indent - 1 - (values.map(\.count).max() ?? 0))
    let range = BarChart.range(of: series)
    var text = pen.style.heading(DisplayText.visible("\(series.name) by \(data.name)")) + "\n"
    for (index, value) in series.values.enumerated() {
      let head = standsAbove ? "\(labels[index])\n  " : TextPen.left(labels[index], indent)
      let bar = value.isNaN ? "" : "\(self.bar(value, range, room)) \(values[index])"
      text += Paragraph.trimmed(head + bar) + "\n"
    }
    return text
  }

  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar from zero to `value`, to an eighth of a cell where it points right.
  private func bar(_ value: Double, _ range: ClosedRange<Double>, _ room: Int) -> String {
    let cell = (range.upperBound - range.lowerBound) / Double(room)
    let zero = Int((-range.lowerBound / cell).rounded())
    let block: Character = pen.showsUnicode ? "█" : "#"
    guard value >= 0 else {
      let length = min(zero, max(1, Int((-value / cell).rounded())))
      return String(repeating: " ", count: zero - length) + String(repeating: block, count: length)
    }
    let length = min(value / cell, Double(room - zero))
    let start = String(repeating: " ", count: zero)
    guard pen.showsUnicode else {
      return start + String(repeating: block, count: Int(length.rounded()))
    }
    let eighths = Int((length * 8).rounded())
    let rest = eighths % 8
    return start + String(repeating: block, count: eighths / 8)
      + (rest == 0 ? "" : String(Self.eighths[rest - 1]))
  }
}
