import CivilDay
import JournalModel
import JournalStore
import Reports

extension MonthText {
  /// The summary as a page.
  package var html: String {
    let words = words
    var page = HTMLPage(words.title)
    if isSynthetic { page.paragraph(SampleNotice.sentence, "notice") }
    page.precautions(words.precautions)
    guard report.days > 0 else {
      page.paragraph(words.nothing)
      return page.text
    }
    page.paragraph(words.verdict, "answer")
    page.list(words.answers)
    let flares = Self.flares(of: report)
    PeriodCharts(unit: unit, measure: measure)
      .add(report.calendar, flares: flares, id: "month", to: &page)
    page.table(
      "The month compared with others",
      columns: ["figure"] + words.columns.map { MonthWords.shortName($0.month) },
      rows: (isFull ? words.table : words.figures).map { [$0.name] + $0.cells })
    page.heading("The month in brief")
    page.facts(words.briefs)
    if isFull { addRest(to: &page) }
    return page.text
  }

  /// Adds what does not fit one screen.
  private func addRest(to page: inout HTMLPage) {
    page.heading("More about the month")
    page.facts(details.facts)
    page.heading("Running and the next day's pain")
    page.facts(
      details.numbers.map {
        ($0.name.hasPrefix(" ") ? "– \($0.name.drop { $0 == " " })" : $0.name, $0.text)
      })
    page.paragraph(MonthDetails.caution, "quiet")
  }

  /// The stretches of flare-up days in the month.
  private static func flares(of report: MonthReport) -> [ClosedRange<Day>] {
    var flares: [ClosedRange<Day>] = []
    for day in report.calendar where day.isFlare {
      if let last = flares.last, last.upperBound + 1 == day.day {
        flares[flares.count - 1] = last.lowerBound...day.day
      } else {
        flares.append(day.day...day.day)
      }
    }
    return flares
  }
}
