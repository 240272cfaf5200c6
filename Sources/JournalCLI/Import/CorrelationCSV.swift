import CivilDay
import Correlator
import DelimitedText
import EntryInput
import JournalFiles

/// A CSV file of days with load and pain, `date,load,pain`, and what else they held.
struct CorrelationCSV {
  private let load: DailySeries
  private let pain: DailySeries
  private let others: [DayColumn: DailySeries]

  /// The longest period of a file, in days: two hundred years.
  static let maximumSpan = 73_050

  /// The days of the file, with their pain rated at `timing`.
  func diary(rated timing: Timing) -> Diary {
    Diary(
      load: load, pain: pain, timing: timing, sitting: others[.sitting], flare: others[.flare],
      medication: others[.medication], eveningPain: others[.eveningPain])
  }

  /// Reads the days, in any order; a blank is unknown.
  ///
  /// - Parameters:
  ///   - reader: The file.
  ///   - span: The days to keep.
  /// - Throws: ``UsageError`` or `DelimitedTextError` with the line.
  init(_ reader: consuming DelimitedTextReader, in span: ClosedRange<Day>) throws {
    let columns = reader.columns.map { $0.lowercased() }
    guard let date = columns.firstIndex(of: "date"), let load = columns.firstIndex(of: "load"),
      let pain = columns.firstIndex(of: "pain")
    else { throw FileError("The first line must contain the columns date, load and pain.") }
    let optional = DayColumn.allCases.compactMap { column in
      columns.firstIndex(of: column.rawValue).map { (column: column, index: $0) }
    }
    let fields = [("load", load), ("pain", pain)] + optional.map { ($0.column.rawValue, $0.index) }
    var rows: [Day: [Double?]] = [:]
    while let record = try reader.next() {
      if let problem = record.problem { throw FileError("Line \(record.line): \(problem)") }
      guard let day = Day(record[date]) else {
        throw FileError("Line \(record.line): the date must be YYYY-MM-DD.")
      }
      let values = try fields.map { try Self.number(record[$0.1], $0.0, record.line) }
      guard rows.updateValue(values, forKey: day) == nil else {
        throw FileError("Line \(record.line): the date appears twice in the file.")
      }
    }
    rows = rows.filter { span.contains($0.key) }
    guard let first = rows.keys.min(), let last = rows.keys.max() else {
      self.load = DailySeries(firstDay: Day(daysSince1970: 0), values: [])
      self.pain = self.load
      others = [:]
      return
    }
    guard last - first < Self.maximumSpan else {
      throw FileError("The dates span more than 200 years; check the years.")
    }
    func series(_ place: Int) -> DailySeries {
      DailySeries(firstDay: first, values: (first...last).map { rows[$0]?[place] ?? nil })
    }
    self.load = series(0)
    self.pain = series(1)
    others = Dictionary(
      uniqueKeysWithValues: optional.enumerated().map { ($1.column, series($0 + 2)) })
  }

  /// The number in a field; blanks and the `NA` and `NaN` of other programs are
  /// unknown.
  private static func number(_ text: String, _ name: String, _ line: Int) throws -> Double? {
    let text = InputText.folded(text)
    guard !["", "na", "nan"].contains(text) else { return nil }
    // Double would also accept hexadecimal digits and words for infinity.
    guard text.allSatisfy({ InputText.isDigit($0) || "+-.e".contains($0) }),
      let number = Double(text), number.isFinite
    else {
      throw FileError("Line \(line): the \(name) is not a number.")
    }
    return number
  }
}
