import CivilDay

/// The course of pain: its mean and its worst, above running and above lanes for what
/// happened meanwhile.
///
/// An unknown value is a gap. Nothing depends on colour alone: the mean has round marks,
/// the worst is the end of a stem, running is bars, and each lane has its name.
struct CourseChart {
  /// One week or month.
  struct Point {
    /// Its days.
    let days: ClosedRange<Day>
    /// Its mean pain from 0 to 10, or `nil` without a rating.
    let mean: Double?
    /// Its worst pain, or `nil` without a rating.
    let worst: Int?
    /// Its load, at least 0, or `nil` if unknown.
    let load: Double?
  }

  /// A row below the pain.
  struct Lane {
    /// Its name.
    let name: String
    /// The days to mark.
    let spans: [ClosedRange<Day>]
    /// Whether to shade the pain above as well.
    var shadesPain = false
  }

  /// The points, oldest first.
  let points: [Point]
  /// The rows, from the top.
  let lanes: [Lane]
  /// The title of the axis of load.
  let loadName: String

  private static let (left, right, top, bottom) = (74.0, 8.0, 24.0, 20.0)
  private static let (painHeight, gap, loadHeight, laneHeight) = (104.0, 30.0, 36.0, 15.0)

  /// The chart as an `svg` element, as ``TimeChart/svg(id:title:description:width:)``.
  func svg(id: String, title: String, description: String, width: Double) -> String {
    let lanesTop = Self.top + Self.painHeight + Self.gap + Self.loadHeight + 6
    let base = lanesTop + Double(lanes.count) * Self.laneHeight
    var drawing = Drawing(width: width, height: base + Self.bottom)
    guard let first = points.first?.days.lowerBound, let last = points.last?.days.upperBound else {
      return drawing.svg(id: id, title: title, description: description)
    }
    let axis = TimeAxis(
      days: first...last, left: Self.left, width: width - Self.left - Self.right)
    for (row, lane) in lanes.enumerated() {
      draw(lane, at: lanesTop + Double(row) * Self.laneHeight, axis, &drawing)
    }
    let painBase = Self.top + Self.painHeight
    let pain = Scale(holding: 0...10, steps: 5)
    rule(pain, from: painBase, height: Self.painHeight, width, &drawing)
    drawing.text(2, 11, "leg pain, 0–10:")
    drawing.dot(98, 7, 3, "pain")
    drawing.text(105, 11, "mean")
    stem(at: 150, from: 12, to: 3, &drawing)
    drawing.text(158, 11, "up to the worst")
    let load = Scale(holding: 0...max(points.compactMap(\.load).max() ?? 0, 1), steps: 2)
    let loadBase = painBase + Self.gap + Self.loadHeight
    rule(load, from: loadBase, height: Self.loadHeight, width, &drawing)
    drawing.text(2, loadBase - Self.loadHeight - 7, loadName)
    for point in points {
      guard let value = point.load else { continue }
      let wide = Double(point.days.count) * axis.dayWidth
      let inset = wide > 6 ? 1.5 : 0
      let height = load.place(value) * Self.loadHeight
      drawing.box(
        axis.place(point.days.lowerBound) + inset, loadBase - height, wide - 2 * inset, height,
        "load")
    }
    draw(pain, painBase, axis, &drawing)
    drawing.line(Self.left, base, width - Self.right, base, "axis")
    axis.draw(at: base, &drawing)
    return drawing.svg(id: id, title: title, description: description)
  }

  private func rule(
    _ scale: Scale, from base: Double, height: Double, _ width: Double, _ drawing: inout Drawing
  ) {
    for tick in scale.ticks {
      let y = base - scale.place(tick) * height
      let isBase = tick == scale.ticks.first
      drawing.line(Self.left, y, width - Self.right, y, isBase ? "axis" : "grid")
      drawing.text(Self.left - 5, y + 4, scale.label(tick), .end)
    }
  }

  private func draw(_ lane: Lane, at top: Double, _ axis: TimeAxis, _ drawing: inout Drawing) {
    drawing.text(Self.left - 5, top + 11, lane.name, .end)
    drawing.line(
      Self.left, top + Self.laneHeight / 2, drawing.width - Self.right,
      top + Self.laneHeight / 2, "grid")
    for span in lane.spans where span.overlaps(axis.days) {
      let days = span.clamped(to: axis.days)
      let (x, wide) = (axis.place(days.lowerBound), Double(days.count) * axis.dayWidth)
      if lane.shadesPain { drawing.box(x, Self.top, wide, Self.painHeight, "flare") }
      // So that a single day of years can be seen.
      drawing.box(x, top + 4, max(wide, 1.5), Self.laneHeight - 7, "mark")
    }
  }

  /// A stem from the mean to the worst.
  private func stem(at x: Double, from y: Double, to top: Double, _ drawing: inout Drawing) {
    drawing.line(x, y, x, top, "pain-line")
    drawing.line(x - 3, top, x + 3, top, "pain-line")
  }

  /// The mean as a line, broken where it is unknown, with stems up to the worst.
  private func draw(
    _ scale: Scale, _ base: Double, _ axis: TimeAxis, _ drawing: inout Drawing
  ) {
    var known: [(x: Double, y: Double)] = []
    func finish(_ drawing: inout Drawing) {
      if known.count > 1 { drawing.path(known, "pain-line") }
      let spacing = axis.dayWidth * 7
      for point in known { drawing.dot(point.x, point.y, spacing >= 8 ? 3 : 1.6, "pain") }
      known = []
    }
    for point in points {
      guard let mean = point.mean else {
        finish(&drawing)
        continue
      }
      let x = axis.place(point.days.lowerBound) + Double(point.days.count) * axis.dayWidth / 2
      let y = base - scale.place(mean) * Self.painHeight
      if let worst = point.worst {
        stem(at: x, from: y, to: base - scale.place(Double(worst)) * Self.painHeight, &drawing)
      }
      known.append((x, y))
    }
    finish(&drawing)
  }
}
