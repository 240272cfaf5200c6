/// Estimates with their intervals at whole numbers, such as lags, around a zero.
public struct IntervalChart: Sendable {
  /// One estimate.
  public struct Point: Sendable {
    /// Its position on the horizontal axis.
    public let position: Int
    /// Its value.
    public let estimate: Double
    /// Its interval, if it has one.
    public let interval: ClosedRange<Double>?

    /// Creates an estimate.
    public init(position: Int, estimate: Double, interval: ClosedRange<Double>?) {
      self.position = position
      self.estimate = estimate
      self.interval = interval
    }
  }

  /// The estimates with round marks.
  public let plain: [Point]
  /// The estimates with square marks.
  public let adjusted: [Point]
  /// The titles of the axes and of the two marks.
  public let names: (horizontal: String, vertical: String, plain: String, adjusted: String)

  /// Creates a chart.
  public init(
    plain: [Point], adjusted: [Point],
    names: (horizontal: String, vertical: String, plain: String, adjusted: String)
  ) {
    self.plain = plain
    self.adjusted = adjusted
    self.names = names
  }

  private static let (left, right, top, height, bottom) = (44.0, 8.0, 42.0, 190.0, 38.0)

  /// The chart as an `svg` element, as ``TimeChart/svg(id:title:description:width:)``.
  public func svg(id: String, title: String, description: String, width: Double) -> String {
    var drawing = Drawing(width: width, height: Self.top + Self.height + Self.bottom)
    let all = plain + adjusted
    guard let first = all.map(\.position).min(), let last = all.map(\.position).max() else {
      return drawing.svg(id: id, title: title, description: description)
    }
    let ends = all.flatMap { point in
      [point.estimate] + (point.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let limits: [Double] = ends + [0]
    let scale = Scale(holding: (limits.min() ?? -1)...(limits.max() ?? 1), steps: 5)
    let step = (width - Self.left - Self.right) / Double(last - first + 1)
    func x(_ position: Int) -> Double { Self.left + (Double(position - first) + 0.5) * step }
    func y(_ value: Double) -> Double { Self.top + (1 - scale.place(value)) * Self.height }
    for tick in scale.ticks {
      drawing.line(Self.left, y(tick), width - Self.right, y(tick), tick == 0 ? "axis" : "grid")
      drawing.text(Self.left - 5, y(tick) + 4, scale.label(tick), .end)
    }
    let base = Self.top + Self.height
    let every = step < 20 ? 7 : 1
    for position in first...last where position % every == 0 {
      drawing.text(
        x(position), base + 15, "\(position < 0 ? "\u{2212}" : "")\(abs(position))", .middle)
    }
    drawing.text(
      Self.left + (width - Self.left - Self.right) / 2, base + 32, names.horizontal, .middle)
    drawing.text(2, 12, names.vertical)
    drawing.dot(8, 25, 3, "load")
    drawing.text(16, 29, names.plain)
    let second = 26 + Double(names.plain.count) * 6.6
    drawing.box(second, 22, 6, 6, "pain")
    drawing.text(second + 10, 29, names.adjusted)
    let offset = min(4, step / 5)
    for point in plain {
      let place = x(point.position) - offset
      if let interval = point.interval {
        drawing.line(place, y(interval.lowerBound), place, y(interval.upperBound), "load-line")
      }
      drawing.dot(place, y(point.estimate), 3, "load")
    }
    for point in adjusted {
      let place = x(point.position) + offset
      if let interval = point.interval {
        drawing.line(place, y(interval.lowerBound), place, y(interval.upperBound), "pain-line")
      }
      drawing.box(place - 3, y(point.estimate) - 3, 6, 6, "pain")
    }
    return drawing.svg(id: id, title: title, description: description)
  }
}
