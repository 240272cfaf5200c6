internal import CivilDay
internal import Correlator
package import JSONText
internal import JournalStore
package import Reports
internal import WrittenValues

/// The runs after which pain differs from that after rest days.
package struct DoseText: Renderable {
  package let report: DoseReport
  /// The measure of load.
  package let unit: LoadUnit
  /// Whether the days are made up.
  package let isSynthetic: Bool

  package init(report: DoseReport, unit: LoadUnit, isSynthetic: Bool) {
    self.report = report
    self.unit = unit
    self.isSynthetic = isSynthetic
  }

  private var words: DoseWords { DoseWords(report: report, unit: unit) }

  private static let mostWidth = 104

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: Self.mostWidth)
    let sentence = Paragraph.lines(words.sentence, width: layout.width).joined(separator: "\n")
    let start =
      (isSynthetic ? SampleNotice.line : "") + layout.style.heading(sentence) + "\n"
    guard !words.bands.isEmpty else { return start }
    let table = TextTable(columns: columns, rows: words.rows).text(layout)
    return "\(start)\n\(table)\n\(Paragraph.rows(DoseWords.remarks, width: layout.width))"
  }

  private var columns: [TableColumn] {
    words.columns.map { name in
      TableColumn(name, name == "days" || name == "points" ? .right : .left)
    }
  }

  package var markdown: String {
    let notice = isSynthetic ? "**\(SampleNotice.sentence)**\n\n" : ""
    let table =
      words.bands.isEmpty
      ? "" : "\n" + MarkdownTable(columns: columns, rows: words.rows).text
    return "\(notice)\(words.sentence)\n\(table)"
  }

  package var json: JSON {
    let response = report.response
    return [
      "load": .string(report.load.rawValue),
      "pain": .string(report.question.pain.rawValue), "timing": .string(report.timing.rawValue),
      "first": JSON(report.calendar?.lowerBound.description),
      "last": JSON(report.calendar?.upperBound.description),
      "days": JSON(report.calendar?.count ?? 0),
      "since_day": JSON(response.since?.description), "lag": JSON(response.bands.isEmpty ? nil : 1),
      "bands": .array(
        response.bands.map { band in
          let name = Self.names[band.band.index]
          return [
            "band": .string(name), "load_from": JSON(band.loads.lowerBound),
            "load_to": JSON(band.loads.upperBound), "days": JSON(band.band.runs),
            "points": JSON(band.band.points), "se": JSON(band.band.standardError),
            "df": JSON(response.degreesOfFreedom),
            "ci95": [.number(band.band.ci95.lower), .number(band.band.ci95.upper)],
            "p": JSON(band.oneSidedP), "outcome": .string(band.outcome.rawValue),
          ]
        }),
      "reason": JSON(response.reason?.rawValue), "text": .string(words.sentence),
    ]
  }

  private static let names = ["bottom", "middle", "top"]

  package var csv: (header: [String], rows: [[String?]]) {
    (
      [
        "band", "load_from", "load_to", "days", "points", "se", "df", "ci95_lower", "ci95_upper",
        "p", "outcome",
      ],
      report.response.bands.map { band in
        let name = Self.names[band.band.index]
        let estimate = band.band
        return [
          name, NumberText.shortest(band.loads.lowerBound),
          NumberText.shortest(band.loads.upperBound), "\(estimate.runs)",
          NumberText.shortest(estimate.points), NumberText.shortest(estimate.standardError),
          report.response.degreesOfFreedom.map { "\($0)" },
          NumberText.shortest(estimate.ci95.lower), NumberText.shortest(estimate.ci95.upper),
          NumberText.shortest(band.oneSidedP),
          band.outcome.rawValue,
        ]
      }
    )
  }
}
