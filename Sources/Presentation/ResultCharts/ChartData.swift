import CivilDay
import JournalStore
import WrittenValues

/// A value in words: a whole number, or at most four digits that count.
func figure(_ value: Double) -> String {
  guard value != value.rounded() || abs(value) >= 1e15 else { return "\(Int(value))" }
  var (size, decimals) = (abs(value), 3)
  while size >= 10, decimals > 0 { (size, decimals) = (size / 10, decimals - 1) }
  while size < 1, decimals < 9 { (size, decimals) = (size * 10, decimals + 1) }
  let digits = NumberText.fixed(value, decimals)
  guard decimals > 0 else { return digits }
  return String(digits.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
}

/// A column of a result as a chart reads it.
struct ChartColumn {
  /// Its name.
  let name: String
  /// Its values row by row, NaN where they are no finite number.
  private(set) var numbers: [Double] = []
  /// Its values as text, `nil` for NULL; empty if no text was asked for.
  private(set) var texts: [String?] = []
  private var hasOthers = false
  private let keepsText: Bool

  /// - Parameters:
  ///   - name: Its name.
  ///   - keepsText: Whether its values may be positions, not only heights.
  init(_ name: String, keepsText: Bool) {
    (self.name, self.keepsText) = (name, keepsText)
  }

  /// Whether there is a number in it, and nothing but numbers and NULL.
  var isNumeric: Bool { !hasOthers && numbers.contains { !$0.isNaN } }

  mutating func append(_ value: LentValue) {
    switch value {
    case .integer(let number): numbers.append(Double(number))
    case .real(let number): numbers.append(number.isFinite ? number : .nan)
    case .null: numbers.append(.nan)
    case .text, .blob:
      numbers.append(.nan)
      hasOthers = true
    }
    guard keepsText else { return }
    if case .null = value { texts.append(nil) } else { texts.append(value.shown()) }
  }
}

/// A result as a chart reads it: positions, and a height for each in every series.
struct ChartData {
  /// A column of heights.
  struct Series {
    /// The name of the column.
    let name: String
    /// The heights, in the order of the positions; NaN is unknown.
    let values: [Double]
  }

  /// The name of the first column.
  let name: String
  /// The positions of the rows.
  let positions: ChartPositions
  /// The heights, column by column.
  private(set) var series: [Series]
  /// What is not drawn, in sentences.
  let remarks: [String]

  /// The most series that are drawn.
  static let mostSeries = 6

  /// Reads the positions from the first column, and a series from each other column
  /// of numbers.
  ///
  /// - Parameters:
  ///   - columns: The columns.
  ///   - isSorted: Whether the rows are put in the order of days or numbers.
  ///   - isOfPairs: Whether a row without a height is missing in the chart, and not
  ///     seen as a gap.
  /// - Throws: ``ChartProblem``.
  init(
    _ columns: [ChartColumn], isSorted: Bool, isOfPairs: Bool = false
  ) throws(ChartProblem) {
    guard let first = columns.first, !first.numbers.isEmpty else { throw .noRows }
    let numeric = columns.dropFirst().filter(\.isNumeric)
    guard !numeric.isEmpty else { throw .noNumbers }
    let (positions, rows) = ChartPositions.read(first, isSorted: isSorted)
    guard !rows.isEmpty else { throw .noPositions(first.name) }
    name = first.name
    self.positions = positions
    series = numeric.prefix(Self.mostSeries).map { column in
      Series(name: column.name, values: rows.map { column.numbers[$0] })
    }
    var remarks: [String] = []
    let drawn = Set(series.map(\.name))
    let others = columns.dropFirst().map(\.name).filter { !drawn.contains($0) }
    if !others.isEmpty { remarks.append("Not drawn: \(others.joined(separator: ", ")).") }
    let lost = first.numbers.count - rows.count
    let series = series
    let alone = rows.indices.count { row in series.allSatisfy { $0.values[row].isNaN } }
    if isOfPairs, alone > 0 {
      let heights = series.map(\.name).joined(separator: " or ")
      remarks.append(
        "\(NumberText.counted(lost + alone, "row")) left out, without \(first.name) or \(heights).")
    } else if lost > 0 {
      remarks.append("\(NumberText.counted(lost, "row")) without \(first.name) left out.")
    }
    self.remarks = remarks.map(DisplayText.visible)
  }

  /// The same with a gap wherever days are missing, so that no line bridges them: rows
  /// that are further apart than one and a half times the usual distance.
  var withGaps: ChartData {
    let places = positions.places
    guard positions.kind == .days, places.count > 2 else { return self }
    let steps = zip(places, places.dropFirst()).map { $1 - $0 }
    let usual = steps.filter { $0 > 0 }.sorted()
    guard !usual.isEmpty else { return self }
    let longest = 1.5 * usual[usual.count / 2]
    let breaks = steps.indices.filter { steps[$0] > longest }
    return inserting(after: breaks) { (places[$0] + places[$0 + 1]) / 2 }
  }

  /// The same with a row of unknown heights after each of `rows`.
  private func inserting(after rows: [Int], at place: (Int) -> Double) -> ChartData {
    func spread<T>(_ values: [T], _ gap: (Int) -> T) -> [T] {
      var result: [T] = []
      var next = rows[...]
      for (index, value) in values.enumerated() {
        result.append(value)
        if next.first == index { result.append(gap(next.removeFirst())) }
      }
      return result
    }
    return ChartData(
      name: name,
      positions: ChartPositions(
        kind: positions.kind, places: spread(positions.places, place),
        labels: spread(positions.labels) { _ in "" }),
      series: series.map { Series(name: $0.name, values: spread($0.values) { _ in .nan }) },
      remarks: remarks)
  }

  private init(
    name: String, positions: ChartPositions, series: [Series], remarks: [String]
  ) {
    (self.name, self.positions) = (name, positions)
    (self.series, self.remarks) = (series, remarks)
  }

  /// What is drawn, in words.
  var description: String {
    let rows = NumberText.counted(positions.places.count, "row")
    let ends = positions.ends.map { ", \(name) from \($0.first) to \($0.last)" } ?? ""
    return
      (["\(rows)\(ends)."]
      + series.map { series in
        let known = series.values.filter { !$0.isNaN }
        guard let least = known.min(), let most = known.max() else { return "" }
        return "\(series.name): \(NumberText.counted(known.count, "value")) from "
          + "\(figure(least)) to \(figure(most))."
      } + remarks).joined(separator: " ")
  }

  /// The subject, such as `leg_pain by day`.
  var title: String {
    let names = series.map(\.name)
    let listed =
      names.count < 2
      ? names.joined() : "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
    return "\(listed) by \(name)"
  }
}
