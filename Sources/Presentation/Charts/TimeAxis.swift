import CivilDay

/// A horizontal axis of days.
struct TimeAxis {
  /// The days from end to end.
  let days: ClosedRange<Day>
  /// The place of the start of the first day.
  let left: Double
  /// The distance from there to the end of the last day.
  let width: Double

  /// The width of a day.
  var dayWidth: Double { width / Double(days.count) }

  /// The place of the start of `day`.
  func place(_ day: Day) -> Double { left + Double(day - days.lowerBound) * dayWidth }

  /// Draws ticks at days, months or years, depending on the period.
  ///
  /// - Parameters:
  ///   - base: The height of the axis.
  ///   - drawing: The picture.
  func draw(at base: Double, _ drawing: inout Drawing) {
    let (first, last) = (days.lowerBound, days.upperBound)
    // The first free position for a label.
    var free = 0.0
    func mark(_ day: Day, _ label: String) {
      drawing.line(place(day), base, place(day), base + 4, "axis")
      let size = Double(label.count) * 6.6
      let start = min(place(day), left + width - size)
      guard start >= free else { return }
      drawing.text(start, base + 16, label)
      free = start + size
    }
    if days.count <= 45 {
      for day in first...last where (day - first) % (dayWidth < 12 ? 7 : 5) == 0 {
        mark(day, "\(day.civil.day) \(Self.names[day.civil.month - 1])")
      }
      return
    }
    let monthWidth = dayWidth * 30.4
    let every = [1, 2, 3, 4, 6, 12, 24, 60, 120].first { Double($0) * monthWidth >= 52 } ?? 240
    var month = first.month
    if month.firstDay < first { month = month.next }
    while month.firstDay <= last {
      let number = month.year * 12 + month.number - 1
      if number % every == 0 {
        let name = Self.names[month.number - 1]
        let isYear = every >= 12 || month.number == 1
        mark(month.firstDay, isYear ? "\(month.year)" : name)
      }
      month = month.next
    }
  }

  private static let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
