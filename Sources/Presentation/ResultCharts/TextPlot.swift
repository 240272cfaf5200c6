import WrittenValues

/// A line or scatter chart in text: a panel for each series, above a common axis.
///
/// Each series has a scale of its own, since kilometres and pain share none, and a
/// title instead of a colour.
struct TextPlot {
  let data: ChartData
  let isLine: Bool
  let pen: TextPen

  /// The lines, each with a line feed.
  var text: String {
    let rows = [12, 9, 7][min(data.series.count, 3) - 1]
    let scales = data.series.map { Scale(heights: $0.values, steps: max(2, rows / 3)) }
    let labels = scales.map { scale in scale.ticks.map { pen.label(scale.label($0)) } }
    let gutter = labels.joined().map { DisplayText.width($0) }.max() ?? 0
    let columns = max(10, pen.width - gutter - 1)
    let axis = ChartAxis(data.positions, steps: max(2, columns / 12))
    var text = ""
    for (index, series) in data.series.enumerated() {
      text += pen.style.heading(DisplayText.visible("\(series.name) by \(data.name)")) + "\n"
      let cells =
        isLine
        ? line(series, scales[index], axis, columns, rows)
        : marks(series, scales[index], axis, columns, rows)
      let ticks = zip(scales[index].ticks, labels[index]).reduce(into: [Int: String]()) {
        // The ticks ascend, and so the lowest of a row stays.
        $0[row(of: $1.0, scales[index], rows)] = $0[row(of: $1.0, scales[index], rows)] ?? $1.1
      }
      for row in 0..<rows {
        let wall = ticks[row] == nil ? pen.axes.wall : pen.axes.tick
        let head = TextPen.right(ticks[row] ?? "", gutter) + wall
        text += Paragraph.trimmed(head + cells[row]) + "\n"
      }
      text += floor(axis, gutter, columns)
    }
    let marks = axis.marks(left: Double(gutter + 1), width: Double(columns), letter: 1)
    text += pen.line(marks.compactMap { $0.label.map { ($0.text, Int($0.start)) } }) + "\n"
    return text + pen.remarks((isLine ? [] : [legend].compactMap(\.self)) + data.remarks)
  }

  private func floor(_ axis: ChartAxis, _ gutter: Int, _ columns: Int) -> String {
    var floor = Array(repeating: pen.axes.floor, count: columns)
    for mark in axis.marks(left: 0, width: Double(columns), letter: 1) {
      floor[min(columns - 1, max(0, Int(mark.place)))] = pen.axes.mark
    }
    return TextPen.right("", gutter) + pen.axes.corner + String(floor) + "\n"
  }

  private func row(of value: Double, _ scale: Scale, _ rows: Int) -> Int {
    Int(((1 - scale.place(value)) * Double(rows - 1)).rounded())
  }

  /// A line through every value: where several share a column of dots, it is as tall
  /// as they differ, so no extreme is lost.
  private func line(
    _ series: ChartData.Series, _ scale: Scale, _ axis: ChartAxis, _ columns: Int, _ rows: Int
  ) -> [String] {
    var canvas = DotCanvas(columns: columns, rows: rows, showsUnicode: pen.showsUnicode)
    var before: (x: Int, y: Int)?
    for (place, value) in zip(data.positions.places, series.values) {
      guard !value.isNaN else {
        before = nil
        continue
      }
      let dot = (
        x: min(canvas.width - 1, Int(axis.share(place) * Double(canvas.width))),
        y: Int(((1 - scale.place(value)) * Double(canvas.height - 1)).rounded())
      )
      canvas.line(before ?? dot, dot)
      before = dot
    }
    return (0..<rows).map { canvas.row($0) }
  }

  // MARK: - Marks

  /// The marks of a cell with few, more and many values.
  private var signs: [Character] { pen.showsUnicode ? ["·", "•", "●"] : [".", "o", "@"] }

  /// The fewest values of each mark.
  private static let counts = [1, 2, 5]

  private func marks(
    _ series: ChartData.Series, _ scale: Scale, _ axis: ChartAxis, _ columns: Int, _ rows: Int
  ) -> [String] {
    counts(series, scale, axis, columns, rows).map { row in
      String(
        row.map { count in
          Self.counts.lastIndex { $0 <= count }.map { signs[$0] } ?? " "
        })
    }
  }

  private func counts(
    _ series: ChartData.Series, _ scale: Scale, _ axis: ChartAxis, _ columns: Int, _ rows: Int
  ) -> [[Int]] {
    var counts = Array(repeating: Array(repeating: 0, count: columns), count: rows)
    for (place, value) in zip(data.positions.places, series.values) where !value.isNaN {
      let column = min(columns - 1, Int(axis.share(place) * Double(columns)))
      counts[row(of: value, scale, rows)][column] += 1
    }
    return counts
  }

  private var legend: String? {
    data.positions.places.count > 1
      ? "\(signs[0]) 1 row  \(signs[1]) 2 to 4  \(signs[2]) 5 or more" : nil
  }
}
