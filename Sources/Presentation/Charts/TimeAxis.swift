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

  /// A tick; the label has no place where it would overlap the one before.
  struct Mark {
    /// Its place.
    let place: Double
    /// The label, and the place of its first letter.
    let label: (text: String, start: Double)?
  }

  /// The width of a letter in pictures, for words.
  static let letter = 6.6
  /// The same for digits in the widest of the usual typefaces, where nothing may be cut.
  static let wideLetter = 7.8

  /// Draws ticks at days, months or years, depending on the period.
  ///
  /// - Parameters:
  ///   - base: The height of the axis.
  ///   - drawing: The picture.
  func draw(at base: Double, _ drawing: inout Drawing) {
    for mark in marks() {
      drawing.line(mark.place, base, mark.place, base + 4, "axis")
      if let label = mark.label { drawing.text(label.start, base + 16, label.text) }
    }
  }

  /// The ticks at days, months or years, depending on the period.
  ///
  /// - Parameters:
  ///   - letter: The width of a letter.
  ///   - gap: The least distance between labels.
  /// - Returns: The ticks, from the left.
  func marks(letter: Double = letter, gap: Double = 0) -> [Mark] {
    let (first, last) = (days.lowerBound, days.upperBound)
    var marks: [Mark] = []
    // The first free position for a label.
    var free = 0.0
    func mark(_ day: Day, _ text: String) {
      let size = Double(text.count) * letter
      let start = min(place(day), left + width - size)
      let fits = start >= free
      marks.append(Mark(place: place(day), label: fits ? (text, start) : nil))
      if fits { free = start + size + gap }
    }
    // As many letters as a label takes, with some air.
    let (dayRoom, monthRoom) = (12 / Self.letter * letter, 52 / Self.letter * letter)
    if days.count <= 45 {
      for day in first...last where (day - first) % (dayWidth < dayRoom ? 7 : 5) == 0 {
        mark(day, "\(day.civil.day) \(Self.monthNames[day.civil.month - 1])")
      }
      return marks
    }
    let monthWidth = dayWidth * 30.4
    let every =
      [1, 2, 3, 4, 6, 12, 24, 60, 120].first { Double($0) * monthWidth >= monthRoom } ?? 240
    var month = first.month
    if month.firstDay < first { month = month.next }
    while month.firstDay <= last {
      let number = month.year * 12 + month.number - 1
      if number % every == 0 {
        let name = Self.monthNames[month.number - 1]
        let isYear = every >= 12 || month.number == 1
        mark(month.firstDay, isYear ? "\(month.year)" : name)
      }
      month = month.next
    }
    return marks
  }

  /// The months in three letters, from January.
  static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
