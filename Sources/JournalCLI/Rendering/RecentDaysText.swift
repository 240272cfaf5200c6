import CivilDay
import JournalStore

/// The last days in a row: leg pain and running, a blank where nobody knows.
struct RecentDaysText {
  private let days: [DiaryDay]
  private let unit: DistanceUnit
  /// What stands for a rest, and for a run of unknown distance.
  private let marks: (rest: String, run: String)

  init(_ days: [DiaryDay], unit: DistanceUnit, showsUnicode: Bool) {
    self.days = days
    self.unit = unit
    marks = showsUnicode ? ("·", "×") : ("-", "x")
  }

  /// Whether there is anything to show.
  private var isEmpty: Bool { days.allSatisfy { $0.state == nil && $0.legPain == nil } }

  /// The rows, below each other, of as many days as fit; empty if nothing is
  /// known.
  ///
  /// - Parameters:
  ///   - indent: The cells before the first day.
  ///   - width: The cells of a line.
  func text(indent: Int, width: Int) -> String {
    guard !isEmpty else { return "" }
    let count = max(1, min(days.count, (width - indent) / Self.cellWidth))
    let shown = Array(days.suffix(count))
    let rows = [("last \(count) days", shown.map(Self.weekday))] + rows(shown)
    return rows.map { name, cells in
      var line = "  " + name
      line += String(repeating: " ", count: max(0, indent - DisplayText.width(line) - 1))
      line += cells.map { cell in
        String(repeating: " ", count: max(0, Self.cellWidth - DisplayText.width(cell))) + cell
      }.joined()
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
      + (legend(shown).map { String(repeating: " ", count: indent) + $0 + "\n" } ?? "")
  }

  /// The same as a table for a document, or `nil` if nothing is known.
  var markdown: String? {
    guard !isEmpty else { return nil }
    let table = MarkdownTable(
      columns: [TableColumn("last \(days.count) days")]
        + days.map { TableColumn(Self.weekday($0), .right) },
      rows: rows(days).map { name, cells in [name] + cells })
    return table.text + (legend(days).map { "\n\($0)\n" } ?? "")
  }

  private static let cellWidth = 3

  private func rows(_ days: [DiaryDay]) -> [(name: String, cells: [String])] {
    [
      ("leg pain", days.map { $0.legPain.map { "\($0)" } ?? "" }),
      ("run, \(unit.rawValue)", days.map(running)),
    ]
  }

  private func running(_ day: DiaryDay) -> String {
    switch day.state {
    case nil: return ""
    case .rest: return marks.rest
    case .run:
      guard let distance = day.distanceKm.map({ $0 * 1000 / unit.metres }) else { return marks.run }
      // A short run is no rest.
      return distance < 0.5 ? "<1" : NumberText.fixed(distance, 0)
    }
  }

  /// What the marks that occur mean.
  private func legend(_ days: [DiaryDay]) -> String? {
    let told = [
      days.contains { $0.state == .rest } ? "\(marks.rest) no run" : nil,
      days.contains { $0.state == .run && $0.distanceKm == nil }
        ? "\(marks.run) distance unknown" : nil,
      days.contains { $0.state == nil || $0.legPain == nil } ? "blank unknown" : nil,
    ].compactMap(\.self)
    return told.isEmpty ? nil : told.joined(separator: ", ")
  }

  private static func weekday(_ day: DiaryDay) -> String {
    String(CalendarNames.short(CalendarNames.weekdays[day.day.weekday]).prefix(2))
  }
}
