import ArgumentParser
import CivilDay
import Correlator
import EntryInput
import JournalStore
import Presentation
import Reports

/// Creates a page about a period.
struct ReportCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Create a report for yourself or a clinician.",
    discussion: """
        $ nerve report --html report.html
        $ nerve report --html physio.html --for clinician
        $ nerve report --html - --from 2026-01-01 --to 2026-06-30 > half.html

      The page is about the last 90 days, or the days from --from to --to, and \
      gives the answer from all days up to then as well. For a clinician it is one \
      printed sheet, with your name if you set it: nerve config name.

      Creates one page to read on a screen or a phone, or to print; it needs no \
      network and no scripts. It contains your own words, such as medication and \
      the triggers of flare-ups: read it before you pass it on.
      """)

  @Option(
    help: ArgumentHelp("Output file; - is standard output.", valueName: "file"),
    completion: .file())
  var html: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Audience: me or clinician.", valueName: "reader"),
    completion: .list(["me", "clinician"]))
  var reader = "me"

  @OptionGroup var span: DaySpanOptions

  @Flag(
    name: .shortAndLong,
    help: "Print nothing. If there is no data, write nothing and end with status 1.")
  var quiet = false

  @OptionGroup var replacing: OverwriteOptions
  @OptionGroup var correlation: MonthCorrelationOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let ends = try span.ends(today: session.today)
    let chosen = try correlation.chosen()
    guard ["me", "clinician"].contains(reader.lowercased()) else {
      throw UsageError(unknown: "audience", reader, use: "me or clinician")
    }
    let journal = try session.journal()
    let report = try journal.report(
      CorrelationQuestion(
        load: chosen.measure, timing: chosen.timing, limit: session.preferences.smallestEffect),
      from: ends.first, to: ends.last, today: session.today,
      dayBoundary: session.preferences.dayBoundaryMinutes)
    let (unit, isSynthetic) = (session.preferences.unit, try journal.isSynthetic)
    let text =
      reader.lowercased() == "clinician"
      ? ClinicianPage(
        report: report, unit: unit, name: session.preferences.name, isSynthetic: isSynthetic
      ).text
      : PeriodPage(report: report, unit: unit, isSynthetic: isSynthetic).text
    guard !quiet || !report.days.isEmpty else { throw Refusal("") }
    let file = try OutputFile(
      html, .html, overwriting: replacing.overwrite,
      sparing: self.journal.places(session.context))
    try file.write(page: text, session.context, quietly: quiet)
  }
}
