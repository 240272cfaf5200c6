public import CivilDay

/// Pain as a line above running as bars, over days, weeks or months.
///
/// An unknown value is a gap, without a line or a bar. A measured zero is a tick on
/// the axis.
public struct TimeChart: Sendable {
  /// One day, week or month.
  public struct Point: Sendable {
    /// Its days.
    public let days: ClosedRange<Day>
    /// Its pain from 0 to 10, or `nil` if it is unknown.
    public let pain: Double?
    /// Its load, at least 0, or `nil` if it is unknown.
    public let load: Double?

    /// Creates a point.
    public init(days: ClosedRange<Day>, pain: Double?, load: Double?) {
      self.days = days
      self.pain = pain
      self.load = load
    }
  }

  /// The points, oldest first.
  public let points: [Point]
  /// The days of flare-ups.
  public let flares: [ClosedRange<Day>]
  /// The title of the load axis with its unit, such as `km per week`.
  public let loadName: String
  /// The title of the pain axis.
  public let painName: String

  /// Creates a chart.
  public init(
    points: [Point], flares: [ClosedRange<Day>], loadName: String,
    painName: String = "leg pain, 0–10"
  ) {
    self.points = points
    self.flares = flares
    self.loadName = loadName
    self.painName = painName
  }

  private static let (left, right, top, bottom) = (34.0, 8.0, 24.0, 22.0)
  private static let (painHeight, gap, loadHeight) = (120.0, 34.0, 90.0)

  /// The chart as an `svg` element.
  ///
  /// - Parameters:
  ///   - id: A name that is unique on the page.
  ///   - title: The subject.
  ///   - description: The content, in words.
  ///   - width: The width in pixels, for text of 12 pixels.
  /// - Returns: The element; without points, an empty axis.
  public func svg(id: String, title: String, description: String, width: Double) -> String {
    var drawing = Drawing(
      width: width,
      height: Self.top + Self.painHeight + Self.gap + Self.loadHeight + Self.bottom)
    guard let first = points.first?.days.lowerBound, let last = points.last?.days.upperBound else {
      return drawing.svg(id: id, title: title, description: description)
    }
    let inner = width - Self.left - Self.right
    let unit = inner / Double(last - first + 1)
    func x(_ day: Day) -> Double { Self.left + Double(day - first) * unit }
    let painBase = Self.top + Self.painHeight
    let loadTop = painBase + Self.gap
    let loadBase = loadTop + Self.loadHeight
    for flare in flares where flare.upperBound >= first && flare.lowerBound <= last {
      let (start, end) = (max(flare.lowerBound, first), min(flare.upperBound, last))
      drawing.box(
        x(start), Self.top, Double(end - start + 1) * unit, loadBase - Self.top, "flare")
    }
    let pain = Scale(holding: 0...10, steps: 5)
    let load = Scale(holding: 0...max(points.compactMap(\.load).max() ?? 0, 1), steps: 3)
    axis(pain, from: painBase, height: Self.painHeight, width, &drawing)
    axis(load, from: loadBase, height: Self.loadHeight, width, &drawing)
    drawing.text(2, Self.top - 13, painName)
    drawing.text(2, loadTop - 13, loadName)
    TimeAxis(days: first...last, left: Self.left, width: inner).draw(at: loadBase, &drawing)
    for point in points {
      guard let value = point.load else { continue }
      let height = load.place(value) * Self.loadHeight
      let wide = Double(point.days.count) * unit
      let inset = wide > 3 ? 0.5 : 0
      drawing.box(
        x(point.days.lowerBound) + inset, loadBase - height, wide - 2 * inset, height, "load")
    }
    line(pain, painBase, unit, x, &drawing)
    return drawing.svg(id: id, title: title, description: description)
  }

  private func axis(
    _ scale: Scale, from base: Double, height: Double, _ width: Double, _ drawing: inout Drawing
  ) {
    for tick in scale.ticks {
      let y = base - scale.place(tick) * height
      let isBase = tick == scale.ticks.first
      drawing.line(Self.left, y, width - Self.right, y, isBase ? "axis" : "grid")
      drawing.text(Self.left - 5, y + 4, scale.label(tick), .end)
    }
  }

  /// Pain, broken where a point is unknown.
  private func line(
    _ scale: Scale, _ base: Double, _ unit: Double, _ x: (Day) -> Double, _ drawing: inout Drawing
  ) {
    var stretch: [(x: Double, y: Double)] = []
    let spacing = unit * Double(points.first?.days.count ?? 1)
    let radius = spacing >= 8 ? 3.0 : spacing >= 4 ? 1.8 : 0
    func finish(_ stretch: [(x: Double, y: Double)], _ drawing: inout Drawing) {
      if stretch.count > 1 { drawing.path(stretch, "pain-line") }
      // A point between two gaps has no line.
      let isAlone = stretch.count == 1
      for point in stretch where radius > 0 || isAlone {
        drawing.dot(point.x, point.y, max(radius, 1.2), "pain")
      }
    }
    var previous: Day?
    for point in points {
      let follows = previous.map { $0 + 1 == point.days.lowerBound } ?? true
      if point.pain == nil || !follows {
        finish(stretch, &drawing)
        stretch = []
      }
      previous = point.days.upperBound
      guard let pain = point.pain else { continue }
      stretch.append(
        (
          x(point.days.lowerBound) + Double(point.days.count) * unit / 2,
          base - scale.place(pain) * Self.painHeight
        ))
    }
    finish(stretch, &drawing)
  }
}
