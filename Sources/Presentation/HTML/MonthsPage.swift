import CivilDay
import Reports

extension MonthHistoryText {
  /// The months as a page.
  package var html: String {
    var page = HTMLPage("Month by month")
    if isSynthetic { page.paragraph(SampleNotice.sentence, "notice") }
    page.precautions(precautions(typed: nil))
    guard !history.rows.isEmpty else {
      page.paragraph(Self.nothing)
      return page.text
    }
    page.paragraph(sentence, "answer")
    page.list(answers)
    PeriodCharts(unit: unit, measure: measure).add(history, to: &page)
    MonthsTable(history: history, measure: measure, unit: unit).add(to: &page)
    page.paragraph(PeriodPage.method, "quiet")
    return page.text
  }
}
