internal import CivilDay
package import JournalModel
package import JournalStore
package import Reports
internal import WrittenValues

/// A month as two calendars side by side, leg pain and running, and as two rows of
/// bars with a cell per day; blank where unknown.
package struct MonthCalendar {
  /// The characters to draw with.
  package struct Pen: Sendable {
    /// Shades from light to dark, for quarters of the scale.
    package let shades: [Character]
    /// Bars from low to high.
    package let bars: [Character]
    /// A rest day.
    package let rest: Character
    /// A run of unknown distance.
    package let run: Character

    /// For terminals that show Unicode.
    package static let lines = Pen(
      shades: ["░", "▒", "▓", "█"], bars: Array("▁▂▃▄▅▆▇█"), rest: "·", run: "×")
    /// For all others.
    package static let ascii = Pen(
      shades: [".", ":", "+", "#"], bars: Array(".:-=+*%#"), rest: "-", run: "x")
  }

  package let report: MonthReport
  package let measure: LoadMeasure
  package let unit: DistanceUnit
  package let pen: Pen

  /// The days of the month, `nil` for those outside the journal.
  private var days: [DiaryDay?] {
    report.month.days.map { day in
      report.calendar.first.flatMap { first in
        report.calendar.indices.contains(day - first.day) ? report.calendar[day - first.day] : nil
      }
    }
  }

  private var most: Double { report.calendar.compactMap(amount).max() ?? 0 }

  /// The amount of running on a day, in the measure of load.
  private func amount(_ day: DiaryDay) -> Double? { day.load(measure, in: unit) }

  /// The name of the measure.
  private var name: String {
    switch measure {
    case .km: unit.rawValue
    case .minutes: "minutes"
    case .srpe: "effort x min"
    case .ascent: "ascent, m"
    case .descent: "descent, m"
    case .steps: "steps"
    }
  }

  /// Whether there is anything to show.
  package var isEmpty: Bool { report.calendar.allSatisfy { $0.state == nil && $0.legPain == nil } }

  /// The calendars, each line with a line feed.
  package func calendars(_ layout: TextLayout) -> String {
    let weekdays = Day.weekdayNames.map { String($0.prefix(2)) }
    let head = weekdays.map { "  \($0)" }.joined()
    let gap = "    "
    let isWide = layout.width >= 2 + 2 * head.count + gap.count
    let style = layout.style
    var left = [
      "  \(style.heading(Self.padded(" leg pain", head.count)))", "  \(style.hint(head))",
    ]
    var right = [style.heading(" run, \(name)"), style.hint(head)]
    let offset = report.month.firstDay.weekday
    let cells = [DiaryDay?](repeating: nil, count: offset) + days
    for start in stride(from: 0, to: cells.count, by: 7) {
      let week = cells[start..<min(start + 7, cells.count)]
      let missing = String(repeating: " ", count: head.count - 4 * week.count)
      left.append("  " + week.map { painCell($0, style) }.joined() + missing)
      right.append(week.map { runCell($0, style) }.joined())
    }
    let lines =
      isWide ? zip(left, right).map { $0 + gap + $1 } : left + [""] + right.map { "  \($0)" }
    return lines.map { "\(Paragraph.trimmed($0))\n" }.joined()
  }

  /// Pain and running day by day in two rows, under the days of the month.
  package var plot: String {
    var scale = ""
    for number in 1...report.month.days.count where number == 1 || number % 5 == 0 {
      scale = Self.padded(scale, number - 1) + "\(number)"
    }
    let rows = [
      ("day", scale),
      ("leg pain", String(days.map { bar($0?.legPain.map(Double.init), of: 10) })),
      (
        measure == .km ? name : "run",
        String(days.map { bar($0.flatMap(amount), of: most, $0?.state) })
      ),
    ]
    return rows.map { "\(Paragraph.trimmed("  \(Self.padded($0.0, 10))\($0.1)"))\n" }.joined()
  }

  /// The calendars and their legend, with the rows between them if asked for.
  package func text(_ layout: TextLayout, withPlot: Bool) -> String {
    let legend = Paragraph.lines(legend, width: layout.width - 2).map { "  \($0)\n" }.joined()
    return calendars(layout) + (withPlot ? "\n\(plot)" : "") + layout.style.hint(legend)
  }

  /// The legend of the marks.
  private var legend: String {
    let shades = zip(pen.shades, ["1-2", "3-5", "6-7", "8-10"]).map { "\($0) \($1)" }
    return "pain \(shades.joined(separator: "  "));  \(pen.rest) 0 or no run;  "
      + "\(pen.run) unknown amount;  blank: not known;  ! flare-up"
  }

  private func painCell(_ day: DiaryDay?, _ style: TextStyle) -> String {
    guard let day, let pain = day.legPain else { return day?.isFlare == true ? "!   " : "    " }
    let quarter: Int? =
      switch pain {
      case 0: nil
      case 1...2: 0
      case 3...5: 1
      case 6...7: 2
      default: 3
      }
    let number = pain < 10 ? " \(pain)" : "\(pain)"
    let cell = number + String(quarter.map { pen.shades[$0] } ?? pen.rest)
    return (day.isFlare ? "!" : " ")
      + (quarter.map { style.shaded(cell, $0, of: .pain) } ?? cell)
  }

  private func runCell(_ day: DiaryDay?, _ style: TextStyle) -> String {
    switch day?.state {
    case nil: return "    "
    case .rest: return "   \(pen.rest)"
    case .run:
      guard let amount = day.flatMap(amount) else { return "   \(pen.run)" }
      let text = amount < 0.5 ? "<1" : NumberText.fixed(amount, 0)
      let cell = String(repeating: " ", count: max(0, 3 - text.count)) + text
      let quarter = most > 0 ? Int((amount / most * 4).rounded(.up)) - 1 : 0
      return String(repeating: " ", count: max(0, 4 - cell.count))
        + style.shaded(cell, quarter, of: .running)
    }
  }

  private func bar(_ value: Double?, of most: Double, _ state: DiaryDay.State? = nil) -> Character {
    guard let value else { return state == .run ? pen.run : " " }
    guard value > 0, most > 0 else { return pen.rest }
    let step = Int((value / most * Double(pen.bars.count)).rounded(.up)) - 1
    return pen.bars[min(max(step, 0), pen.bars.count - 1)]
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

}

extension DiaryDay {
  /// The amount of running, in the measure of load.
  package func load(_ measure: LoadMeasure, in unit: DistanceUnit) -> Double? {
    switch measure {
    case .km: distanceKm.map { $0 * 1000 / unit.metres }
    case .minutes: minutes
    case .srpe: load
    case .ascent: ascentM
    case .descent: descentM
    case .steps: steps.map(Double.init)
    }
  }
}
