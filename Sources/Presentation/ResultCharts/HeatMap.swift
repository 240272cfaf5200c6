import CivilDay
import WrittenValues

/// Numbers in shaded cells: a calendar of days, or a table of two columns.
struct HeatMap {
  /// A block of cells.
  struct Block {
    /// Its heading, such as a year; empty for none.
    let title: String
    /// The labels above the columns; empty for none.
    let columns: [String]
    /// The labels before the rows.
    let rows: [String]
    /// The numbers, row by row; NaN is unknown.
    fileprivate(set) var values: [[Double]]
  }

  let title: String
  let description: String
  let blocks: [Block]
  let levels: HeatLevels
  /// Whether it is a calendar, whose cells are squares.
  let isCalendar: Bool

  /// Reads a day and a number, or three columns: across, down and a number.
  ///
  /// - Throws: ``ChartProblem``.
  init(_ columns: [ChartColumn]) throws(ChartProblem) {
    guard let first = columns.first, !first.numbers.isEmpty else { throw .noRows }
    guard columns.count == 2 || columns.count == 3, let last = columns.last, last.isNumeric else {
      throw .noHeat
    }
    let (positions, rows) = ChartPositions.read(first, isSorted: true)
    guard !rows.isEmpty else { throw .noPositions(first.name) }
    isCalendar = columns.count == 2
    if isCalendar {
      guard let days = positions.days else { throw .noHeat }
      blocks = try Self.calendar(days, rows.map { last.numbers[$0] })
      title = "\(last.name) by \(first.name)"
    } else {
      blocks = [try Self.table(columns[0], columns[1], last.numbers)]
      title = "\(last.name) by \(first.name) and \(columns[1].name)"
    }
    let known = rows.map { last.numbers[$0] }.filter { !$0.isNaN }
    let (least, most) = (known.min() ?? 0, known.max() ?? 0)
    levels = HeatLevels(holding: least...most)
    description =
      "\(NumberText.counted(known.count, "value")) of \(last.name), from \(figure(least)) to "
      + "\(figure(most))."
  }

  /// Throws ``ChartProblem/tooManyCells(_:most:)`` if a side has more cells than `most`.
  func check(most: Int) throws(ChartProblem) {
    let longest = blocks.map { max($0.columns.count, $0.rows.count) }.max() ?? 0
    guard longest <= most else { throw .tooManyCells(longest, most: most) }
  }

  /// The years of `days`, which ascend, with weeks as columns from Monday on; years
  /// without any day are left out.
  private static func calendar(
    _ days: [Day], _ values: [Double]
  ) throws(ChartProblem) -> [Block] {
    var byDay: [Day: Double] = [:]
    for (day, value) in zip(days, values) {
      guard byDay.updateValue(value, forKey: day) == nil else {
        throw .sameCell(day.description)
      }
    }
    guard let first = days.first, let last = days.last else { return [] }
    return Set(days.map(\.civil.year)).sorted().map { year in
      let start = max(first, Day(year: year, month: 1, day: 1) ?? first)
      let end = min(last, Day(year: year, month: 12, day: 31) ?? last)
      let monday = start - start.weekday
      let weeks = (end - monday) / 7 + 1
      let labels = (0..<weeks).map { week in
        let days = (0..<7).map { monday + 7 * week + $0 }
        let month = days.first { $0.civil.day == 1 && $0 >= start && $0 <= end }
        let label = month ?? (week == 0 ? start : nil)
        return label.map { TimeAxis.monthNames[$0.civil.month - 1] } ?? ""
      }
      return Block(
        title: "\(year)", columns: labels,
        rows: (0..<7).map { (monday + $0).shortWeekdayName },
        values: (0..<7).map { row in
          (0..<weeks).map { week in
            let day = monday + 7 * week + row
            return day < start || day > end ? .nan : byDay[day] ?? .nan
          }
        })
    }
  }

  private static func table(
    _ across: ChartColumn, _ down: ChartColumn, _ values: [Double]
  ) throws(ChartProblem) -> Block {
    let (columns, columnOf) = labels(across)
    let (rows, rowOf) = labels(down)
    var block = Block(
      title: "", columns: columns, rows: rows,
      values: Array(repeating: Array(repeating: .nan, count: columns.count), count: rows.count))
    var taken: Set<[Int]> = []
    for index in values.indices {
      guard let column = columnOf[index], let row = rowOf[index] else { continue }
      guard taken.insert([column, row]).inserted else {
        throw .sameCell("\(columns[column]), \(rows[row])")
      }
      block.values[row][column] = values[index]
    }
    return block
  }

  /// The different labels of a column, days and numbers in ascending order, and the
  /// label of each row by its index; rows without a day or number have none.
  private static func labels(_ column: ChartColumn) -> (labels: [String], ofRow: [Int: Int]) {
    let (positions, rows) = ChartPositions.read(column, isSorted: true)
    var (labels, index, ofRow) = ([String](), [String: Int](), [Int: Int]())
    for (label, row) in zip(positions.labels, rows) {
      let label = DisplayText.visible(label)
      if index[label] == nil {
        index[label] = labels.count
        labels.append(label)
      }
      ofRow[row] = index[label]
    }
    return (labels, ofRow)
  }
}

/// The shades of a heat map: up to five, between round numbers.
struct HeatLevels {
  private let scale: Scale

  /// The most shades that can be told apart.
  static let most = 5

  init(holding values: ClosedRange<Double>) {
    let scales = (2...6).reversed().map { Scale(holding: values, steps: $0) }
    scale = scales.first { $0.ticks.count <= Self.most + 1 } ?? Scale(holding: values, steps: 1)
  }

  /// The number of shades.
  var count: Int { min(Self.most, scale.ticks.count - 1) }

  /// The shade of `value`, from 0; a value between two belongs to the upper one.
  func level(_ value: Double) -> Int {
    let above = scale.ticks.dropFirst().firstIndex { value < $0 } ?? scale.ticks.count - 1
    return min(count - 1, max(0, above - 1))
  }

  /// The values of a shade, which reach to those of the next.
  func label(_ level: Int) -> String { "from \(scale.label(scale.ticks[level]))" }
}
