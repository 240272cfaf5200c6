import CivilDay
import WrittenValues

/// The places of rows along a chart, from a column of days, numbers or names.
struct ChartPositions {
  /// What the column holds.
  enum Kind: Equatable {
    /// Days, months, or times of days.
    case days
    case numbers
    /// Any text; each name has a place of its own, in the order of the rows.
    case names([String])
  }

  let kind: Kind
  /// The place of each row: days since 1970, the number, or the index of the name.
  let places: [Double]
  /// What the table shows for each row.
  let labels: [String]

  /// The label of a NULL among names.
  private static let noName = "(unknown)"

  /// Reads a column.
  ///
  /// - Parameters:
  ///   - column: The column, with its texts.
  ///   - isSorted: Whether rows are put in the order of days or numbers.
  /// - Returns: The positions, and the row of each; rows without a day or a number
  ///   are left out.
  static func read(
    _ column: ChartColumn, isSorted: Bool
  ) -> (positions: ChartPositions, rows: [Int]) {
    let days = column.texts.map { $0.map(time) }
    let known = days.compactMap(\.self)
    let areDays = !known.isEmpty && known.allSatisfy { $0 != nil }
    guard areDays || column.isNumeric || known.isEmpty else { return named(column) }
    let kind: Kind = areDays ? .days : .numbers
    let places = areDays ? days.map { ($0 ?? nil) ?? .nan } : column.numbers
    var rows = places.indices.filter { !places[$0].isNaN }
    if isSorted {
      // Rows of the same place stay in their order.
      rows.sort { (places[$0], $0) < (places[$1], $1) }
    }
    return (
      ChartPositions(
        kind: kind, places: rows.map { places[$0] }, labels: rows.map { column.texts[$0] ?? "" }),
      rows
    )
  }

  private static func named(_ column: ChartColumn) -> (ChartPositions, [Int]) {
    var (names, indices) = ([String](), [String: Int]())
    let labels = column.texts.map { DisplayText.visible($0 ?? noName) }
    let places = labels.map { label in
      if let index = indices[label] { return Double(index) }
      indices[label] = names.count
      names.append(label)
      return Double(names.count - 1)
    }
    return (
      ChartPositions(kind: .names(names), places: places, labels: labels), Array(labels.indices)
    )
  }

  /// The place of a day such as `2026-11-03`, a time of it or a month; `nil` for other
  /// text.
  private static func time(_ text: String) -> Double? {
    if let month = Month(text) { return Double(month.firstDay.daysSince1970) }
    guard let day = Day(text.prefix(10)) else { return nil }
    let rest = text.dropFirst(10)
    guard let sign = rest.first else { return Double(day.daysSince1970) }
    let parts = rest.dropFirst().prefix(5).split(separator: ":")
    guard sign == "T" || sign == " ", parts.count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), 0..<25 ~= hour, 0..<60 ~= minute
    else { return nil }
    return Double(day.daysSince1970) + Double(hour * 60 + minute) / 1440
  }

  /// The labels of the least and the greatest place; `nil` for names.
  var ends: (first: String, last: String)? {
    guard kind == .days || kind == .numbers,
      let first = places.indices.min(by: { places[$0] < places[$1] }),
      let last = places.indices.max(by: { places[$0] < places[$1] })
    else { return nil }
    return (labels[first], labels[last])
  }

  /// The days of the rows, if each is a whole day.
  var days: [Day]? {
    guard kind == .days, labels.allSatisfy({ $0.utf8.count == 10 }) else { return nil }
    return places.map { Day(daysSince1970: Int($0)) }
  }
}

/// The horizontal axis of a chart.
struct ChartAxis {
  /// A tick; the label has no place where it would overlap the one before.
  typealias Mark = TimeAxis.Mark

  private enum Kind {
    case days(ClosedRange<Day>, offset: Double)
    case numbers(Scale)
    case names([String])
  }

  private let kind: Kind

  /// - Parameters:
  ///   - positions: The positions, at least one.
  ///   - steps: The approximate number of steps between numbers.
  init(_ positions: ChartPositions, steps: Int) {
    let (least, most) = (positions.places.min() ?? 0, positions.places.max() ?? 0)
    switch positions.kind {
    case .days:
      let days = Day(daysSince1970: Int(least))...Day(daysSince1970: Int(most))
      // A value of a whole day stands in its middle.
      let areWhole = positions.places.allSatisfy { $0 == $0.rounded() }
      kind = .days(days, offset: areWhole ? 0.5 : 0)
    case .numbers: kind = .numbers(Scale(holding: least...most, steps: steps))
    case .names(let names): kind = .names(names)
    }
  }

  /// Where `place` lies, from 0 to 1.
  func share(_ place: Double) -> Double {
    switch kind {
    case .days(let days, let offset):
      (place - Double(days.lowerBound.daysSince1970) + offset) / Double(days.count)
    case .numbers(let scale): scale.place(place)
    case .names(let names): (place + 0.5) / Double(names.count)
    }
  }

  /// The ticks.
  ///
  /// - Parameters:
  ///   - left: The left end.
  ///   - width: The distance to the right end.
  ///   - letter: The width of a letter.
  /// - Returns: The ticks, from the left.
  func marks(left: Double, width: Double, letter: Double) -> [Mark] {
    if case .days(let days, _) = kind {
      return TimeAxis(days: days, left: left, width: width).marks(letter: letter, gap: letter)
    }
    var labels: [(place: Double, text: String)]
    switch kind {
    case .numbers(let scale): labels = scale.ticks.map { (scale.place($0), scale.label($0)) }
    case .names(let names):
      labels = names.indices.map { (share(Double($0)), names[$0]) }
    case .days: labels = []
    }
    var free = -Double.infinity
    return labels.map { label in
      let place = left + label.place * width
      let size = Double(DisplayText.width(label.text)) * letter
      let start = max(0, min(place - size / 2, left + width - size))
      guard start >= free else { return Mark(place: place, label: nil) }
      free = start + size + letter
      return Mark(place: place, label: (label.text, start))
    }
  }
}

extension Scale {
  /// Creates an axis for heights: from zero where that is near.
  init(heights values: [Double], steps: Int) {
    let known = values.filter { !$0.isNaN }
    let (least, most) = (known.min() ?? 0, known.max() ?? 0)
    let low = least >= 0 && least <= most / 2 ? 0 : least
    let high = most <= 0 && most >= least / 2 ? 0 : most
    self.init(holding: low...high, steps: steps)
  }
}
