import WrittenValues

/// A line or scatter chart as a picture: a panel for each series, above a common axis.
struct PlotDrawing {
  let data: ChartData
  let isLine: Bool

  private static let (right, title, gap, bottom) = (10.0, 24.0, 10.0, 24.0)

  func drawing(width: Double) -> Drawing {
    let height = [220.0, 150, 110][min(data.series.count, 3) - 1]
    let scales = data.series.map { Scale(heights: $0.values, steps: height > 120 ? 5 : 3) }
    let longest = scales.flatMap { scale in scale.ticks.map { scale.label($0).count } }.max() ?? 0
    let left = Double(longest) * TimeAxis.wideLetter + 8
    let inner = width - left - Self.right
    let axis = ChartAxis(data.positions, steps: max(2, Int(inner / 80)))
    let panel = Self.title + height + Self.gap
    var drawing = Drawing(
      width: width, height: Double(data.series.count) * panel - Self.gap + Self.bottom)
    for (index, series) in data.series.enumerated() {
      let top = Double(index) * panel + Self.title
      let (scale, base) = (scales[index], top + height)
      drawing.text(2, top - 9, "\(series.name) by \(data.name)")
      for tick in scale.ticks {
        let y = base - scale.place(tick) * height
        drawing.line(
          left, y, width - Self.right, y, tick == scale.ticks.first ? "axis" : "grid")
        drawing.text(left - 5, y + 4, scale.label(tick), .end)
      }
      let points = zip(data.positions.places, series.values).map { place, value in
        (x: left + axis.share(place) * inner, y: base - scale.place(value) * height)
      }
      if isLine {
        line(points, inner, &drawing)
      } else {
        for point in points where !point.y.isNaN {
          drawing.dot(point.x, point.y, 3, "load", opacity: points.count > 50 ? 0.4 : 0.8)
        }
      }
    }
    let base = drawing.height - Self.bottom
    for mark in axis.marks(left: left, width: inner, letter: TimeAxis.letter) {
      drawing.line(mark.place, base, mark.place, base + 4, "axis")
      if let label = mark.label { drawing.text(label.start, base + 16, label.text) }
    }
    return drawing
  }

  /// Draws a line, broken at unknown values; few points have round marks, and so have
  /// those between two gaps.
  private func line(
    _ points: [(x: Double, y: Double)], _ width: Double, _ drawing: inout Drawing
  ) {
    let showsMarks = Double(points.count) * 10 <= width
    for stretch in points.split(whereSeparator: { $0.y.isNaN }) {
      if stretch.count > 1 { drawing.path(Self.thinned(Array(stretch)), "pain-line") }
      guard showsMarks || stretch.count == 1 else { continue }
      for point in stretch { drawing.dot(point.x, point.y, showsMarks ? 3 : 1.2, "pain") }
    }
  }

  /// Keeps the first, the last, the highest and the lowest of the points that share a
  /// half of a pixel: the line looks the same.
  private static func thinned(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    var kept: [(x: Double, y: Double)] = []
    var start = 0
    while start < points.count {
      let column = Int(points[start].x * 2)
      var end = start
      while end < points.count, Int(points[end].x * 2) == column { end += 1 }
      let range = start..<end
      let extremes = [
        start, range.min { points[$0].y < points[$1].y }, range.max { points[$0].y < points[$1].y },
        end - 1,
      ].compactMap(\.self)
      kept += Set(extremes).sorted().map { points[$0] }
      start = end
    }
    return kept
  }
}
