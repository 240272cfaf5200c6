internal import CivilDay
internal import Correlator
package import JournalModel
internal import JournalStore
package import Reports

/// The monthly summary: one screen, or all of it.
package struct MonthText: PageRenderable {
  package let report: MonthReport
  package let measure: LoadMeasure
  /// The unit of distances; JSON and CSV are always in kilometres.
  package let unit: DistanceUnit
  /// Whether to tell everything; JSON and CSV always do.
  package let isFull: Bool
  /// Whether the days are made up.
  package let isSynthetic: Bool
  /// The characters of the calendar.
  package let pen: MonthCalendar.Pen
  /// Returns a command with the options for the same journal.
  package let typed: (String) -> String

  package init(
    report: MonthReport, measure: LoadMeasure, unit: DistanceUnit = .kilometres,
    isFull: Bool = false, isSynthetic: Bool, pen: MonthCalendar.Pen = .ascii,
    typed: @escaping (String) -> String = { $0 }
  ) {
    self.report = report
    self.measure = measure
    self.unit = unit
    self.isFull = isFull
    self.isSynthetic = isSynthetic
    self.pen = pen
    self.typed = typed
  }

  private static let mostWidth = 100

  /// The sentences of a page, which names no commands.
  var words: MonthWords {
    MonthWords(report: report, measure: measure, unit: unit, typed: nil)
  }

  /// The sentences of a terminal.
  private var typedWords: MonthWords {
    MonthWords(report: report, measure: measure, unit: unit, typed: typed)
  }

  /// The rest of the summary.
  var details: MonthDetails {
    MonthDetails(report: report, unit: unit, load: words.load, namesCommands: false)
  }

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: Self.mostWidth)
    let words = typedWords
    let heading =
      (isSynthetic ? SampleNotice.line : "") + layout.style.heading(words.title) + "\n"
    let precautions = Paragraph.rows(words.precautions, width: layout.width)
    guard report.days > 0 else {
      let parts = [precautions, layout.wrapped("  \(words.nothing)\n")]
      return heading + parts.filter { !$0.isEmpty }.map { "\n\($0)" }.joined()
    }
    let calendar = MonthCalendar(report: report, measure: measure, unit: unit, pen: pen)
    let parts =
      [
        precautions,
        layout.style.heading(Self.lines(words.verdict, layout.width)) + "\n"
          + words.answers.map { Self.lines($0, layout.width) + "\n" }.joined(),
        calendar.isEmpty ? "" : calendar.text(layout, withPlot: isFull),
        table(isFull ? words.table : words.figures, words, layout),
        Paragraph.rows(words.briefs, width: layout.width),
      ] + (isFull ? rest(layout) : [])
    return heading + parts.filter { !$0.isEmpty }.map { "\n\($0)" }.joined()
  }

  /// What does not fit one screen.
  private func rest(_ layout: TextLayout) -> [String] {
    let details = MonthDetails(report: report, unit: unit, load: words.load, namesCommands: true)
    return [
      Paragraph.rows(details.facts, width: layout.width),
      Paragraph.rows(details.numbers, width: layout.width),
      layout.style.hint(Self.lines(MonthDetails.caution, layout.width)) + "\n",
    ]
  }

  private static func lines(_ text: String, _ width: Int) -> String {
    Paragraph.lines(text, width: width).joined(separator: "\n")
  }

  /// The months side by side, each line with a line feed.
  private func table(
    _ rows: [(name: String, cells: [String])], _ words: MonthWords, _ layout: TextLayout
  ) -> String {
    TextTable(
      columns: [TableColumn("")] + columns(words), rows: rows.map { [$0.name] + $0.cells }
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
    let precautions = Self.items(words.precautions)
    guard report.days > 0 else {
      return "\(notice)# \(words.title)\n\n\(precautions.isEmpty ? "" : precautions + "\n")"
        + "\(words.nothing)\n"
    }
    let table = MarkdownTable(
      columns: [TableColumn(words.title)] + columns(words),
      rows: (isFull ? words.table : words.figures).map { [$0.name] + $0.cells })
    let parts =
      ["# \(words.title)\n", precautions, words.verdict + "\n"]
      + words.answers.map { "\($0)\n" } + [table.text, Self.items(words.briefs)]
      + (isFull
        ? [
          Self.items(details.facts), Self.items(details.numbers), MonthDetails.caution + "\n",
        ] : [])
    return notice + parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// A list of names with their texts; an indented name is an item of the one
  /// before.
  static func items(_ rows: [(name: String, text: String)]) -> String {
    rows.map { row in
      let text = MarkdownTable.escaped(row.text)
      return row.name.hasPrefix(" ")
        ? "  - \(row.name.drop { $0 == " " }): \(text)\n"
        : row.name.isEmpty ? "- \(text)\n" : "- **\(row.name)**: \(text)\n"
    }.joined()
  }
}
