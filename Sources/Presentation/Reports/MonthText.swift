internal import CivilDay
internal import Correlator
package import JournalModel
internal import JournalStore
package import Reports

/// The monthly summary.
package struct MonthText: PageRenderable {
  package let report: MonthReport
  package let measure: LoadMeasure
  /// The unit of distances; JSON and CSV are always in kilometres.
  package let unit: DistanceUnit
  /// Whether the days are made up.
  package let isSynthetic: Bool
  /// The characters of the calendar.
  package let pen: MonthCalendar.Pen

  package init(
    report: MonthReport, measure: LoadMeasure, unit: DistanceUnit = .kilometres,
    isSynthetic: Bool, pen: MonthCalendar.Pen = .ascii
  ) {
    self.report = report
    self.measure = measure
    self.unit = unit
    self.isSynthetic = isSynthetic
    self.pen = pen
  }

  private static let mostWidth = 100

  /// The sentences.
  var words: MonthWords { MonthWords(report: report, measure: measure, unit: unit) }

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: Self.mostWidth)
    let words = words
    let heading =
      (isSynthetic ? SampleNotice.line : "") + layout.style.heading(words.title) + "\n"
    guard report.days > 0 else { return heading + layout.wrapped("\n  \(words.nothing)\n") }
    let calendar = MonthCalendar(report: report, measure: measure, unit: unit, pen: pen)
    return """
      \(heading)
      \(layout.style.heading(Self.lines(words.verdict, layout.width)))

      \(calendar.isEmpty ? "" : calendar.text(layout))\
      \(table(words, layout))
      \(Paragraph.rows(words.facts, width: layout.width))
      \(Paragraph.rows(words.numbers, width: layout.width))
      \(layout.style.hint(Self.lines(MonthWords.caution, layout.width)))

      """
  }

  private static func lines(_ text: String, _ width: Int) -> String {
    Paragraph.lines(text, width: width).joined(separator: "\n")
  }

  /// The months side by side, each line with a line feed.
  private func table(_ words: MonthWords, _ layout: TextLayout) -> String {
    TextTable(
      columns: [TableColumn("")] + columns(words), rows: words.table.map { [$0.name] + $0.cells }
    ).text(layout.indented(by: 2)).split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.isEmpty
    }
    .map { "  \($0)\n" }.joined()
  }

  private func columns(_ words: MonthWords) -> [TableColumn] {
    words.columns.enumerated().map { index, figures in
      TableColumn(MonthWords.shortName(figures.month), .right, index == 0 ? .whole : .optional)
    }
  }

  package var markdown: String {
    let words = words
    let notice = isSynthetic ? "**\(SampleNotice.sentence)**\n\n" : ""
    guard report.days > 0 else { return "\(notice)# \(words.title)\n\n\(words.nothing)\n" }
    let table = MarkdownTable(
      columns: [TableColumn(words.title)] + columns(words),
      rows: words.table.map { [$0.name] + $0.cells })
    let facts = words.facts.map {
      "- **\($0.name)**: \(MarkdownTable.escaped($0.text))\n"
    }.joined()
    let items = words.numbers.map { row in
      row.name.hasPrefix(" ")
        ? "  - \(row.name.drop { $0 == " " }): \(row.text)" : "- \(row.name): \(row.text)"
    }
    return notice + """
      # \(words.title)

      \(words.verdict)

      \(table.text)
      \(facts)
      \(items.joined(separator: "\n"))

      \(MonthWords.caution)

      """
  }
}
