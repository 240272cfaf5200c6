import ArgumentParser
import EntryInput
import Presentation
import Reports

/// Compares the days before flare-ups with other days.
struct FlaresCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "flares",
    abstract: "Show what came before your flare-ups.",
    discussion: """
        $ nerve flares
        $ nerve flares --from -2y --json

      Compares the three days before each flare-up with the three days before \
      other days of the same weekday: running, the longest run, sitting, sleep, \
      stress, stretching and new shoes. It needs five flare-ups with a quiet week \
      before them; with fewer, it shows the days before each.

      To log flare-ups or list them, see: nerve flare
      """)

  @OptionGroup var load: DistanceLoadOptions
  @OptionGroup var span: DaySpanOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let chosen = try format.chosen()
    let measure = try load.chosen()
    let span = try span.days(today: session.today)
    let journal = try session.journal()
    if chosen != .text { try journal.labelSample(session.context) }
    let report = try journal.flareReport(measure, in: span, today: session.today)
    try format.write(
      FlareText(
        report: report, unit: LoadUnit(report.load, in: session.preferences.unit),
        distance: session.preferences.unit, isSynthetic: try journal.isSynthetic,
        typed: session.typed), session.context)
  }
}
