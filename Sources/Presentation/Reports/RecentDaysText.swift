import CivilDay
import JournalModel
import JournalStore
import WrittenValues

/// The latest days side by side: leg pain and running, blank where unknown.
struct RecentDaysText {
  private let days: [DiaryDay]
  private let unit: DistanceUnit
  /// The marks of a rest day, and of a run of unknown distance.
  private let marks: (rest: String, run: String)

  init(_ days: [DiaryDay], unit: DistanceUnit, showsUnicode: Bool) {
    self.days = days
    self.unit = unit
    marks = showsUnicode ? ("·", "×") : ("-", "x")
  }

  /// Whether there is anything to show.
  private var isEmpty: Bool { days.allSatisfy { $0.state == nil && $0.legPain == nil } }

  /// Lays out the rows with as many days as fit.
  ///
  /// - Parameters:
  ///   - indent: The cells before the first day.
  ///   - width: The cells of a line.
  /// - Returns: The lines, each with a line feed; nothing if nothing is known.
  func text(indent: Int, width: Int) -> String {
    guard !isEmpty else { return "" }
    let count = max(1, min(days.count, (width - indent) / Self.cellWidth))
    let shown = Array(days.suffix(count))
    let rows = [Row(name: "last \(count) days", cells: shown.map(Self.weekday))] + rows(shown)
    let notesFit = rows.allSatisfy { row in
      indent - 1 + count * Self.cellWidth + 3 + DisplayText.width(row.note) <= width
    }
    let lines = rows.map { row in
      var line = "  " + row.name
      line += String(repeating: " ", count: max(0, indent - DisplayText.width(line) - 1))
      line += row.cells.map { cell in
        String(repeating: " ", count: max(0, Self.cellWidth - DisplayText.width(cell))) + cell
      }.joined()
      if notesFit, !row.note.isEmpty { line += "   " + row.note }
      while line.last == " " { line.removeLast() }
      return line
    }
    let below = notesFit ? [] : legend(rows, width: width - indent)
    return lines.map { "\($0)\n" }.joined()
      + below.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
  }

  /// The same as a Markdown table, or `nil` if nothing is known.
  var markdown: String? {
    guard !isEmpty else { return nil }
    let rows = rows(days)
    let table = MarkdownTable(
      columns: [TableColumn("last \(days.count) days")]
        + days.map { TableColumn(Self.weekday($0), .right) },
      rows: rows.map { [$0.name] + $0.cells })
    return table.text + legend(rows, width: .max).map { "\n\($0)\n" }.joined()
  }

  private static let cellWidth = 3

  /// A row with a cell per day, and the legend of its marks.
  private struct Row {
    let name: String
    let cells: [String]
    var note = ""
  }

  private func rows(_ days: [DiaryDay]) -> [Row] {
    let isBlank = days.contains { $0.state == nil || $0.legPain == nil }
    let notes = [
      days.contains { $0.state == .rest } ? "\(marks.rest) no run" : nil,
      days.contains { $0.state == .run && $0.distanceKm == nil } ? "\(marks.run) unknown" : nil,
    ].compactMap(\.self)
    return [
      Row(
        name: "leg pain", cells: days.map { $0.legPain.map { "\($0)" } ?? "" },
        note: isBlank ? "blank unknown" : ""),
      Row(
        name: "run, \(unit.rawValue)", cells: days.map(running),
        note: notes.joined(separator: ", ")),
    ]
  }

  /// The legend of the marks.
  private func legend(_ rows: [Row], width: Int) -> [String] {
    Paragraph.lines(
      rows.map(\.note).filter { !$0.isEmpty }.joined(separator: ", "), width: width)
  }

  private func running(_ day: DiaryDay) -> String {
    switch day.state {
    case nil: return ""
    case .rest: return marks.rest
    case .run:
      guard let distance = day.distanceKm.map({ $0 * 1000 / unit.metres }) else { return marks.run }
      // A short run is not a rest day.
      return distance < 0.5 ? "<1" : NumberText.fixed(distance, 0)
    }
  }

  private static func weekday(_ day: DiaryDay) -> String {
    String(day.day.shortWeekdayName.prefix(2))
  }
}
