import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Presentation

/// Logs a cross-training session.
struct CrossCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "cross",
    abstract: "Log cross-training: a walk, a swim, a ride.",
    discussion: """
        $ nerve cross swim 30m --rpe 3
        $ nerve cross bike 20km 1h05 --on yesterday --start 17:30
        $ nerve cross aqua jogging 45m

      Give the activity, then a distance, a duration or both. Cross-training is \
      not running load: a day with only a swim is a day without running.
      """)

  @Argument(
    help: ArgumentHelp(
      "Activity, such as walk, swim, bike, row, elliptical or aqua jogging, then a distance or a "
        + "duration, such as 20km, 30m or 1h05.",
      valueName: "activity"))
  var words: [String] = []

  @OptionGroup var options: CrossOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { entry.days }

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(at: options.start, in: session)
    let words = try CrossTrainingArguments(self.words, unit: session.preferences.unit)
    guard !words.activity.isEmpty else {
      throw UsageError("Give the activity first, as in: nerve cross swim 30m")
    }
    var training = try options.changes(on: day, in: session)
    training[\.day] = day
    training[\.activity] = words.activity
    training.set(\.distanceM, to: words.measures?.metres)
    training.set(\.durationS, to: words.measures?.seconds)
    training.set(\.note, to: try entry.note)
    let opened = try session.journal()
    let logged = try session.log(Entry(training), command: "cross")
    let told = try opened.entry(logged.id, of: .crossTraining).map(session.entryText.facts) ?? ""
    try session.confirm("Cross-training: \(told)", on: day, logged)
  }
}
