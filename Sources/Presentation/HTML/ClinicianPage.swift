import CivilDay
package import JournalModel
import JournalStore
package import Reports
import WrittenValues

/// The page about a period for a doctor or physiotherapist: one sheet, read in a minute.
package struct ClinicianPage {
  package let report: PeriodReport
  package let unit: DistanceUnit
  /// The runner's name, if it is to be on the page.
  package let name: String?
  package let isSynthetic: Bool

  package init(report: PeriodReport, unit: DistanceUnit, name: String?, isSynthetic: Bool) {
    self.report = report
    self.unit = unit
    self.name = name
    self.isSynthetic = isSynthetic
  }

  /// The page.
  package var text: String {
    var page = HTMLPage("Summary for a clinician: running and sciatica", isOneSheet: true)
    if isSynthetic { page.paragraph(SampleNotice.sentence, "notice") }
    guard let span = report.span else {
      page.paragraph("Nothing is recorded in this period.")
      return page.text
    }
    page.paragraph(heading(span))
    page.paragraph(rated, "quiet")
    let flags = RedFlagRows(report.redFlags)
    page.box("Red flags", urgent: flags.urgent, others: flags.others)
    let words = ClinicianWords(report: report, unit: unit)
    page.heading(words.stateHeading)
    page.paragraph(words.state)
    PeriodCharts(unit: unit, measure: report.answer.load).addCourse(of: report, to: &page)
    if let change = words.change {
      page.table(change.caption, columns: change.columns, rows: change.rows, ofWords: true)
    } else {
      page.paragraph(
        "The beginning and the end of the period are compared from two weeks on.", "quiet")
    }
    page.heading("Running and treatment")
    page.facts(words.facts)
    page.paragraph("Limits: \(words.limits)", "quiet")
    return page.text
  }

  /// Who and when.
  private func heading(_ span: ClosedRange<Day>) -> String {
    [
      name.map { ClinicianWords.cut($0, to: 60) },
      "\(span.lowerBound.dateText) to \(span.upperBound.dateText)",
      "made on \(report.made.dateText)",
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// By whom, and how much, pain was rated.
  private var rated: String {
    "Recorded by the runner. Pain from 0 (none) to 10 (worst); leg pain rated on "
      + "\(report.days.count { $0.legPain != nil }) of "
      + "\(NumberText.counted(report.days.count, "day"))."
  }
}
