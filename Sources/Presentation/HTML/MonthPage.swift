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
    guard report.days > 0 else {
      page.paragraph(words.nothing)
      return page.text
    }
    page.paragraph(words.verdict, "answer")
    let flares = Self.flares(of: report)
    PeriodCharts(unit: unit, measure: measure)
      .add(report.calendar, flares: flares, id: "month", to: &page)
    page.table(
      "The month compared with others",
      columns: ["figure"] + words.columns.map { MonthWords.shortName($0.month) },
      rows: words.table.map { [$0.name] + $0.cells })
    page.heading("More about the month")
    page.facts(words.facts)
    page.heading("Running and the next day's pain")
    page.facts(
      words.numbers.map {
        ($0.name.hasPrefix(" ") ? "– \($0.name.drop { $0 == " " })" : $0.name, $0.text)
      })
    page.paragraph(MonthWords.caution, "quiet")
    return page.text
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
